import { waitingRows } from '../../station/activity/sign-up-book.js'
import type { OpenBook } from '../activity/book.js'
import type { StationContext } from '../context.js'
import { copy } from './copy.js'
import { noteListPosted } from './store.js'

/** The list of an activity as a valid 接龙 text, with further lines under its title; whoever copies and joins it is understood. */
export async function printList(
  { db }: StationContext,
  open: OpenBook,
  description: readonly string[] = [],
): Promise<string> {
  const rows = await noteListPosted(db, open)
  return copy.list(
    open.activity,
    open.book,
    rows.map(({ text }) => text),
    waitingRows(open.book).map(({ person }) => person),
    description,
  )
}
