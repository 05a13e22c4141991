import { copy as said } from '../../commands/people/import-copy.js'
import { describePlan, type ReadRoster, readRosterFile, writeRoster } from '../../commands/people/import-roster.js'
import { Change, type Sign } from '../../prisma/change.js'
import type { PrismaClient, Station } from '../../prisma/generated/client.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { press } from '../press/press.js'
import { copy } from './copy.js'
import { CONSOLE_TRANSACTION, Refusal } from './house.js'

export interface RosterOf {
  station: Station
  roster: ReadRoster
}

/** @throws Refusal when there is no such station, or with every fault of the file by the number of its line */
export async function readRosterOf(
  prisma: PrismaClient,
  name: string,
  bytes: Uint8Array,
  now: Moment,
): Promise<RosterOf> {
  const stations = await prisma.station.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } })
  const station = stations.find((one) => one.name === name || `${one.name}站` === name)
  if (!station)
    throw new Refusal(
      copy.noStation(
        name,
        stations.map((one) => one.name),
      ),
    )
  const read = await readRosterFile(press, bytes, station, now, '')
  if (!read.ok) throw new Refusal(said.refused(read.lines))
  return { station, roster: read }
}

export async function previewRoster(prisma: PrismaClient, { station, roster }: RosterOf): Promise<string> {
  const planned = await prisma.$transaction((tx) => describePlan({ db: tx, station }, roster), CONSOLE_TRANSACTION)
  return copy.preview(station.name, planned)
}

/** One transaction; `wrote` is told of every batch. */
export function importRoster(
  prisma: PrismaClient,
  { station, roster }: RosterOf,
  now: Moment,
  sign: Sign,
  wrote: (rows: number) => void,
): Promise<{ added: number; changed: number }> {
  return prisma.$transaction((tx) => {
    const change = new Change(tx, {
      changeId: `import:${station.id}:${now.epochMilliseconds}`,
      at: dateOf(now),
      actorId: null,
      actorName: copy.operator,
      action: '导入名单',
      stationId: station.id,
      causeSeq: null,
      sign,
    })
    const importing = { onPaper: true, byId: null, byName: copy.operator, wrote }
    return writeRoster({ db: tx, station, now, change }, roster.entries, importing)
  }, CONSOLE_TRANSACTION)
}
