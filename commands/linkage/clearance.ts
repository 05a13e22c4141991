import type { Clearance } from '../../prisma/generated/client.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { theActivity } from '../activity/find.js'
import { type Argument, oneOf, optional, reference, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext, StationFacts } from '../context.js'
import { about } from '../keyed.js'
import { memberNamed } from '../people/member-named.js'
import { copy } from './copy.js'

const LEVELS = { 全国代表: '全国', 省代表: '省', 市代表: '市', 区代表: '区' } as const

/** 已报省人大, 已报市人大常委会. */
function reported(): Argument<string> {
  return {
    label: '已报哪级人大',
    example: '已报省人大',
    take(line) {
      const match = /(?:已)?报(?:告|请)?\s*((?:全国|省|市|区|县)人大(?:常委会)?)/.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[1]! }
    },
  }
}

const shape = {
  number: reference('H', '活动编号'),
  level: about('H', oneOf('哪级代表', LEVELS)),
  organ: about('H', reported()),
  on: optional(about('H', when('报告日期'))),
  name: optional(about('H', word('姓名', '钱文博'))),
}

interface Said {
  number: number
  level: string
  organ: string
  on: Parameters<typeof dayOf>[0]
  name: string | undefined
}

type Scanned = { kind: string; at?: { toPlainDate(): { toString(): string } } } | undefined
const dayOf = (scan: Scanned, now: CommandContext['now']): string =>
  (scan?.kind === 'point' && scan.at ? scan.at.toPlainDate() : now.toPlainDate()).toString()

/** Who was reported to whom, and when. Until the answer is noted, nothing about the activity goes to that deputy. */
async function report(context: CommandContext, { number, level, organ, on, name }: Said): Promise<void> {
  const open = await theActivity(context, number, '协调')
  if (!open) return
  const person = name === undefined ? null : await memberNamed(context, name)
  if (name !== undefined && !person) return context.say(copy.noMember(name))
  const { change, station, speaker, now } = context
  const row = await change.create('Clearance', {
    stationId: station.id,
    activityNo: number,
    level,
    personId: person?.id ?? null,
    personName: person?.name ?? null,
    organ,
    reportedOn: dayOf(on, now),
    byId: speaker.personId,
    byName: speaker.name,
    at: dateOf(now),
  })
  await context.say(copy.reported(row))
}

/** H12 邀请 全国代表 钱文博 已报省人大: shares its name with the invitation of another station. */
export const inviteAcrossCommand = command({
  name: '邀请',
  summary: '跨层级邀请代表，先记协调',
  args: shape,
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['H12 邀请 全国代表 钱文博 已报省人大'],
  run: report,
})

export const clearanceCommand = command({
  name: '协调',
  aliases: ['协调记录'],
  summary: '记跨层级邀请向谁报告过',
  args: shape,
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['协调 H12 全国代表 已报市人大 5月6日'],
  run: report,
})

const pendingOf = ({ db, station }: StationContext, activityNo: number) =>
  db.clearance.findMany({ where: { stationId: station.id, activityNo, state: 'pending' }, orderBy: { id: 'asc' } })

/** 协调 H12 同意: the higher congress has answered; only now the deputies meant are invited. */
export const clearedCommand = command({
  name: '协调',
  aliases: ['协调结果'],
  summary: '记上级人大同意或不同意',
  args: {
    number: reference('H', '活动编号'),
    verdict: about(
      'H',
      oneOf('结果', { 不同意: 'refused', 未同意: 'refused', 同意: 'agreed', 已同意: 'agreed' } as const),
    ),
    name: optional(about('H', word('姓名', '钱文博'))),
  },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['协调 H12 同意', '协调 H12 钱文博 不同意'],
  async run(context, { number, verdict, name }) {
    const open = await theActivity(context, number, '协调')
    if (!open) return
    const rows = (await pendingOf(context, number)).filter(({ personName }) => !name || personName === name)
    if (rows.length === 0) return context.say(copy.nothingPending(number))
    for (const row of rows)
      await context.change.update('Clearance', row.id, { state: verdict, answeredAt: dateOf(context.now) })
    await context.say(copy.answered(number, rows, verdict === 'agreed'))
    if (verdict !== 'agreed') return
    for (const row of rows)
      for (const id of await meantBy(context, row)) await context.tell(id, copy.invitation(open.activity, row.organ))
  },
})

export const clearancesCommand = command({
  name: '协调',
  aliases: ['协调情况'],
  summary: '看一个活动的协调记录',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: false,
  silentAlone: true,
  examples: ['协调 H12'],
  async run(context, { number }) {
    const { db, station } = context
    const rows = await db.clearance.findMany({
      where: { stationId: station.id, activityNo: number, state: { not: 'struck' } },
      orderBy: { id: 'asc' },
    })
    await context.say(copy.log(number, rows))
  },
})

/** The deputies of the roster a clearance speaks of. */
async function meantBy({ db, station }: StationFacts, { personId, level }: Clearance): Promise<number[]> {
  if (personId !== null) return [personId]
  const rows = await db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', person: { level } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ personId: id }) => id)
}

/** To whom nothing may be sent yet about which of these activities, because a higher congress has not agreed. */
export async function heldBack(
  facts: StationFacts,
  activities: readonly { no: number }[],
): Promise<(activityNo: number, personId: number) => boolean> {
  const rows = await facts.db.clearance.findMany({
    where: {
      stationId: facts.station.id,
      activityNo: { in: activities.map(({ no }) => no) },
      state: { in: ['pending', 'refused'] },
    },
  })
  const held = new Set<string>()
  for (const row of rows) for (const id of await meantBy(facts, row)) held.add(`${row.activityNo} ${id}`)
  return (activityNo, personId) => held.has(`${activityNo} ${personId}`)
}
