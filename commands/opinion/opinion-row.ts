import type { Change, Tx } from '../../prisma/change.js'
import type { Opinion } from '../../prisma/generated/client.js'
import type { Pause } from '../../station/opinion/clock.js'
import type { OpinionFacts, ReplyClass } from '../../station/opinion/opinion-event.js'
import {
  ALL_OPINION_STATES,
  OPINION_STATES,
  type OpinionStamp,
  type OpinionState,
} from '../../station/opinion/states.js'
import { dateOf, type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { findableOtherwise, reindexOpinion } from './index-opinion.js'

/** One line of an opinion's history; texts in it are masked. */
export interface HistoryLine {
  at: string
  step: string
  by: string
  text: string
}

export const historyOf = (row: { history: unknown }): HistoryLine[] => row.history as HistoryLine[]

/** An opinion locked until the transaction ends. */
export async function lockOpinion(db: Tx, stationId: number, no: number): Promise<Opinion | null> {
  const [locked] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM "Opinion" WHERE "stationId" = ${stationId} AND no = ${no} FOR UPDATE`
  return locked ? db.opinion.findUnique({ where: { id: locked.id } }) : null
}

/** Throws where the store holds a state that no rule knows. */
export function stateOf({ state, no }: Pick<Opinion, 'state' | 'no'>): OpinionState {
  const key = ALL_OPINION_STATES.find((candidate) => OPINION_STATES[candidate].label === state)
  if (!key) throw new RangeError(`Y${no} is in a state nobody knows: ${state}`)
  return key
}

const day = (text: string | null): Temporal.PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text))

export function factsOf(row: Opinion): OpinionFacts {
  const stamps = row.stamps as Partial<Record<OpinionStamp, string>>
  return {
    no: row.no,
    state: stateOf(row),
    recordedAt: momentOf(row.recordedAt),
    content: row.text,
    stamps: Object.fromEntries(Object.entries(stamps).map(([stamp, at]) => [stamp, momentOf(new Date(at))])),
    unit: row.unit,
    hops: row.hops,
    redoCount: row.redoCount,
    replyClass: row.replyClass as ReplyClass | null,
    promisedOn: day(row.promisedOn),
  }
}

export function factColumns(facts: OpinionFacts) {
  const { state, stamps, unit, hops, redoCount, replyClass, promisedOn } = facts
  return {
    state: OPINION_STATES[state].label,
    stamps: Object.fromEntries(Object.entries(stamps).map(([stamp, at]) => [stamp, dateOf(at).toISOString()])),
    unit,
    hops,
    redoCount,
    replyClass,
    promisedOn: promisedOn?.toString() ?? null,
  }
}

export const withLine = (
  row: { history: unknown },
  now: Moment,
  step: string,
  by: string,
  text: string,
): HistoryLine[] => [...historyOf(row), { at: dateOf(now).toISOString(), step, by, text }]

export const pausesOf = (row: Opinion): Pause[] =>
  (row.pauses as { from: string; until: string | null }[]).map(({ from, until }) => ({
    from: Temporal.PlainDate.from(from),
    until: day(until),
  }))

/** Columns of one opinion, written with its history line. */
export async function patchOpinion(
  { change, now, speakerName }: { change: Change; now: Moment; speakerName: string },
  row: Opinion,
  patch: Partial<Opinion>,
  step: string,
  text: string,
): Promise<Opinion> {
  const history = withLine(row, now, step, speakerName, text) as unknown as Opinion['history']
  const after = await change.update('Opinion', row.id, { ...patch, history })
  if (findableOtherwise(row, after)) await reindexOpinion(change.tx, after)
  return after
}
