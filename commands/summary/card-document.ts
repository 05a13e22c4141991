import type { Board, BoardBlock } from '../../station/document/board.js'
import { UNCLASSIFIED } from '../../station/summary/facts.js'
import { FIGURES, type FigureKey, figure, figuresOf } from '../../station/summary/figures.js'
import { type CalendarKind, currentPeriod } from '../../station/summary/period.js'
import type { PeriodRecords, SummaryPeriod } from '../../station/summary/records.js'
import { type Moment, Temporal, ZONE } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'
import { periodRecords } from './load.js'
import { versionsOf } from './versions.js'
import type { WantedPeriod } from './write.js'

const BIG: readonly FigureKey[] = ['activitiesHeld', 'attended', 'audience', 'receptionsHeld', 'visitors', 'opinions']
const ACROSS = 3

/** The same figures as the text, big; opinions by category as bars; no name and no opinion's words. */
export const summaryCardOf = (records: PeriodRecords, now: Moment): Board => {
  const figures = figuresOf(records)
  const shown = BIG.flatMap((key) => {
    const value = figure(figures, key)?.value ?? 0
    return value > 0
      ? [{ label: FIGURES[key].label, value: `${value.toLocaleString('en-US')}${FIGURES[key].unit}` }]
      : []
  })
  const blocks: BoardBlock[] = []
  for (let at = 0; at < shown.length; at += ACROSS)
    blocks.push({ kind: 'figures', figures: shown.slice(at, at + ACROSS) })
  if (shown.length === 0) blocks.push({ kind: 'text', text: copy.nothingYet })
  if (figures.categories.length > 0)
    blocks.push(
      { kind: 'heading', text: copy.categoriesHeading },
      {
        kind: 'bars',
        bars: figures.categories.slice(0, 8).map(({ category, value }) => ({ label: category ?? UNCLASSIFIED, value })),
      },
    )
  return {
    title: versionsOf(records).group.split('\n')[0]!,
    format: 'card',
    footer: copy.cardFooter(now),
    blocks,
  }
}

const startOf = (day: string): Moment => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE })

const wantedPeriod = ({ kind, on, until }: WantedPeriod, now: Moment): SummaryPeriod =>
  until === undefined
    ? currentPeriod(kind as CalendarKind, on === undefined ? now : startOf(on))
    : { kind: 'since', from: startOf(on!), until: startOf(until) }

export const summaryCard: DocumentMaker = {
  kind: 'summary-card',
  async make({ db, station, now, services, args }) {
    const records = await periodRecords(db, station, wantedPeriod(args as unknown as WantedPeriod, now), now)
    const board = summaryCardOf(records, now)
    const bytes = await services.press.board(board)
    return { file: { name: copy.cardFile(board.title), mimeType: MIME.png, bytes } }
  },
}

interface MonthCount {
  month: number
  activities: number
  opinions: number
}

/** A year's months side by side; months still to come are left out. */
export const monthChartOf = (station: string, months: readonly MonthCount[], now: Moment): Board => {
  const bars = (key: 'activities' | 'opinions') =>
    months.map((row) => ({ label: copy.monthName(row.month), value: row[key] }))
  return {
    title: copy.chartTitle(station, now.year),
    format: 'card',
    footer: copy.cardFooter(now),
    blocks: [
      { kind: 'heading', text: copy.chartActivities },
      { kind: 'bars', bars: bars('activities') },
      { kind: 'heading', text: copy.chartOpinions },
      { kind: 'bars', bars: bars('opinions') },
    ],
  }
}

export const monthChart: DocumentMaker = {
  kind: 'month-chart',
  async make({ db, station, now, services }) {
    const { activities, opinions } = await periodRecords(db, station, currentPeriod('year', now), now)
    const months = Array.from({ length: now.month }, (_, index) => ({
      month: index + 1,
      activities: activities.filter(({ phase, on }) => phase === 'held' && on.month === index + 1).length,
      opinions: opinions.filter(({ recordedOn }) => recordedOn.month === index + 1).length,
    }))
    const bytes = await services.press.board(monthChartOf(station.name, months, now))
    return { file: { name: copy.chartFile(station.name, now.year), mimeType: MIME.png, bytes } }
  },
}
