import { countResearch, type ResearchState } from '../../station/research/piece.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { TARGETS, type TargetKind, targetHistory, targetOfYear } from '../../station/targets/target.js'
import { dateOf, Temporal } from '../../station/time/civil.js'
import { type Argument, count, optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'
import { targetsOf } from './load.js'

const EACH =
  /每(?:人|位代表|名代表|位|个代表)(?:每年|一年|年)?\s?(?:不少于|至少|要)?\s?(建议|活动|接待|联系群众)\s?(?:不少于|至少)?\s?(\d{1,3})\s?[件次个]?/
const FROM = /(?:自|从)\s*(20\d{2})(?:\s*年|[-/])?(?:(\d{1,2})(?:月|[-/])?(?:(\d{1,2})[日号]?)?)?\s*(?:起|开始)?/
const KINDS: Readonly<Record<string, TargetKind>> = {
  建议: 'suggestion',
  活动: 'activity',
  接待: 'reception',
  联系群众: 'contact',
}

function each(): Argument<{ kind: TargetKind; value: number }> {
  return {
    label: '每人几件',
    example: '每人每年建议1件',
    take(line) {
      const match = EACH.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: { kind: KINDS[match[1]!]!, value: Number(match[2]) } }
    },
  }
}

function from(): Argument<Temporal.PlainDate> {
  return {
    label: '从哪天起',
    example: '自 2027-01-01',
    take(line) {
      const match = FROM.exec(line.rest)
      if (!match) return { missing: true }
      const [, year, month = '1', date = '1'] = match
      line.claim(match.index, match.index + match[0].length)
      try {
        const day = { year: Number(year), month: Number(month), day: Number(date) }
        return { value: Temporal.PlainDate.from(day, { overflow: 'reject' }) }
      } catch {
        return { wrong: '没有这一天' }
      }
    },
  }
}

async function setTarget(context: CommandContext, kind: TargetKind, value: number, on: Temporal.PlainDate | undefined) {
  const { db, change, station, speaker, now, say } = context
  const today = now.toPlainDate()
  const fromOn = on ?? today
  if (fromOn.year < today.year) return say(copy.past(fromOn))
  await change.create('Target', {
    stationId: station.id,
    kind,
    value,
    fromOn: fromOn.toString(),
    setByName: speaker.name,
    setAt: dateOf(now),
  })
  const thisYear = targetOfYear(await targetsOf(db, station.id), kind, today.year, today)
  await say(copy.set({ kind, value, from: fromOn }, today.year, thisYear, TARGETS[kind].per === 'deputy'))
}

export const targetCommand = command({
  name: '目标',
  aliases: ['设目标'],
  summary: '设每位代表每年的目标',
  args: { each: each(), from: optional(from()) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['目标 每人每年建议1件', '目标 每人建议 2 自 2027-01-01'],
  run: (context, { each: { kind, value }, from: on }) => setTarget(context, kind, value, on),
})

export const targetsCommand = command({
  name: '目标清单',
  aliases: ['目标历史'],
  summary: '看目标从哪天起是多少',
  who: MEMBERS,
  changes: false,
  examples: ['目标清单'],
  async run({ db, station, say }) {
    const targets = await targetsOf(db, station.id)
    await say(copy.history((Object.keys(TARGETS) as TargetKind[]).flatMap((kind) => targetHistory(targets, kind))))
  },
})

/** 成果目标 3: how many research pieces the station wants in a year; without a number how far it is. */
export const researchTargetCommand = command({
  name: '成果目标',
  summary: '设或看今年的成果篇数目标',
  args: { wanted: optional(count('篇数', '3', /(\d{1,2})\s*篇?/)) },
  who: MEMBERS,
  changes: true,
  examples: ['成果目标 3', '成果目标'],
  async run(context, { wanted }) {
    const { db, change, station, speaker, now, say } = context
    const leads = LEADING.some((role) => speaker.roles.has(role))
    if (wanted !== undefined && leads)
      await change.create('Target', {
        stationId: station.id,
        kind: 'research',
        value: wanted,
        fromOn: now.toPlainDate().toString(),
        setByName: speaker.name,
        setAt: dateOf(now),
      })
    const target = targetOfYear(await targetsOf(db, station.id), 'research', now.year, now.toPlainDate())
    const { written, underway } = countResearch(await researchStates(context, now.year))
    await say(copy.research(now.year, target ?? 0, written, underway))
  },
})

export async function researchStates({ db, station }: Pick<CommandContext, 'db' | 'station'>, year: number) {
  const pieces = await db.researchPiece.findMany({ where: { stationId: station.id, year, state: { not: 'struck' } } })
  return pieces.map(({ state }) => state as ResearchState)
}
