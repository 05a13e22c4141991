import { type Moment, Temporal, ZONE } from '../time/civil.js'
import { HANDOVER_RULE, type Handover, type HandoverRule } from './handover.js'
import { responsibleAt } from './responsible-at.js'
import type { Turn } from './turn.js'

/** The eve of a turn at the announcing hour. */
export const announceAt = (turn: Turn, rule: HandoverRule = HANDOVER_RULE): Moment =>
  Temporal.PlainDate.from(turn.period.startsOn)
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: ZONE, plainTime: rule.announceAt })

/**
 * The hand-over that must be announced now, if any: from whoever really answers for the station to whoever comes by the
 * table. Of turns missed while nobody was watching only the latest counts; a convenor who never let go needs no hand-over.
 * An announced hand-over whose turn went to somebody else since (a swap) is announced again, to the new one.
 */
export const handoverDue = (
  turns: readonly Turn[],
  handovers: readonly Handover[],
  now: Moment,
  rule: HandoverRule = HANDOVER_RULE,
  isStillServing?: (personId: number, date: string) => boolean,
): Handover | null => {
  const eves = turns
    .filter((turn) => Temporal.ZonedDateTime.compare(announceAt(turn, rule), now) <= 0)
    .sort((a, b) => a.period.startsOn.localeCompare(b.period.startsOn) || a.period.key.localeCompare(b.period.key))
  const next = eves.at(-1)
  if (next === undefined || eves.length === 1) return null
  if (handovers.some(({ key, toId }) => key === next.period.key && toId === next.personId)) return null
  const others = turns.filter((turn) => turn.period.key !== next.period.key)
  const from = responsibleAt(others, handovers, now, isStillServing)
  if (from === null || from.personId === next.personId) return null
  return { key: next.period.key, fromId: from.personId, toId: next.personId, announcedAt: now }
}
