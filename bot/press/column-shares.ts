import { halfWidths, widestRun } from './text-width.js'

/** A column of words is not made wider than this, half characters, while others go short. */
const WIDEST = 44
/** Two Chinese characters: a heading of four stands in two lines. */
const NARROWEST = 4

/**
 * How many half characters each column gets of `total`: enough that no figure or date is broken, and the rest to those that
 * have the longest texts.
 */
export function columnShares(rows: readonly (readonly string[])[], total: number): number[] {
  const count = Math.max(0, ...rows.map(({ length }) => length))
  const columns = Array.from({ length: count }, (_, at) => rows.map((row) => row[at] ?? ''))
  const least = columns.map((cells) => Math.max(NARROWEST, ...cells.map((cell) => widestRun(cell) + 1)))
  const wanted = columns.map((cells, at) => {
    const lines = cells.flatMap((cell) => cell.split('\n')).map(halfWidths)
    return Math.max(least[at]!, Math.min(WIDEST, Math.max(...lines)))
  })
  const spare = total - sum(least)
  const wish = sum(wanted) - sum(least)
  if (spare <= 0 || wish === 0) return least
  return least.map((width, at) => width + ((wanted[at]! - width) * Math.min(spare, wish)) / wish)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
