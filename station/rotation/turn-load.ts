import { Temporal } from '../time/civil.js'
import { type Convenor, isServing } from './convenor.js'
import { entryLevel } from './entry-level.js'
import { lot } from './lot.js'
import type { Turn, TurnDecider, TurnStanding } from './turn.js'

/** Who led a period that several people shared: whoever led most of its days; of equals, the first. One period, one turn. */
const leaderOf = (parts: readonly Turn[]): number | undefined => {
  if (parts.length === 1) return parts[0]?.personId
  const inOrder = [...parts].sort((a, b) => a.period.startsOn.localeCompare(b.period.startsOn))
  const days = new Map<number, number>()
  inOrder.forEach((part, index) => {
    const next = inOrder[index + 1]
    const until =
      next === undefined ? Temporal.PlainDate.from(part.period.endsOn).add({ days: 1 }) : next.period.startsOn
    const led = Temporal.PlainDate.from(part.period.startsOn).until(until).days
    days.set(part.personId, (days.get(part.personId) ?? 0) + led)
  })
  return [...days].reduce<[number, number] | undefined>(
    (most, entry) => (most === undefined || entry[1] > most[1] ? entry : most),
    undefined,
  )?.[0]
}

/** Whole turns per convenor. Pass only the turns that are to count. */
export const turnsLed = (turns: readonly Turn[]): Map<number, number> => {
  const shared = new Map<string, Turn[]>()
  for (const turn of turns) {
    const key = turn.restOf ?? turn.period.key
    shared.set(key, [...(shared.get(key) ?? []), turn])
  }
  const counts = new Map<number, number>()
  for (const parts of shared.values()) {
    const leader = leaderOf(parts)
    if (leader !== undefined) counts.set(leader, (counts.get(leader) ?? 0) + 1)
  }
  return counts
}

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

/**
 * The level each convenor entered at, in turns. It follows from the terms and from what had been led by then, so it is the
 * same today and in five years: nothing to store. A renewed term that follows on directly is no new entry.
 */
export const enteredAt = (convenors: readonly Convenor[], turns: readonly Turn[]): Map<number, number> => {
  const levels = new Map<number, number>()
  const entries = [...convenors].sort((a, b) => a.from.localeCompare(b.from) || a.personId - b.personId)
  for (const { personId, from } of entries) {
    if (convenors.some((term) => term.personId === personId && isServing(term, dayBefore(from)))) continue
    const led = turnsLed(turns.filter((turn) => turn.period.startsOn < from))
    const loadOf = (id: number): number => (led.get(id) ?? 0) + (levels.get(id) ?? 0)
    const incumbents = convenors.filter(
      (term) => term.personId !== personId && term.from < from && isServing(term, from),
    )
    const level = entryLevel([...new Set(incumbents.map((term) => term.personId))].map(loadOf), 1)
    const lift = Math.max(0, level - loadOf(personId))
    if (lift > 0) levels.set(personId, (levels.get(personId) ?? 0) + lift)
  }
  return levels
}

/** Everybody who serves on the day a period begins, the one whose turn it is first. */
export const turnStandings = (
  personIds: readonly number[],
  convenors: readonly Convenor[],
  turns: readonly Turn[],
  levels: ReadonlyMap<number, number>,
  seed: string,
  periodKey: string,
): TurnStanding[] => {
  const led = turnsLed(turns)
  return personIds
    .map((personId) => {
      const own = turns.filter((turn) => turn.personId === personId).map((turn) => turn.period.startsOn)
      const terms = convenors.filter((term) => term.personId === personId).map((term) => term.from)
      const count = led.get(personId) ?? 0
      const level = levels.get(personId) ?? 0
      return {
        personId,
        turns: count,
        enteredAtTurns: level,
        load: count + level,
        waitingSince: (own.length > 0 ? own : terms).reduce((latest, date) => (date > latest ? date : latest), ''),
        lot: lot(seed, personId, periodKey),
      }
    })
    .sort((a, b) => compareStandings(a, b).order)
}

/** Which of two comes first, and by which fact. */
export const compareStandings = (a: TurnStanding, b: TurnStanding): { order: number; decidedBy: TurnDecider } => {
  if (a.load !== b.load) return { order: a.load - b.load, decidedBy: 'load' }
  if (a.waitingSince !== b.waitingSince)
    return { order: a.waitingSince < b.waitingSince ? -1 : 1, decidedBy: 'waitingSince' }
  return { order: a.lot - b.lot || a.personId - b.personId, decidedBy: 'lot' }
}
