import { err, ok, type Result } from '../result.js'
import type { Book, Column } from './book.js'

/** A station's own form of a book: which columns, in which order, under which titles. Columns not listed are hidden. */
export interface OwnColumn {
  readonly key: string
  readonly title?: string
}

export type ColumnRefusal = { code: 'noColumn'; said: string } | { code: 'twice'; said: string } | { code: 'noneLeft' }

/** The book's columns as this station wants them; without its own form, the book's. A column of ours that is gone is skipped. */
export const columnsOf = (book: Book, own: readonly OwnColumn[] | undefined): Column[] =>
  own === undefined
    ? [...book.columns]
    : own.flatMap(({ key, title }) => {
        const column = book.columns.find((row) => row.key === key)
        return column ? [{ ...column, ...(title !== undefined && { title }) }] : []
      })

/**
 * Reads what somebody typed, in order: a title of ours (编号), or a title with the station's own word for it (主题=活动名称).
 * A title the station gave before is understood too.
 */
export const readColumns = (
  book: Book,
  typed: readonly string[],
  own: readonly OwnColumn[] | undefined,
): Result<OwnColumn[], ColumnRefusal> => {
  const chosen: OwnColumn[] = []
  for (const word of typed) {
    const [said = '', title = ''] = word.split(/[=＝]/)
    const known = own?.find((row) => row.title === said)
    const column = book.columns.find((row) => row.title === said || row.key === known?.key)
    if (!column) return err({ code: 'noColumn', said })
    if (chosen.some(({ key }) => key === column.key)) return err({ code: 'twice', said })
    const named = title || known?.title
    chosen.push({ key: column.key, ...(named && { title: named }) })
  }
  return chosen.length === 0 ? err({ code: 'noneLeft' }) : ok(chosen)
}
