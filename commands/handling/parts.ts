import type { HandlingPart, Opinion } from '../../prisma/generated/client.js'
import { addWorkdays } from '../../station/calendar/workdays.js'
import { type Assigned, owes, type Part, type PartRole, partsOf } from '../../station/handling/parts.js'
import { assistDueOn } from '../../station/suggestion/clock.js'
import { SUGGESTION_RULES } from '../../station/suggestion/rules.js'
import { Temporal } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'

export type HandlingLetter = 'J' | 'Y'
export type PartRow = HandlingPart & Part

/** What the units of one matter owe, in the order in which they were named; empty where one unit has it alone. */
export async function partsFor(
  { db, station }: Pick<StationContext, 'db' | 'station'>,
  letter: HandlingLetter,
  recordNo: number,
): Promise<PartRow[]> {
  const rows = await db.handlingPart.findMany({
    where: { stationId: station.id, letter, recordNo, state: { not: 'struck' } },
    orderBy: { id: 'asc' },
  })
  return rows as PartRow[]
}

/** A matter handed over anew: what was owed before is over. */
export async function writeParts(
  context: StationContext,
  letter: HandlingLetter,
  recordNo: number,
  assigned: Assigned,
  on: Temporal.PlainDate,
): Promise<void> {
  const { change, station } = context
  for (const { id } of await partsFor(context, letter, recordNo))
    await change.update('HandlingPart', id, { state: 'struck' })
  for (const part of partsOf(assigned))
    await change.create('HandlingPart', {
      stationId: station.id,
      letter,
      recordNo,
      unit: part.unit,
      role: part.role,
      assignedOn: on.toString(),
    })
}

/** The same owed again, of everybody who must answer (再办、重办) or of the one whose answer did not do. */
export async function reopenParts(
  context: StationContext,
  parts: readonly PartRow[],
  unit?: string,
): Promise<PartRow[]> {
  const again: PartRow[] = []
  for (const part of parts) {
    const reopened = part.role !== 'assist' && (unit === undefined || part.unit === unit)
    again.push(reopened ? await patchPart(context, part, { state: 'waiting', answeredOn: null }) : part)
  }
  return again
}

export const patchPart = async (
  { change }: Pick<StationContext, 'change'>,
  part: PartRow,
  patch: Partial<
    Pick<
      HandlingPart,
      'unit' | 'receivedOn' | 'answeredOn' | 'answer' | 'replyClass' | 'promisedOn' | 'assignedOn' | 'state'
    >
  >,
): Promise<PartRow> => (await change.update('HandlingPart', part.id, patch)) as PartRow

export const assignedOf = (parts: readonly Pick<Part, 'unit' | 'role'>[]): Assigned => {
  const named = (...roles: PartRole[]) => parts.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit)
  return {
    mode: parts.some(({ role }) => role === 'separate') ? 'separate' : 'lead',
    lead: named('lead', 'separate'),
    assisting: named('assist'),
  }
}

/** Who leads the handling, for the one column of the record. */
export const leadText = ({ lead }: Pick<Assigned, 'lead'>): string => lead.join('、')

/** Who is still to answer; null: there are no parts, or nobody owes. */
export const owingText = (parts: readonly PartRow[]): string | null =>
  parts.some(owes)
    ? parts
        .filter(owes)
        .map(({ unit }) => unit)
        .join('、')
    : null

/** 会办: their opinion is for the leading unit, so it is due before the answer. Null: it cannot be known yet. */
export function assistDue(part: PartRow, opinion: Pick<Opinion, 'limitWorkdays'> | null): Temporal.PlainDate | null {
  const assignedOn = Temporal.PlainDate.from(part.assignedOn)
  if (part.letter === 'J') return assistDueOn(assignedOn, SUGGESTION_RULES)
  if (!opinion?.limitWorkdays) return null
  // No rule is known for residents' opinions: half of the time that the station gives for the answer.
  const due = addWorkdays(assignedOn, Math.max(1, Math.floor(opinion.limitWorkdays / 2)))
  return due.ok ? due.value : null
}

/** "主办区卫生健康委员会，会办区医疗保障局"; a unit that has it alone is only named. */
export const assignedText = ({ mode, lead, assisting }: Assigned): string => {
  if (mode === 'separate') return `分办${lead.join('、')}${assisting.length > 0 ? `，会办${assisting.join('、')}` : ''}`
  return assisting.length > 0 ? `主办${lead.join('、')}，会办${assisting.join('、')}` : lead.join('、')
}
