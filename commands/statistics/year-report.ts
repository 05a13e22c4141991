import { inOrder } from '../../station/duty/book.js'
import { UNCOUNTED_OPINIONS } from '../../station/opinion/states.js'
import { isHeld } from '../../station/plan/activity-record.js'
import { LEADING } from '../../station/roles.js'
import { POSITIONS, type Position, positionOf } from '../../station/statistics/four-positions.js'
import type { Span } from '../../station/statistics/span.js'
import { yearSpan } from '../../station/statistics/span.js'
import { momentOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import type { DocumentMaker } from '../documents/document.js'
import { requestDocument } from '../documents/request.js'
import { readDuty } from '../duty/book.js'
import { recordOf } from '../plan/load.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'
import { within } from './load.js'
import { spanSaid } from './statistic.js'

const KIND = 'four-positions'

interface Held {
  no: number
  title: string
  on: string
  persons: number | null
}

export interface FourPositions {
  year: number
  held: Readonly<Record<Position, readonly Held[]>>
  opinions: number
  closed: number
  receptions: number
  contacts: number
  meetings: number
  consultations: number
  comments: number
  topics: number
  suggestions: number
  reportedUp: number
}

/** Every figure of the yearly report, each counted once and from the rows themselves. */
export async function fourPositions(
  { db, station }: Pick<StationContext, 'db' | 'station'>,
  span: Span,
): Promise<FourPositions> {
  const here = { stationId: station.id }
  const during = within(span)
  const rows = await db.activity.findMany({ where: { ...here, startsAt: during }, orderBy: { startsAt: 'asc' } })
  const held = Object.fromEntries(POSITIONS.map((position) => [position, [] as Held[]])) as Record<Position, Held[]>
  for (const row of rows)
    if (isHeld(recordOf(row))) {
      const at = momentOf(row.startsAt)
      held[positionOf(row)].push({
        no: row.no,
        title: row.title,
        on: `${at.month}月${at.day}日`,
        persons: row.headcountPersons,
      })
    }
  const counted = { ...here, recordedAt: during, state: { notIn: UNCOUNTED_OPINIONS } }
  const closed = { ...counted, state: { in: ['办结', '归档'] } }
  const [from, until] = [span.from.toPlainDate().toString(), span.until.toPlainDate().toString()]
  const receptions = inOrder(await readDuty(db, station.id)).filter(({ shift, stage }) => {
    const date = shift.date.toString()
    return date >= from && date < until && stage === 'summarised'
  })
  const consultations = await db.consultation.findMany({
    where: { ...here, startedAt: during, state: { not: 'struck' } },
  })
  return {
    year: span.from.year,
    held,
    opinions: await db.opinion.count({ where: counted }),
    closed: await db.opinion.count({ where: closed }),
    receptions: receptions.length,
    contacts: await db.contactRecord.count({ where: { ...here, at: during, state: 'kept' } }),
    meetings: await db.meeting.count({ where: { ...here, startsAt: during, state: { not: 'cancelled' } } }),
    consultations: consultations.length,
    comments: await db.consultationComment.count({
      where: { ...here, consultationNo: { in: consultations.map(({ no }) => no) }, state: 'given' },
    }),
    topics: await db.topicWork.count({ where: { ...here, startedAt: during, state: { not: 'struck' } } }),
    suggestions: await db.suggestion.count({ where: { ...here, draftedAt: during, state: { not: 'withdrawn' } } }),
    reportedUp: await db.opinionEscalation.count({
      where: { ...here, at: during, struck: false, organ: { not: null } },
    }),
  }
}

export const yearReportCommand = command({
  name: '四定位年报',
  aliases: ['年报 四定位', '年报四定位', '四个定位年报'],
  summary: '按四个定位写年报初稿',
  args: { span: optional(spanSaid()) },
  who: LEADING,
  changes: false,
  silentAlone: true,
  examples: ['年报 四定位', '四定位年报 2025年'],
  async run(context, { span }) {
    const over = yearSpan(context.now, (span ?? yearSpan(context.now)).from.year)
    await context.say(copy.positions(await fourPositions(context, over)))
    await requestDocument(context, { kind: KIND, args: { year: over.from.year }, to: 'here' })
  },
})

/** The same figures as a paper with the four headings, each activity by its number. */
export const yearReportDocument: DocumentMaker = {
  kind: KIND,
  async make({ db, station, now, services, args }) {
    const figures = await fourPositions({ db, station }, yearSpan(now, args.year as number))
    const title = copy.reportTitle(station.name, figures.year)
    const bytes = await services.press.paper({
      title,
      subtitle: copy.reportSubtitle(now),
      blocks: POSITIONS.flatMap((position) => [
        { kind: 'heading' as const, text: position },
        { kind: 'text' as const, text: copy.positionLine(position, figures) },
        ...(figures.held[position].length > 0
          ? [
              {
                kind: 'table' as const,
                head: copy.reportColumns,
                rows: figures.held[position].map(({ no, on, title: name, persons }) => [
                  `H${no}`,
                  on,
                  name,
                  persons === null ? '' : String(persons),
                ]),
              },
            ]
          : []),
      ]),
    })
    const mimeType = MIME.docx
    return { file: { name: `${title}.docx`, mimeType, bytes } }
  },
}
