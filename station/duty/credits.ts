import { entryLevel } from '../rotation/entry-level.js'
import type { Deputy } from './deputy.js'
import { barFor } from './eligibility.js'
import type { OpenPlace, RotaFacts } from './grid.js'
import { type Credit, type DutyEntry, loadPoints } from './ledger.js'
import { heaviestDuty } from './rota-rule.js'

/** Does the deputy belong to the rota of these places, on leave or not? */
const belongs = (deputy: Deputy, places: readonly OpenPlace[]): boolean =>
  places.some(({ shift, seat }) => barFor(deputy, shift, seat, [], []) === null)

const isOpened = ({ personId, since }: Deputy, { credits, entries }: RotaFacts): boolean =>
  credits.some((credit) => credit.kind === 'opening' && credit.personId === personId && credit.since === since) ||
  entries.some((entry) => entry.personId === personId && entry.date >= since)

/** The level at which deputies new to the rota enter it; those who founded it enter at nothing. */
export const openingCredits = (places: readonly OpenPlace[], month: string, facts: RotaFacts): Credit[] => {
  const pool = facts.deputies.filter((deputy) => belongs(deputy, places))
  const loads = loadPoints(facts.entries, facts.credits)
  const incumbents = pool.filter((deputy) => isOpened(deputy, facts)).map(({ personId }) => loads.get(personId) ?? 0)
  const level = entryLevel(incumbents, heaviestDuty(facts.rule))
  return pool
    .filter((deputy) => !isOpened(deputy, facts))
    .map(({ personId, since }) => ({
      personId,
      kind: 'opening',
      month,
      since,
      points: Math.max(0, level - (loads.get(personId) ?? 0)),
      levelBefore: level,
      levelAfter: level,
    }))
}

/**
 * Deputies whose declared leave kept them from every place of the month are credited with what the least loaded of those
 * present gained by it. `entries` are the facts' entries with the month given out.
 */
export const leaveCredits = (
  places: readonly OpenPlace[],
  month: string,
  facts: RotaFacts,
  entries: readonly DutyEntry[],
): Credit[] => {
  const pool = facts.deputies.filter((deputy) => belongs(deputy, places))
  const isAway = (deputy: Deputy): boolean =>
    places.every(({ shift, seat }) => barFor(deputy, shift, seat, facts.leaves, []) !== null)
  const present = pool.filter((deputy) => !isAway(deputy)).map(({ personId }) => personId)
  const level = (known: readonly DutyEntry[]): number => {
    const loads = loadPoints(known, facts.credits)
    return entryLevel(
      present.map((personId) => loads.get(personId) ?? 0),
      heaviestDuty(facts.rule),
    )
  }
  const levelBefore = level(facts.entries)
  const levelAfter = level(entries)
  if (levelAfter <= levelBefore) return []
  return pool.filter(isAway).map(({ personId, since }) => ({
    personId,
    kind: 'leave',
    month,
    since,
    points: levelAfter - levelBefore,
    levelBefore,
    levelAfter,
  }))
}
