import type { StationContext } from '../commands/context.js'
import { copy } from '../commands/rotation/copy.js'
import { keepTurns, turnsFrom } from '../commands/rotation/turns.js'
import { daily, type Job } from './job.js'

/** On the eve of a new convenor's turn at 18:00, and on its first morning at 7:30. */
export const turnReminders: readonly Job[] = [
  {
    name: 'turn-eve',
    graceMinutes: 5 * 60,
    slots: (_db, station, after, upTo) =>
      daily('18:00', station, after, upTo).filter(({ at }) => at.add({ days: 1 }).day === 1),
    async run(context) {
      const [ending, beginning] = await turns(context, 2)
      if (ending && beginning) await context.announce(copy.eve(ending.name, beginning.name, beginning.turn))
    },
  },
  {
    name: 'turn-morning',
    graceMinutes: 12 * 60,
    slots: (_db, station, after, upTo) => daily('07:30', station, after, upTo).filter(({ at }) => at.day === 1),
    async run(context) {
      const [beginning] = await turns(context, 1)
      if (beginning) await context.announce(copy.morning(beginning.name, beginning.turn), { urgent: true })
    },
  },
]

/** The turns as they stand now, stored, so that what was announced is what is kept. */
async function turns({ change, db, station, now }: StationContext, months: number) {
  const table = await turnsFrom(db, station, now, months)
  await keepTurns(change, station, table.turns)
  const people = await db.person.findMany({ where: { id: { in: table.turns.map(({ personId }) => personId) } } })
  return table.turns.map((turn) => ({ turn, name: people.find(({ id }) => id === turn.personId)!.name }))
}
