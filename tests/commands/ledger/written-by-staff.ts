import type { StationContext } from '../../../commands/context.js'
import { stationContext } from '../../../commands/station-context.js'
import type { Tx } from '../../../prisma/change.js'
import type { Station } from '../../../prisma/generated/client.js'
import type { Moment } from '../../../station/time/civil.js'
import type { Stage } from '../../replay/stage.js'

/** One transaction of a test, however slow the machine. */
export const within = <T>({ prisma }: Stage, work: (tx: Tx) => Promise<T>): Promise<T> =>
  prisma.$transaction(work, { timeout: 60_000, maxWait: 60_000 })

/** What the staff of a station write at one moment, beside any message. */
export const writtenByStaff = (
  tx: Tx,
  { services }: Stage,
  station: Station,
  now: Moment,
  changeId: string,
): StationContext =>
  stationContext(tx, station, now, services, {
    action: 'test',
    changeId,
    actorId: null,
    actorName: '孙莉',
    causeSeq: null,
  })
