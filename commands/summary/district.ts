import { FIGURES, type FigureKey, type Figures, figure, figuresOf } from '../../station/summary/figures.js'
import type { PeriodRecords, SummaryPeriod } from '../../station/summary/records.js'
import { GROUP_LINES, OFFLINE } from '../../station/summary/summary.js'
import { copy } from './copy.js'
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
  const lines = TOLD.flatMap((key) => {
    const parts = rows
      .map(({ station, figures }) => [station, valueIn(figures, key) ?? 0] as const)
      .filter(([, value]) => value > 0)
    const total = parts.reduce((sum, [, value]) => sum + value, 0)
    return total === 0 ? [] : [copy.districtLine(FIGURES[key].label, total, FIGURES[key].unit, parts)]
  })
  const quiet = rows.filter(({ figures }) => TOLD.every((key) => (valueIn(figures, key) ?? 0) === 0))
  if (quiet.length > 0) lines.push(copy.districtQuiet(quiet.map(({ station }) => station)))
  const told = lines.slice(0, GROUP_LINES)
  return {
    summary: {
      station: district,
      period,
      author: OFFLINE,
      statements: told.map((text) => ({ text, evidence: [] })),
      figures: { rows: [], categories: [] },
    },
    group: [copy.districtTitle(district, stations.length, period), ...told].join('\n'),
    archive: [
      {
        heading: district,
        columns: copy.districtColumns,
        rows: rows.map(({ station, figures }) => [
          station,
          ...COLUMNS.map((key) => {
            const value = valueIn(figures, key)
            return value === null ? '' : String(value)
          }),
        ]),
      },
    ],
    public: [copy.districtTitle(district, stations.length, period), ...told.filter((_, index) => index < 3)].join('\n'),
  }
}
