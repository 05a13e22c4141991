import type { Suggestion } from '../../prisma/generated/client.js'
import type { Assigned } from '../../station/handling/parts.js'
import type { Role } from '../../station/roles.js'
import { MEMBERS } from '../../station/roles.js'
import { readStatutoryClock, replyAgainClock, replyClock, type StatutoryClock } from '../../station/suggestion/clock.js'
import { setFlag } from '../../station/suggestion/flags.js'
import { SUGGESTION_RULES } from '../../station/suggestion/rules.js'
import type { SuggestionEvent } from '../../station/suggestion/suggestion-event.js'
import type { Temporal } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'
import { scanDate } from '../../station/time/scan-date.js'
import { optional, references, when } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { handlingCopy } from '../handling/copy.js'
import { nameUnits } from '../handling/name-units.js'
import { assignedText, leadText, writeParts } from '../handling/parts.js'
import { partsLine } from '../handling/parts-line.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { supervisionLine } from '../supervision/rows.js'
import { copy } from './copy.js'
import { dayOf, factsOf, patchSuggestion, takeSteps, theSuggestion } from './row.js'

const STAFF: readonly Role[] = ['liaison', 'head', 'district']

/** The clock a suggestion runs by now; null before it was handed over and after it was answered. */
export function clockOf(row: Suggestion): StatutoryClock | null {
  const redoOn = dayOf(row.redoOn)
  if (row.state === 'redo' && redoOn) return replyAgainClock(redoOn, SUGGESTION_RULES)
  const assignedOn = dayOf(row.assignedOn)
  if (!assignedOn || !['assigned', 'handling', 'returned'].includes(row.state)) return null
  return replyClock(assignedOn, row.flags.includes('complex'))
}

/** Hand-overs are facts told afterwards: the day nearest to now that the words fit, in the past where they fit both. */
function toldDay(scan: Scan | undefined, raw: string, context: CommandContext): Temporal.PlainDate | null {
  if (!scan) return context.now.toPlainDate()
  const past = scanDate(raw, context.now, 'past')
  const found = past.kind === 'point' ? past : scan
  return found.kind === 'point' ? found.at.toPlainDate() : null
}

/** What must be told first is told in the same breath: registered, if it was not yet. */
const upToAssigned = (row: Suggestion, assigned: Assigned, on: Temporal.PlainDate): SuggestionEvent[] => [
  ...(row.state === 'submitted' ? [{ kind: 'register' as const }] : []),
  { kind: 'assign', ...assigned, on },
]

const alone = (unit: string | null): Assigned => ({ mode: 'lead', lead: unit ? [unit] : [], assisting: [] })

export const assignCommand = command({
  name: '交办',
  summary: '记一件建议已交办（主办会办、分办）',
  args: {
    no: about('J', '建议编号'),
    words: optional(saying('J', '承办单位和日期', '主办 卫健委 会办 医保局 11月20日')),
  },
  who: STAFF,
  changes: true,
  examples: ['J5 交办 卫健委 11月20日', 'J5 交办 主办 卫健委 会办 医保局', 'J5 交办 分办 卫健委、教育局'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const scan = scanDate(words, context.now, 'past')
    const on = scan.kind === 'point' ? scan.at.toPlainDate() : context.now.toPlainDate()
    const typed = (scan.kind === 'point' ? words.slice(0, scan.span[0]) + words.slice(scan.span[1]) : words).trim()
    const noDay = /\d{1,2}\s?月\s?\d{1,2}\s?[日号]?/.exec(typed)?.[0]
    if (noDay) return context.say(copy.noSuchDay(noDay, no))
    const named = await nameUnits(context, typed)
    if (named.kind === 'unknown') return context.say(copy.unknownUnit(named.typed))
    if (named.kind === 'sayRoles') return context.say(handlingCopy.sayRoles(`J${no}`, named.names))
    const assigned = named.kind === 'units' ? named.assigned : alone(row.unit)
    await assign(context, row, upToAssigned(row, assigned, on), assigned, on)
  },
})

/** Takes the steps to a hand-over, writes what each unit owes, and says who answers by when. */
export async function assign(
  context: CommandContext,
  row: Suggestion,
  events: readonly SuggestionEvent[],
  assigned: Assigned,
  on: Temporal.PlainDate,
): Promise<void> {
  const taken = await takeSteps(context, row, events, assignedText(assigned), { unit: leadText(assigned) })
  if (!taken) return
  await writeParts(context, 'J', row.no, assigned, on)
  await context.say(copy.assigned(taken.row, clockOf(taken.row)!, await partsLine(context, taken.row)))
}

export const assignTogetherCommand = command({
  name: '集中交办',
  summary: '几件建议一起交办',
  args: { numbers: references('J', '建议编号'), date: optional(when('交办日期')) },
  who: STAFF,
  changes: true,
  examples: ['集中交办 J3 J5 J8 6月15日'],
  async run(context, { numbers, date }) {
    const on = toldDay(date, context.message.raw, context)
    if (!on) return context.say(copy.whichDay)
    const done: Suggestion[] = []
    for (const no of numbers) {
      const row = await theSuggestion(context, no)
      if (!row) continue
      const taken = await takeSteps(context, row, upToAssigned(row, alone(row.unit), on), '集中交办')
      if (taken) done.push(taken.row)
    }
    const [first] = done
    if (first) await context.say(copy.assignedTogether(done, on, clockOf(first)!))
  },
})

export const showSuggestionCommand = command({
  name: '期限',
  aliases: ['看建议'],
  summary: '看一件建议和它的期限',
  args: { no: about('J', '建议编号') },
  who: MEMBERS,
  changes: false,
  examples: ['J5 期限', 'J5'],
  shows: 'J',
  async run(context, { no }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const lead = await context.db.person.findUniqueOrThrow({ where: { id: row.leadId } })
    const clock = clockOf(row)
    const reading = clock && readStatutoryClock(clock, context.now.toPlainDate())
    const more = { parts: await partsLine(context, row), supervision: await supervisionLine(context, 'J', no) }
    await context.say(copy.one(row, lead.name, clock, reading, more))
  },
})

export const complexCommand = command({
  name: '复杂',
  summary: '经同意延为六个月',
  args: {
    no: about('J', '建议编号'),
    words: optional(saying('J', '理由和同意机关', '涉及多部门 经区人大代表联络委同意')),
  },
  who: STAFF,
  changes: true,
  examples: ['J5 复杂 涉及多部门 经区人大代表联络委同意'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const consent = /经\s*(\S+?)\s*同意/.exec(words)
    const reason = words.replace(consent?.[0] ?? '', '').trim()
    const request = { flag: 'complex' as const, reason, ...(consent?.[1] && { consentedBy: consent[1] }) }
    const decided = setFlag(factsOf(row), request, [...context.speaker.roles], context.now)
    if (!decided.ok) return context.say(copy.flagRefused(no, decided.error))
    const after = await patchSuggestion(context, row, { flags: [...decided.value.facts.flags] }, '复杂', words)
    await context.say(copy.complex(after, clockOf(after), decided.value.late))
  },
})

export const contactCommand = command({
  name: '沟通',
  summary: '记承办单位与代表的沟通',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '方式', '电话沟通')) },
  who: MEMBERS,
  changes: true,
  examples: ['J5 沟通 上门走访'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const how = await masked(context, words)
    const taken = await takeSteps(context, row, [{ kind: 'contact', how }], how)
    if (taken) await context.say(copy.contacted(taken.row))
  },
})

export const effectCommand = command({
  name: '成效',
  summary: '记建议取得的成效',
  args: { no: about('J', '建议编号'), words: saying('J', '成效', '促成全省首个专业站') },
  who: MEMBERS,
  changes: true,
  examples: ['J1 成效 促成全省首个专业站'],
  async run(context, { no, words }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const effect = await masked(context, words)
    await patchSuggestion(context, row, { effect }, '成效', effect)
    await context.say(copy.effect(no, effect))
  },
})
