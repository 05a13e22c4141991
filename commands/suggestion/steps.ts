import type { Suggestion } from '../../prisma/generated/client.js'
import type { Assigned } from '../../station/handling/parts.js'
import { MEMBERS, type Role } from '../../station/roles.js'
import { setFlag } from '../../station/suggestion/flags.js'
import { SUGGESTION_RULES } from '../../station/suggestion/rules.js'
import type { SuggestionFlag } from '../../station/suggestion/states.js'
import type { Temporal } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { handlingCopy } from '../handling/copy.js'
import { saidReturn, vacantPart } from '../handling/give-back.js'
import { nameUnits } from '../handling/name-units.js'
import { assignedOf, leadText, type PartRow, partsFor, patchPart } from '../handling/parts.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { holdersOf } from '../opinion/staff.js'
import { assign, clockOf } from './assign.js'
import { copy } from './copy.js'
import { factsOf, lockSuggestion, patchSuggestion, takeSteps, theSuggestion } from './row.js'
import { stepsCopy } from './steps-copy.js'

const STAFF: readonly Role[] = ['liaison', 'head', 'district']

/** "11月20日 不属我委职责": the day a fact happened, told afterwards, and the rest. */
function dayAndRest(words: string, context: CommandContext): { on: Temporal.PlainDate; rest: string } {
  const scan = scanDate(words, context.now, 'past')
  if (scan.kind !== 'point' || scan.span[0] !== 0) return { on: context.now.toPlainDate(), rest: words.trim() }
  return { on: scan.at.toPlainDate(), rest: words.slice(scan.span[1]).trim() }
}

export const suggestionReturnCommand = command({
  name: '退办',
  summary: '承办单位退回建议，写明理由',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '理由', '不属我委职责 建议医保局')) },
  who: STAFF,
  changes: true,
  silentAlone: true,
  examples: ['退办 J5 不属我委职责 建议医保局'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const { on, rest } = dayAndRest(words, context)
    const returned = await saidReturn(context, 'J', no, rest)
    if (!returned) return
    const { event, detail, suggestedUnit, part } = returned
    const taken = await takeSteps(context, row, [{ ...event, on }], detail)
    if (!taken) return
    if (returned.givenBack) await patchPart(context, returned.givenBack, { state: 'returned' })
    await context.say(
      part
        ? handlingCopy.partReturned(`J${no}`, part.unit, taken.row.hops, suggestedUnit)
        : stepsCopy.returned(taken.row, row.unit, suggestedUnit, SUGGESTION_RULES.returnWorkdays),
    )
    if (taken.effects.includes('escalate'))
      for (const personId of await holdersOf(context, ['leader', 'head', 'convenor']))
        await context.tell(personId, stepsCopy.escalated(taken.row))
  },
})

export const suggestionReassignCommand = command({
  name: '改派',
  summary: '建议退办后改派另一个单位',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '承办单位', '医保局')) },
  who: STAFF,
  changes: true,
  silentAlone: true,
  examples: ['改派 J5 医保局'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const { on, rest } = dayAndRest(words, context)
    const named = await nameUnits(context, rest)
    if (named.kind === 'unknown') return context.say(copy.unknownUnit(named.typed))
    if (named.kind === 'sayRoles') return context.say(handlingCopy.sayRoles(`J${no}`, named.names))
    const {
      lead: [unit = ''],
      ...others
    } = named.kind === 'units' ? named.assigned : NOBODY
    const parts = row.state === 'returned' ? [] : await partsFor(context, 'J', no)
    if (parts.length > 0) return reassignPart(context, row, parts, unit, on)
    // 会办 stay who they were unless others are named.
    const kept = others.assisting.length > 0 ? others.assisting : (factsOf(row).assignment?.assisting ?? [])
    const lead = named.kind === 'units' ? named.assigned.lead : []
    const assigned = { mode: others.mode, lead, assisting: kept.filter((one) => !lead.includes(one)) }
    await assign(context, row, [{ kind: 'reassign', ...assigned, on }], assigned, on)
  },
})

const NOBODY: Assigned = { mode: 'lead', lead: [], assisting: [] }

/** 改派 of the part that one of several units gave back. */
async function reassignPart(
  context: CommandContext,
  row: Suggestion,
  parts: readonly PartRow[],
  unit: string,
  on: Temporal.PlainDate,
) {
  const vacant = await vacantPart(context, `J${row.no}`, parts, unit)
  if (!vacant) return
  const assigned = assignedOf(parts.map((part) => (part === vacant ? { ...part, unit } : part)))
  const event = { kind: 'partReassign' as const, unit, before: vacant.unit, on }
  const assignment = assigned as unknown as Suggestion['assignment']
  const taken = await takeSteps(context, row, [event], `${vacant.unit}→${unit}`, {
    assignment,
    unit: leadText(assigned),
  })
  if (!taken) return
  await patchPart(context, vacant, { unit, state: 'waiting', receivedOn: null, assignedOn: on.toString() })
  await context.say(handlingCopy.partReassigned(`J${row.no}`, vacant.unit, unit))
}

export const suggestionTrackCommand = command({
  name: '跟踪',
  summary: '按建议答复的承诺日期跟踪',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '承诺日期', '12月31日')) },
  who: STAFF,
  changes: true,
  silentAlone: true,
  examples: ['跟踪 J5 12月31日'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const scan = scanDate(words, context.now)
    const promisedOn = scan.kind === 'point' ? { promisedOn: scan.at.toPlainDate() } : {}
    const taken = await takeSteps(context, row, [{ kind: 'track', ...promisedOn }], words)
    if (taken) await context.say(stepsCopy.tracked(taken.row))
  },
})

const simple = (
  kind: 'promiseKept' | 'promiseBroken' | 'close' | 'archive',
  name: string,
  aliases: string[],
  summary: string,
  who: readonly Role[],
) =>
  command({
    name,
    aliases,
    summary,
    args: { no: about('J', '建议编号'), words: optional(saying('J', '说明', '已落实')) },
    who,
    changes: true,
    silentAlone: true,
    examples: [`${name} J5`],
    async run(context, { no, words = '' }) {
      const row = await theSuggestion(context, no)
      if (!row) return
      const taken = await takeSteps(context, row, [{ kind }], await masked(context, words))
      if (taken) await context.say(stepsCopy.taken(taken.row, clockOf(taken.row)))
    },
  })

export const suggestionEndCommands = [
  simple('promiseKept', '兑现', ['办成', '承诺已兑现'], '建议答复的承诺已兑现', MEMBERS),
  simple('promiseBroken', '未兑现', ['未办成'], '建议答复的承诺没有兑现', MEMBERS),
  simple('close', '办结', [], '办结一件建议', STAFF),
  simple('archive', '归档', [], '归档一件建议', STAFF),
]

export const withdrawSuggestionCommand = command({
  name: '撤回',
  summary: '撤回一件建议',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '理由', '已并入另一件')) },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['撤回 J6 已并入另一件'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const reason = await masked(context, words)
    const taken = await takeSteps(context, row, [{ kind: 'withdraw', reason }], reason)
    if (taken) await context.say(stepsCopy.taken(taken.row, null))
  },
})

const flag = (name: string, key: SuggestionFlag, summary: string) =>
  command({
    name,
    summary,
    args: { no: about('J', '建议编号'), words: optional(saying('J', '说明', '主任会议确定')) },
    who: STAFF,
    changes: true,
    silentAlone: true,
    examples: [`${name} J5`],
    async run(context, { no, words = '' }) {
      const row = await theSuggestion(context, no)
      if (!row) return
      const reason = await masked(context, words)
      const decided = setFlag(factsOf(row), { flag: key, reason }, [...context.speaker.roles], context.now)
      if (!decided.ok) return context.say(copy.flagRefused(no, decided.error))
      await patchSuggestion(context, row, { flags: [...decided.value.facts.flags] }, name, reason)
      await context.say(stepsCopy.flagged(no, name))
    },
  })

export const flagCommands = [
  flag('重点督办', 'keyItem', '标为重点督办件'),
  flag('保密', 'confidential', '标为保密件，不公开'),
]

/** 并案办理, 分别答复: the mark is on both, the answers stay apart. */
export const handleTogetherCommand = command({
  name: '并案',
  summary: '几件建议并案办理',
  args: { no: about('J', '建议编号'), words: saying('J', '并到哪件', 'J5') },
  who: STAFF,
  changes: true,
  silentAlone: true,
  examples: ['并案 J6 J5'],
  async run(context, { no, words }) {
    const other = Number(/^(?:到|与|和)?\s*j\s?(\d{1,6})$/i.exec(words.trim())?.[1])
    const [row, into] = [
      await theSuggestion(context, no),
      other ? await lockSuggestion(context.db, context.station.id, other) : null,
    ]
    if (!row) return
    if (!into || into.no === no) return context.say(stepsCopy.togetherUsage(no))
    for (const one of [row, into])
      if (!one.flags.includes('handledTogether'))
        await patchSuggestion(context, one, { flags: [...one.flags, 'handledTogether'] }, '并案', `J${no}、J${into.no}`)
    await context.say(stepsCopy.together(no, into.no))
  },
})

export const motionCommand = command({
  name: '议案素材',
  summary: '把草稿标为议案素材（大会期间用）',
  args: { no: about('J', '建议编号') },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['议案素材 J6'],
  async run(context, { no }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    if (row.leadId !== context.speaker.personId && !context.speaker.roles.has('liaison'))
      return context.say(copy.notLead(no))
    if (!['brewing', 'drafting', 'cosigning'].includes(row.state)) return context.say(copy.notOpen(no))
    const after = await patchSuggestion(context, row, { kind: 'motionMaterial' }, '议案素材', '')
    await context.say(stepsCopy.motion(after))
  },
})

export const overdueSuggestionsCommand = command({
  name: '超期建议',
  aliases: ['逾期建议'],
  summary: '看超期和快到期的建议',
  who: [...STAFF, 'convenor', 'onDuty'],
  changes: false,
  silentAlone: true,
  examples: ['超期建议'],
  async run({ db, station, say, now }) {
    const rows = await db.suggestion.findMany({
      where: { stationId: station.id, state: { in: ['assigned', 'handling', 'returned', 'redo'] } },
      orderBy: { no: 'asc' },
    })
    await say(
      stepsCopy.overdue(
        rows.flatMap((row) => ({ row, clock: clockOf(row) })),
        now.toPlainDate(),
      ),
    )
  },
})
