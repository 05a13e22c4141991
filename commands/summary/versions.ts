import type { CheckedItem } from '../../station/summary/faithful.js'
import { type Figures, figuresOf } from '../../station/summary/figures.js'
import { pointsOf } from '../../station/summary/points.js'
import { publicRecords } from '../../station/summary/public-records.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import { completeWith, OFFLINE, type Statement, type Summary } from '../../station/summary/summary.js'
import { archiveForm, type FormSection } from './archive-form.js'
import { copy, line, quoted, statement, type WithoutModel } from './copy.js'
import { publicText } from './public-copy.js'

/** What a model made of the records, checked; or why it made nothing. */
export type Phrasing = { author: string; items: readonly CheckedItem[] } | { without: WithoutModel }

/** One set of figures, three ways to show it. */
export interface Versions {
  summary: Summary
  /** 群内: a title and at most five lines. */
  group: string
  /** 归档: every record in full. */
  archive: FormSection[]
  /** 公开: the same totals, and only what may leave the house. */
  public: string
}

const groupText = (summary: Summary, note: string): string => {
  const title = copy.title(summary.station, summary.period)
  return [note === '' ? title : `${title}（${note}）`, ...summary.statements.map(line)].join('\n')
}

const phrased = (items: readonly CheckedItem[]): Statement[] =>
  items.map((item) => (item.kind === 'statement' ? item.statement : quoted(item.quotation)))

/** All three versions of a period; without a phrasing, or where nothing of it was believed, in the house's own words. */
export const versionsOf = (records: PeriodRecords, phrasing: Phrasing = { without: 'none' }): Versions => {
  const figures: Figures = figuresOf(records)
  const offline = pointsOf(records, figures).map(statement)
  const believed = 'items' in phrasing && phrasing.items.some(({ kind }) => kind === 'statement')
  const quotes = 'items' in phrasing ? phrasing.items.filter(({ kind }) => kind === 'quotation').length : 0
  const summary: Summary = {
    station: records.station,
    period: records.period,
    author: believed ? phrasing.author : OFFLINE,
    statements: believed ? completeWith(phrased(phrasing.items), offline) : completeWith([], offline),
    figures,
  }
  const note = believed
    ? quotes === 0
      ? ''
      : copy.quotedCount(quotes)
    : copy.withoutModel['without' in phrasing ? phrasing.without : 'unbelieved']
  return {
    summary,
    group: groupText(summary, note),
    archive: archiveForm(records, figures),
    public: publicText(publicRecords(records), figures),
  }
}
