import type { Tx } from '../../prisma/change.js'
import type { Suggestion } from '../../prisma/generated/client.js'
import type { ReplyClass } from '../../station/opinion/opinion-event.js'
import { type CongressLevel, countNames, type NamedPaper, type PaperKind } from '../../station/suggestion/cosigners.js'
import { transitionSuggestion } from '../../station/suggestion/machine.js'
import type { SuggestionFlag, SuggestionStamp, SuggestionState } from '../../station/suggestion/states.js'
import type {
  Assignment,
  SuggestionEffect,
  SuggestionEvent,
  SuggestionFacts,
} from '../../station/suggestion/suggestion-event.js'
import type { SuggestionActor } from '../../station/suggestion/transitions.js'
import { dateOf, momentOf, Temporal } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { withLine } from '../opinion/opinion-row.js'
import { copy } from './copy.js'
import { refusalText } from './refusal-copy.js'

/** A suggestion locked until the transaction ends. */
export async function lockSuggestion(db: Tx, stationId: number, no: number): Promise<Suggestion | null> {
  const [locked] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM "Suggestion" WHERE "stationId" = ${stationId} AND no = ${no} FOR UPDATE`
  return locked ? db.suggestion.findUnique({ where: { id: locked.id } }) : null
}

/** The suggestion, locked; says so when there is none. */
export async function theSuggestion(context: CommandContext, no: number): Promise<Suggestion | null> {
  const row = await lockSuggestion(context.db, context.station.id, no)
  if (!row) await context.say(copy.unknown(no))
  return row
}

export const paperOf = (row: Suggestion): NamedPaper => ({
  kind: row.kind as PaperKind,
  state: row.state as SuggestionState,
  level: row.level as CongressLevel,
  leadId: row.leadId,
  coSignerIds: row.cosignerIds,
})

export const dayOf = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text)

export function factsOf(row: Suggestion): SuggestionFacts {
  const stamps = row.stamps as Partial<Record<SuggestionStamp, string>>
  return {
    no: row.no,
    kind: row.kind as PaperKind,
    state: row.state as SuggestionState,
    title: row.title,
    text: row.text,
    stamps: Object.fromEntries(Object.entries(stamps).map(([stamp, at]) => [stamp, momentOf(new Date(at))])),
    flags: row.flags as SuggestionFlag[],
    missingNames: countNames(paperOf(row)).missing,
    submittedOn: dayOf(row.submittedOn),
    assignedOn: dayOf(row.assignedOn),
    assignment: row.assignment as Assignment | null,
    hops: row.hops,
    contacts: row.contacts,
    replyClass: row.replyClass as ReplyClass | null,
    promisedOn: dayOf(row.promisedOn),
    redoOn: dayOf(row.redoOn),
  }
}

function columnsOf(facts: SuggestionFacts): Partial<Suggestion> {
  const { state, stamps, flags, submittedOn, assignedOn, assignment, hops, contacts, replyClass, promisedOn, redoOn } =
    facts
  return {
    state,
    stamps: Object.fromEntries(Object.entries(stamps).map(([stamp, at]) => [stamp, dateOf(at).toISOString()])),
    flags: [...flags],
    submittedOn: submittedOn?.toString() ?? null,
    assignedOn: assignedOn?.toString() ?? null,
    assignment: assignment as Suggestion['assignment'],
    hops,
    contacts,
    replyClass,
    promisedOn: promisedOn?.toString() ?? null,
    redoOn: redoOn?.toString() ?? null,
  }
}

/** Columns of one suggestion, written with its history line. */
export function patchSuggestion(
  { change, now, speaker }: CommandContext,
  row: Suggestion,
  patch: Partial<Suggestion>,
  what: string,
  text: string,
): Promise<Suggestion> {
  const history = withLine(row, now, what, speaker.name, text) as unknown as Suggestion['history']
  return change.update('Suggestion', row.id, { ...patch, history })
}

const actorOf = ({ speaker }: CommandContext, row: Suggestion): SuggestionActor[] => [
  ...speaker.roles,
  ...(row.leadId === speaker.personId ? (['lead'] as const) : []),
]

/** Takes steps one after the other and writes the last; or says why the first that failed did. */
export async function takeSteps(
  context: CommandContext,
  row: Suggestion,
  events: readonly SuggestionEvent[],
  text: string,
  more: Partial<Suggestion> = {},
  /** What it is called in the history, where that is not the last step's own name. */
  called?: string,
): Promise<{ row: Suggestion; effects: readonly SuggestionEffect[] } | null> {
  let facts = factsOf(row)
  const effects: SuggestionEffect[] = []
  for (const event of events) {
    const decided = transitionSuggestion(facts, event, actorOf(context, row), context.now)
    if (!decided.ok) {
      await context.say(refusalText(row, decided.error))
      return null
    }
    facts = decided.value.facts
    effects.push(...decided.value.effects)
  }
  const after = await patchSuggestion(
    context,
    row,
    { ...columnsOf(facts), ...more },
    called ?? copy.step(events.at(-1)!.kind),
    text,
  )
  return { row: after, effects }
}
