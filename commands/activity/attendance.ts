import { createHash } from 'node:crypto'
import type { Tx } from '../../prisma/change.js'
import type { Activity } from '../../prisma/generated/client.js'
import { type AttendanceSheet, type CheckIn, checkIn } from '../../station/activity/attendance.js'
import type { Person } from '../../station/activity/person.js'
import { turnoutOf } from '../../station/activity/turnout.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { oneOf, optional, reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, words } from '../keyed.js'
import { memberNamed } from '../people/member-named.js'
import type { OpenBook } from './book.js'
import { copy } from './copy.js'
import { endsAtOf } from './facts.js'
import { ownActivity, theActivity } from './find.js'

/** Who was there, as the rule reads it. */
export async function sheetOf(db: Tx, activity: Activity): Promise<AttendanceSheet> {
  const rows = await db.attendance.findMany({
    where: { activityId: activity.id, struck: false },
    orderBy: { id: 'asc' },
  })
  return {
    startsAt: momentOf(activity.startsAt),
    endsAt: endsAtOf(activity),
    siteCode: activity.siteCode,
    rows: rows.map(({ personId, personName, at, way, pool, late, walkIn }) => ({
      person: { id: personId, name: personName },
      at: momentOf(at),
      way: way as CheckIn['way'],
      pool,
      late,
      walkIn,
    })),
  }
}

export const checkInCommand = command({
  name: '签到',
  summary: '到场签到；联络员可替多人签到',
  args: {
    number: reference('H', '活动编号'),
    pool: optional(about('H', oneOf('到场或线上', { 线上: '线上', 到场: '线下', 线下: '线下' } as const))),
    names: optional(about('H', words('姓名或签到码', '张敏 陈静'))),
  },
  who: MEMBERS,
  changes: true,
  guests: true,
  examples: ['签到 H12', '签到 H12 4821', '签到 H12 张敏 陈静'],
  async run(context, { number, pool, names = [] }) {
    const open = await ownActivity(context, number, '签到', 'checkIn')
    if (!open) return
    const self = { id: context.speaker.personId, name: context.speaker.name }
    const place = pool && open.book.pools.some(({ key }) => key === pool) ? { pool } : {}
    const [code] = names
    if (code === undefined) return checkInAll(context, open, [self], { at: context.now, way: 'self', ...place })
    if (/^\d{4}$/.test(code) && names.length === 1)
      return checkInAll(context, open, [self], { at: context.now, way: 'code', code, ...place })
    const isHost = open.activity.stationId === context.station.id
    if (!isHost || !LEADING.some((role) => context.speaker.roles.has(role)))
      return context.say(copy.checkInForOthers(open.activity))
    const people: Person[] = []
    for (const name of names) {
      const person = await memberNamed(context, name)
      const guest = open.book.rows.find((row) => row.person.name === name)?.person
      if (!person && !guest) return context.say(copy.noMember(name))
      people.push(person ?? guest!)
    }
    return checkInAll(context, open, people, { at: context.now, way: 'list', ...place })
  },
})

async function checkInAll(context: CommandContext, { activity, book }: OpenBook, people: Person[], input: CheckIn) {
  const { db, change } = context
  let sheet = await sheetOf(db, activity)
  const fresh: AttendanceSheet['rows'][number][] = []
  for (const person of people) {
    const decided = checkIn(sheet, book, person, input)
    if (!decided.ok) return context.say(copy.checkInRefused(activity, decided.error))
    sheet = decided.value.sheet
    if (decided.value.code === 'already') continue
    const { at, way, pool, late, walkIn } = decided.value.row
    const columns = { personName: person.name, at: dateOf(at), way, pool, late, walkIn, struck: false }
    const key = { activityId: activity.id, personId: person.id }
    const struck = await db.attendance.findUnique({ where: { activityId_personId: key } })
    if (struck) await change.update('Attendance', struck.id, columns)
    else await change.create('Attendance', { ...key, ...columns })
    fresh.push(decided.value.row)
  }
  await context.say(copy.checkedIn(activity, fresh, people, turnoutOf(book, sheet)))
}

/** Four digits to be shown on site. From what only the store knows of this activity, so that it is the same each time. */
export const siteCodeCommand = command({
  name: '签到码',
  summary: '生成现场签到码',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['签到码 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '生成签到码', 'siteCode')
    if (!open) return
    const { activity } = open
    const digest = createHash('sha256').update(
      `${activity.id} ${activity.createdAt.toISOString()} ${activity.createdById}`,
    )
    const siteCode = activity.siteCode ?? String(digest.digest().readUInt32BE(0) % 10_000).padStart(4, '0')
    await context.change.update('Activity', activity.id, { siteCode })
    await context.tell(context.speaker.personId, copy.siteCode(activity, siteCode), { urgent: true })
    if (context.roomId !== null) await context.say(copy.siteCodeSent(activity))
  },
})

export const turnoutCommand = command({
  name: '签到情况',
  aliases: ['实到', '到场情况'],
  summary: '看应到、实到和请假人数',
  args: { number: reference('H', '活动编号') },
  who: MEMBERS,
  changes: false,
  guests: true,
  examples: ['签到情况 H12'],
  async run(context, { number }) {
    const open = await ownActivity(context, number, '签到情况')
    if (!open) return
    const { activity, book } = open
    const turnout = turnoutOf(book, await sheetOf(context.db, activity))
    const isAhead =
      activity.state === 'cancelled' || (activity.startsAt > dateOf(context.now) && turnout.present.length === 0)
    await context.say(isAhead ? copy.turnoutAhead(activity, turnout) : copy.turnout(activity, turnout))
  },
})
