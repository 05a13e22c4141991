import { type Roster, rosterOf } from '../../station/jielong/roster.js'
import type { CommandContext } from '../context.js'

/** Everybody a row of a list may mean, and whose accounts they are. */
export interface StationPeople {
  roster: Roster
  /** Account in the chat → person. */
  personOf: ReadonlyMap<string, number>
}

export async function stationPeople({ db, station }: CommandContext): Promise<StationPeople> {
  const people = await db.person.findMany({
    where: {
      OR: [
        { memberships: { some: { stationId: station.id, state: 'agreed' } } },
        { roles: { some: { stationId: station.id } } },
      ],
    },
    include: { accounts: true },
    orderBy: { id: 'asc' },
  })
  return {
    roster: rosterOf(people.map(({ id, name }) => ({ personId: id, name }))),
    personOf: new Map(
      people.flatMap(({ id, accounts }) => accounts.map(({ chatAccountId }) => [chatAccountId, id] as const)),
    ),
  }
}
