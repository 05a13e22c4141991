/**
 * text: words somebody wrote, masked before they are shown. name: deputies and staff, meant to be read. count: a number.
 * plain: days, states, record numbers, labels of our own.
 */
export type ColumnKind = 'text' | 'name' | 'count' | 'plain'

export interface Column {
  readonly key: string
  readonly title: string
  /** Characters (a Chinese one is two). */
  readonly width: number
  readonly kind: ColumnKind
}

/** One of the thirteen books of the station's ledger (工作台账). */
export interface Book {
  readonly no: number
  readonly key: string
  readonly title: string
  /** What people call it in a line: 接待. */
  readonly names: readonly string[]
  /** dated: its rows belong to a day, and a period is cut out of it. standing: the state of things now. */
  readonly span: 'dated' | 'standing'
  readonly columns: readonly Column[]
}

export type Cell = string | number | null
/** A row by the keys of its book's columns; a key that is missing is an empty cell. */
export type BookRow = Readonly<Record<string, Cell | undefined>>

const column =
  (kind: ColumnKind) =>
  (key: string, title: string, width: number): Column => ({ key, title, width, kind })

export const text = column('text')
export const name = column('name')
export const count = column('count')
export const plain = column('plain')
