import type { Tx } from '../../prisma/change.js'
import type { Summary } from '../../prisma/generated/client.js'
import { GROUP_LINES } from '../../station/summary/summary.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { AnswerHandler, CommandContext, StationContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { masked } from '../opinion/masked.js'
import { publishActivity } from './activity-summary.js'
import { copy } from './copy.js'

export const REVIEW = 'summary-review'
/** What was posted already: its other two versions may still be asked for. */
export const OTHERS = 'summary-others'
const REVIEW_MINUTES = 7 * 24 * 60

/** A draft waits for one person's word; a newer draft in the same place takes its turn. */
export async function openReview(
  db: Tx,
  {
    stationId,
    personId,
    roomId,
    summaryId,
  }: { stationId: number; personId: number; roomId: string | null; summaryId: number },
  now: Moment,
  kind: typeof REVIEW | typeof OTHERS = REVIEW,
): Promise<void> {
  const place = { personId, roomId, kind }
  await db.question.updateMany({
    where: { personId, roomId, kind: { in: [REVIEW, OTHERS] }, state: 'open' },
    data: { state: 'replaced' },
  })
  await db.question.create({
    data: {
      ...place,
      stationId,
      payload: { id: summaryId },
      askedAt: dateOf(now),
      expiresAt: dateOf(now.add({ minutes: REVIEW_MINUTES })),
    },
  })
}

type Verdict = '群内' | '归档' | '公开' | 'change'

const RELEASE = /^发布(?:\s*(群内|归档|公开))?$/u

/** 发布, 发布 归档, 发布 公开, 改 …: the convenor's word on a draft. */
export const reviewAnswer: AnswerHandler<Verdict> = {
  accepts: (folded) => {
    const released = RELEASE.exec(folded.trim())
    if (released) return (released[1] as Verdict | undefined) ?? '群内'
    return /^改[\s:]+\S/u.test(folded) ? 'change' : undefined
  },
  async run(context, { id }, verdict) {
    if (verdict === 'change')
      await changeText(context, id as number, context.message.kept.replace(/^\s*改[\s:：]+/u, ''))
    else await release(context, id as number, verdict)
    const { db, station, speaker, roomId, now } = context
    await openReview(db, { stationId: station.id, personId: speaker.personId, roomId, summaryId: id as number }, now)
  },
}

/** 发布 归档, 发布 公开 of a summary that stands in the group; its words are posted and no longer to be changed. */
export const othersAnswer: AnswerHandler<'归档' | '公开'> = {
  accepts: (folded) => /^发布\s*(归档|公开)$/u.exec(folded.trim())?.[1] as '归档' | '公开' | undefined,
  async run(context, { id }, version) {
    await release(context, id as number, version)
    const { db, station, speaker, roomId, now } = context
    const place = { stationId: station.id, personId: speaker.personId, roomId, summaryId: id as number }
    await openReview(db, place, now, OTHERS)
  },
}

/** Sends one version out; each is told from the stored row. */
export async function release(context: CommandContext, id: number, version: Exclude<Verdict, 'change'>): Promise<void> {
  const { db, change, speaker, now } = context
  const row = await db.summary.findUniqueOrThrow({ where: { id } })
  if (version === '群内' && row.about?.startsWith('H') && !(await publishActivity(context, row))) return
  const released = [...new Set([...row.released, version])]
  await change.update('Summary', id, {
    state: version === '归档' && row.state === 'draft' ? 'filed' : 'posted',
    released,
    reviewedBy: speaker.name,
    reviewedAt: dateOf(now),
  })
  if (version === '归档') return requestDocument(context, { kind: 'summary-archive', args: { id }, to: 'here' })
  if (version === '公开') return approve(context, row, speaker.personId, context.say)
  await context.announce(row.text, { urgent: true })
  if (context.roomId === null) await context.say(copy.released)
}

/** The public text as approved, kept beside the summary it was taken from. */
export async function approve(
  { change, station, now }: StationContext,
  { about, kind, publicText }: Summary,
  personId: number,
  say: (text: string) => Promise<void>,
): Promise<void> {
  await change.create('PublicText', {
    stationId: station.id,
    kind: 'summary',
    about: about ?? kind,
    text: publicText,
    state: 'approved',
    approvedById: personId,
    approvedAt: dateOf(now),
    createdAt: dateOf(now),
  })
  await say(copy.releasedPublic(publicText))
}

/** What a convenor writes instead is masked, cut to the lines of a group, and figures the records do not hold are named. */
export async function changeText(context: CommandContext, id: number, words: string): Promise<void> {
  const { db, change, station } = context
  const row = await db.summary.findUniqueOrThrow({ where: { id } })
  const typed = await masked(context, words.trim())
  const text = typed
    .split('\n')
    .slice(0, GROUP_LINES + 1)
    .join('\n')
  const known = new Set(`${row.text}${JSON.stringify([row.figures, row.archive])}`.match(/\d+/gu))
  const strange = [...new Set(text.match(/\d+/gu) ?? [])].filter((number) => !known.has(number))
  await change.update('Summary', id, { text })
  if (row.about?.startsWith('H')) {
    const key = { stationId: station.id, no: Number(row.about.slice(1)) }
    const activity = await db.activity.findUniqueOrThrow({ where: { stationId_no: key } })
    await change.update('Activity', activity.id, { summaryText: text })
  }
  await context.say(copy.changed(text, strange))
}
