import type { Prisma, Summary } from '../../prisma/generated/client.js'
import type { SummaryPeriod } from '../../station/summary/records.js'
import { dateOf } from '../../station/time/civil.js'
import type { CommandContext, StationContext } from '../context.js'
import { higherLine } from '../linkage/escalation.js'
import type { Versions } from './versions.js'

/** The job that writes a summary, by its schedule or because a convenor asked. */
export const SUMMARY_JOB = 'summary'

/** A calendar period, the running one unless a day of another is named; or "since". */
export interface WantedPeriod {
  kind: string
  /** ISO: a day of the period, or where it begins if it has an end of its own. */
  on?: string
  /** ISO: the first day after it. */
  until?: string
}

/** What a run that was asked for is to write, and where it goes. */
export interface SummaryRequest extends Omit<WantedPeriod, 'kind'> {
  /** null for one record. */
  kind: string | null
  /** One record: "H12". */
  subject?: string
  /** All stations of the district. */
  district?: boolean
  /** One station of the district by its id, read by somebody who answers for the district: told privately. */
  ofStation?: number
  /** For review instead of to the group. */
  draft?: boolean
  /** One version, sent out at once: asked for by name. */
  release?: '归档' | '公开'
  roomId: string | null
  personId: number
}

/** Asks for a summary; it is written outside this transaction, because a model may take its time. */
export async function requestSummary(
  { db, station, message, roomId, speaker, now }: CommandContext,
  wanted: Omit<SummaryRequest, 'roomId' | 'personId'>,
): Promise<void> {
  await db.jobRun.create({
    data: {
      job: SUMMARY_JOB,
      slot: `asked:${message.seq}`,
      stationId: wanted.ofStation ?? station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: { ...wanted, roomId: wanted.ofStation === undefined ? roomId : null, personId: speaker.personId },
    },
  })
}

/** Stores a summary before it is posted; what is posted is the stored text to the letter. */
export async function storeSummary(
  context: StationContext,
  { summary, group, public: publicText, archive }: Versions,
  { kind, from, until }: SummaryPeriod,
  { about = null, state }: { about?: string | null; state: 'draft' | 'posted' },
): Promise<Summary> {
  // What a higher congress must help with stands by itself in the report of a month.
  const higher = kind === 'month' && about === null ? await higherLine(context) : ''
  const { change, station, now } = context
  return change.create('Summary', {
    stationId: station.id,
    kind,
    about,
    fromAt: dateOf(from),
    untilAt: dateOf(until),
    statements: summary.statements as unknown as Prisma.InputJsonArray,
    figures: summary.figures as unknown as Prisma.InputJsonObject,
    text: [group, higher].filter(Boolean).join('\n'),
    publicText,
    archive: archive as unknown as Prisma.InputJsonArray,
    state,
    released: state === 'posted' ? ['群内'] : [],
    author: summary.author,
    createdAt: dateOf(now),
  })
}
