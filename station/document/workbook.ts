import type { Temporal } from 'temporal-polyfill'

/** One cell: text, a figure, a civil date or date with time (always Chinese civil time, never an instant), or nothing. */
export type Cell = string | number | Temporal.PlainDate | Temporal.PlainDateTime | null

export interface Column {
  title: string
  /** Width in characters of the body font; a Chinese character counts as two. */
  widthChars?: number
}

export interface Sheet {
  /** ≤ 31 characters, without []:*?/\ : what spreadsheets allow. */
  name: string
  /** A line above the columns: 秦淮医疗 接待登记表 2026年5月. */
  heading?: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

export interface Workbook {
  sheets: readonly Sheet[]
}
