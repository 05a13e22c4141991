import type { TableRow } from './table.js'

export type ColumnKey =
  | 'name'
  | 'level'
  | 'professions'
  | 'employer'
  | 'delegation'
  | 'term'
  | 'kind'
  | 'until'
  | 'consent'

/** How rosters head their columns, without blanks and brackets. Columns that are not named here are left alone. */
const HEADINGS: Readonly<Record<ColumnKey, readonly string[]>> = {
  name: ['姓名', '代表姓名', '名字', '代表'],
  level: ['级别', '层级', '代表级别', '代表层级', '人大级别', '哪级代表'],
  professions: ['专业', '专业类别', '专业领域', '行业', '界别'],
  employer: ['单位', '工作单位', '所在单位', '单位及职务', '工作单位及职务', '单位职务'],
  delegation: ['代表团', '所在代表团', '所属代表团'],
  term: ['届次', '届别', '第几届'],
  kind: ['类型', '代表类型', '身份', '进站方式', '驻站方式'],
  until: ['到期', '期限', '到期日期', '截止日期', '任期至', '有效期至'],
  consent: ['意愿', '是否同意', '本人意愿', '同意', '是否同意加入'],
}

/** The heading stands within the first lines: titles and notes may stand above it. */
const HEADING_WITHIN = 12

export type Columns = Partial<Record<ColumnKey, number>>

export type HeadingFault =
  | { readonly code: 'no-heading' }
  | { readonly code: 'column-missing'; readonly line: number; readonly column: '姓名' | '级别' }
  | { readonly code: 'column-twice'; readonly line: number; readonly column: string }

/** A heading without blanks, stars and remarks in brackets: *级 别（必填） → 级别. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:]/g, '')

const keyOf = (heading: string): ColumnKey | undefined =>
  (Object.keys(HEADINGS) as ColumnKey[]).find((key) => HEADINGS[key].includes(bare(heading)))

/** The line of headings and which column is which. */
export function findHeading(
  rows: readonly TableRow[],
): { ok: true; row: TableRow; columns: Columns } | { ok: false; faults: HeadingFault[] } {
  const row = rows.slice(0, HEADING_WITHIN).find(({ cells }) => {
    const keys = cells.map(({ text }) => keyOf(text)).filter(Boolean)
    return keys.includes('name') ? keys.length > 1 : keys.length > 2
  })
  if (!row) return { ok: false, faults: [{ code: 'no-heading' }] }
  const columns: Columns = {}
  const faults: HeadingFault[] = []
  row.cells.forEach(({ text }, index) => {
    const key = keyOf(text)
    if (!key) return
    if (columns[key] !== undefined) faults.push({ code: 'column-twice', line: row.line, column: bare(text) })
    else columns[key] = index
  })
  if (columns.name === undefined) faults.push({ code: 'column-missing', line: row.line, column: '姓名' })
  if (columns.level === undefined) faults.push({ code: 'column-missing', line: row.line, column: '级别' })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, row, columns }
}
