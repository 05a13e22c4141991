import { type FigureKey, type Figures, figure } from '../../station/summary/figures.js'
import { instructionLike } from '../../station/summary/instruction-like.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import { oneLine } from '../../station/text/one-line.js'
import { copy, day } from './copy.js'

const LISTED = 6
const QUOTE_CHARS = 40

const plain = (text: string): string => (instructionLike(text) ? '' : oneLine(text, QUOTE_CHARS))

const quote = (text: string): string => (text === '' ? '' : `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`)

/** Totals in the order they are told, each only if some record speaks of it. */
const TOTALS: readonly { key: FigureKey; say: (value: number) => string }[] = [
  { key: 'activitiesHeld', say: (value) => `开展活动${value}场` },
  { key: 'attended', say: (value) => `代表到场${value}人次` },
  { key: 'audience', say: (value) => `受众${value}人次` },
  { key: 'receptionsHeld', say: (value) => `接待${value}次` },
  { key: 'visitors', say: (value) => `来访${value}人次` },
  { key: 'opinions', say: (value) => `登记群众意见${value}件` },
  { key: 'opinionsClosed', say: (value) => `已办结${value}件` },
]

/** All totals that are not nought in one sentence; "" when there is none. */
export const totalsText = (figures: Figures): string => {
  const said = TOTALS.flatMap(({ key, say }) => {
    const value = figure(figures, key)?.value ?? 0
    return value > 0 ? [say(value)] : []
  })
  return said.length === 0 ? '' : `${said.join('，')}。`
}

/**
 * The 公开 version of records that were already reduced to what may leave the house. Totals are those of all records.
 * Opinions appear by their masked words only, without who brought them.
 */
export const publicText = (records: PeriodRecords, figures: Figures): string => {
  const activities = records.activities
    .filter(({ phase, title }) => phase === 'held' && plain(title) !== '')
    .slice(0, LISTED)
    .map(
      ({ title, on, place }) =>
        `${plain(title)}（${[day(on), plain(place ?? '')].filter((part) => part !== '').join('，')}）`,
    )
  const matters = (records.matters ?? []).map(
    ({ kind, title, on, counts }) =>
      `${kind}${quote(plain(title))}（${day(on)}）：${counts.map(({ label, value, unit }) => `${label}${value}${unit}`).join('，')}。`,
  )
  const opinions = records.opinions
    .map(({ text }) => plain(text))
    .filter((text) => text !== '')
    .slice(0, LISTED)
    .map(quote)
  const lines = [
    totalsText(figures),
    ...matters,
    activities.length === 0 ? '' : `活动：${activities.join('、')}。`,
    opinions.length === 0 ? '' : `群众关心：${opinions.join('、')}。`,
  ].filter((part) => part !== '')
  return [copy.publicTitle(records.station, records.period), ...(lines.length > 0 ? lines : [copy.nothingPublic])].join(
    '\n',
  )
}
