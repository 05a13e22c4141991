import { FIGURES, type FigureKey, type Figures, figure, figuresOf } from '../../station/summary/figures.js'
import type { PeriodRecords, SummaryPeriod } from '../../station/summary/records.js'
import { GROUP_LINES, OFFLINE } from '../../station/summary/summary.js'
import { copy } from './copy.js'
import { totalsText } from './public-copy.js'
import type { Versions } from './versions.js'

const TOLD: readonly FigureKey[] = ['activitiesHeld', 'receptionsHeld', 'opinions', 'opinionsClosed']
const COLUMNS: readonly FigureKey[] = [
  'activitiesHeld',
  'attended',
  'audience',
  'receptionsHeld',
  'visitors',
  'opinions',
  'opinionsAnswered',
  'opinionsClosed',
]

const valueIn = (figures: Figures, key: FigureKey): number | null => figure(figures, key)?.value ?? null

/** All stations of a district side by side, in the order of the roll and not by size: what is told is no ranking. */
export const districtVersions = (
  district: string,
  stations: readonly PeriodRecords[],
  period: SummaryPeriod,
): Versions => {
  const rows = stations.map((records) => ({ station: records.station, figures: figuresOf(records) }))
  const totals = COLUMNS.flatMap((key) => {
    const known = rows.map(({ figures }) => valueIn(figures, key)).filter((value) => value !== null)
    return known.length === 0 ? [] : [{ key, value: known.reduce((sum, value) => sum + value, 0), evidence: [] }]
  })
  const totalOf = (key: FigureKey): number => totals.find((row) => row.key === key)?.value ?? 0
  const lines = TOLD.filter((key) => totalOf(key) > 0).map((key) => {
    const parts = rows.map(({ station, figures }) => [station, valueIn(figures, key) ?? 0] as const)
    const { label, unit } = FIGURES[key]
    return copy.districtLine(
      label,
      totalOf(key),
      unit,
      parts.filter(([, value]) => value > 0),
    )
  })
  const quiet = rows.filter(({ figures }) => TOLD.every((key) => (valueIn(figures, key) ?? 0) === 0))
  if (quiet.length > 0) lines.push(copy.districtQuiet(quiet.map(({ station }) => station)))
  const told = lines.slice(0, GROUP_LINES)
  const title = copy.districtTitle(district, stations.length, period)
  const figures: Figures = { rows: totals, categories: [] }
  const text = (value: number | null): string => (value === null ? '' : String(value))
  return {
    summary: {
      station: district,
      period,
      author: OFFLINE,
      statements: told.map((line) => ({ text: line, evidence: [] })),
      figures,
    },
    group: [title, ...told].join('\n'),
    archive: [
      {
        heading: copy.districtHeading(district, stations.length, quiet.length),
        columns: copy.districtColumns,
        rows: [
          ...rows.map((row) => [row.station, ...COLUMNS.map((key) => text(valueIn(row.figures, key)))]),
          [copy.districtTotal, ...COLUMNS.map((key) => text(totals.find((row) => row.key === key)?.value ?? null))],
        ],
      },
    ],
    public: [title, totalsText(figures)].filter((line) => line !== '').join('\n'),
  }
}
