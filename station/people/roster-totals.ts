import { LEVELS, type Level } from './levels.js'
import type { TableRow } from './table.js'

/** What a roster, or whoever sends it, says it adds up to. */
export interface DeclaredTotals {
  readonly total: number | null
  readonly byLevel: Partial<Record<Level, number>>
}

const TOTAL = /(?:合计|总计|共计|共|总数)[^\d]{0,4}(\d{1,5})/
const LEVEL = /(全国|省|市|区)(?:级)?(?:代表)?[^\d\p{Script=Han}]{0,3}(\d{1,5})/gu

/** "合计52 全国2 省5 市7 区38", in a message or in a line of the file. Undefined when nothing is declared. */
export function readTotals(text: string): DeclaredTotals | undefined {
  const total = TOTAL.exec(text)
  const byLevel = Object.fromEntries([...text.matchAll(LEVEL)].map(([, level, persons]) => [level, Number(persons)]))
  if (!total && Object.keys(byLevel).length === 0) return undefined
  return { total: total ? Number(total[1]) : null, byLevel }
}

/** A line that adds up the lines above it. */
export const isTotalsRow = ({ cells }: TableRow): boolean => {
  const first = cells.find(({ text }) => text.trim() !== '')
  return first !== undefined && /^(?:合计|总计|共计|小计|总数)/.test(first.text.trim())
}

export interface TotalsFault {
  /** null: the sum of all. */
  readonly level: Level | null
  readonly declared: number
  readonly counted: number
}

/** Where what is declared is not what is there; also a declared sum that its own parts do not give (52 ≠ 2 + 5 + 7 + 37). */
export function compareTotals(
  { total, byLevel }: DeclaredTotals,
  people: readonly { level: string | null }[],
): TotalsFault[] {
  const faults: TotalsFault[] = []
  const deputies = people.filter(({ level }) => level !== null)
  if (total !== null && total !== deputies.length)
    faults.push({ level: null, declared: total, counted: deputies.length })
  for (const level of LEVELS) {
    const declared = byLevel[level]
    const counted = deputies.filter((person) => person.level === level).length
    if (declared !== undefined && declared !== counted) faults.push({ level, declared, counted })
  }
  return faults
}
