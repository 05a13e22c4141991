import { type Moment, Temporal } from '../time/civil.js'
import type { Handover } from './handover.js'
import type { Turn } from './turn.js'

export interface Responsible {
  readonly personId: number
  readonly basis: 'firstTurn' | 'sameConvenor' | 'handedOver' | 'awaitingAcceptance' | 'predecessorGone'
  /** Key of the turn by the table at this moment; its convenor may not have accepted yet. */
  readonly turnKey: string
  readonly scheduledId: number
}

/**
 * Who answers for the station at a moment, so that there is never a gap: the successor from the day their turn begins and
 * they have said 已接, until then the one before, however long that takes. Only where the predecessor no longer serves does
 * the one on the table answer unasked. Null before the first turn.
 */
export const responsibleAt = (
  turns: readonly Turn[],
  handovers: readonly Handover[],
  moment: Moment,
  isStillServing: (personId: number, date: string) => boolean = () => true,
): Responsible | null => {
  const today = moment.toPlainDate().toString()
  const begun = turns
    .filter((turn) => turn.period.startsOn <= today)
    .sort((a, b) => a.period.startsOn.localeCompare(b.period.startsOn) || a.period.key.localeCompare(b.period.key))
  return begun.reduce<Responsible | null>((before, { period, personId }) => {
    const here = { turnKey: period.key, scheduledId: personId }
    if (before === null) return { personId, basis: 'firstTurn', ...here }
    if (before.personId === personId) return { personId, basis: 'sameConvenor', ...here }
    const taken = handovers.find(({ key, toId }) => key === period.key && toId === personId)?.taken
    if (taken !== undefined && Temporal.ZonedDateTime.compare(taken.at, moment) <= 0)
      return { personId, basis: 'handedOver', ...here }
    if (!isStillServing(before.personId, today)) return { personId, basis: 'predecessorGone', ...here }
    return { personId: before.personId, basis: 'awaitingAcceptance', ...here }
  }, null)
}
