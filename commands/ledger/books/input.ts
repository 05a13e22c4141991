import type { Tx } from '../../../prisma/change.js'
import type { Station } from '../../../prisma/generated/client.js'
import type { BookRow } from '../../../station/ledger/book.js'
import type { LedgerSpan } from '../../../station/ledger/span.js'
import { dateOf, type Moment, momentOf, Temporal, ZONE } from '../../../station/time/civil.js'

/** What a book is read from: one station, one stretch of time, the rows as they are now. */
export interface BookInput {
  db: Tx
  station: Station
  span: LedgerSpan
  now: Moment
}

/** Few queries for a whole book, never one per row: a year of thirteen stations is read in seconds. */
export type BookLoader = (input: BookInput) => Promise<BookRow[]>

const startOf = (day: Temporal.PlainDate): Date => dateOf(day.toZonedDateTime({ timeZone: ZONE }))

/** Instants of a stretch, for a column of instants. */
export const instants = ({ from, until }: LedgerSpan): { gte: Date; lt: Date } => ({
  gte: startOf(from),
  lt: startOf(until),
})

/** Civil days of a stretch, for a column of ISO text. "2021-06" counts as its first day. */
export const days = ({ from, until }: LedgerSpan): { gte: string; lt: string } => ({
  gte: from.toString(),
  lt: until.toString(),
})

/** "2021", "2021-06": whether what is known of a day lies in the stretch. */
export const dayInSpan = (known: string | null, { from, until }: LedgerSpan): boolean => {
  if (known === null) return false
  const [year, month = '01', day = '01'] = known.split('-')
  const first = Temporal.PlainDate.from(`${year}-${month}-${day}`)
  return Temporal.PlainDate.compare(first, from) >= 0 && Temporal.PlainDate.compare(first, until) < 0
}

export const dayText = (at: Date | null | undefined): string | null =>
  at ? momentOf(at).toPlainDate().toString() : null
export const minuteText = (at: Date | null | undefined): string | null =>
  at ? `${dayText(at)} ${momentOf(at).toPlainTime().toString({ smallestUnit: 'minute' })}` : null
/** A stamp kept as ISO text. */
export const stampDay = (stamps: unknown, key: string): string | null => {
  const at = (stamps as Record<string, string> | null)?.[key]
  return at ? dayText(new Date(at)) : null
}

export const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('、'))

/** Names of people, each asked for once. */
export async function namesById(db: Tx, ids: Iterable<number>): Promise<(id: number) => string> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}
