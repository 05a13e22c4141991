import type { Summary } from '../../prisma/generated/client.js'
import type { SummaryKind } from '../../station/summary/records.js'
import { momentOf } from '../../station/time/civil.js'
import { copy } from './copy.js'

/** What a campaign is about, as a summary of it is filed: 主题:停车. */
export const THEME = '主题:'
export const themeOf = (about: string | null): string | null =>
  about?.startsWith(THEME) ? about.slice(THEME.length) : null

/** Of the station itself or of one of its records, not of a district or of a station as its district reads it. */
export const isOfRecord = (about: string | null): boolean =>
  about === null || /^[A-Z]\d+$/.test(about) || themeOf(about) !== null

/** A convenor's own words need not open with a title: the record or the period they are about then names them. */
export function titleAndBody(
  { text, kind, about, fromAt, untilAt }: Pick<Summary, 'text' | 'kind' | 'about' | 'fromAt' | 'untilAt'>,
  station: string,
): { title: string; body: string[] } {
  const lines = text.split('\n')
  const theme = themeOf(about)
  const title = copy.title(station, {
    kind: kind as SummaryKind,
    from: momentOf(fromAt),
    until: momentOf(untilAt),
    ...(theme !== null && { theme }),
  })
  const titled = !isOfRecord(about) || lines[0]!.startsWith(title)
  return titled ? { title: lines[0]!, body: lines.slice(1) } : { title, body: lines }
}
