import type { Tx } from '../../prisma/change.js'
import type { Prisma } from '../../prisma/generated/client.js'
import { goingRows, type SignUpBook, type SignUpRow } from '../../station/activity/sign-up-book.js'
import { isInLine } from '../../station/activity/sign-up-status.js'
import {
  activeEntries,
  EMPTY_LIST,
  type EntryState,
  isActive,
  type ListState,
  noteWord,
  type SeenRow,
  withVersion,
} from '../../station/jielong/list-state.js'
import { personKey } from '../../station/jielong/resolve-rows.js'
import type { OpenBook } from '../activity/book.js'

/** The list of an activity as the sign-ups stand now: what was said by command since is in it. */
export async function loadList(db: Tx, { activity, book }: OpenBook): Promise<ListState> {
  const stored = await db.jielongList.findUnique({ where: { activityId: activity.id } })
  return inStep(db, (stored?.state as unknown as ListState | undefined) ?? EMPTY_LIST, book)
}

export async function saveList(db: Tx, activityId: number, state: ListState): Promise<void> {
  const json = state as unknown as Prisma.InputJsonObject
  await db.jielongList.upsert({
    where: { activityId },
    create: { activityId, state: json },
    update: { state: json },
  })
}

/** The sign-ups are the truth; the list only remembers how people wrote themselves in. */
async function inStep(db: Tx, list: ListState, book: SignUpBook): Promise<ListState> {
  let state = list
  for (const row of book.rows) {
    const before = state.entries.find(({ key }) => key === personKey(row.person.id))
    const standing = entryState(row)
    if ((before?.state ?? 'withdrawn') === standing) continue
    const said = await db.inboxMessage.findUnique({ where: { seq: row.lastSeq } })
    state = noteWord(state, {
      personId: row.person.id,
      text: before?.text ?? rowText(row),
      state: standing,
      enteredBy: standing === 'pending' ? row.by.id : row.person.id,
      atS: said && Math.floor((said.sentAt ?? said.arrivedAt).getTime() / 1000),
    })
  }
  return state
}

function entryState({ status }: SignUpRow): EntryState {
  if (status === 'pendingConsent') return 'pending'
  return isInLine(status) ? 'in' : 'withdrawn'
}

/** A person's row as the bot prints it. */
export const rowText = ({ person, role, note, companions }: SignUpRow): string =>
  [person.name, role, note, companions > 0 ? `+${companions}` : null].filter(Boolean).join(' ')

/** What a printed list holds: those who come, and rows of names that nobody of the roster bears. */
export function printedRows(book: SignUpBook, state: ListState): SeenRow[] {
  const place = new Map(state.entries.map(({ key }, index) => [key, index]))
  const placeOf = ({ person }: SignUpRow) => place.get(personKey(person.id)) ?? Number.POSITIVE_INFINITY
  // Those whom one list brought together stand as they stood in it.
  const inOrder = goingRows(book).sort((a, b) => a.arrivalSeq - b.arrivalSeq || placeOf(a) - placeOf(b))
  const known = inOrder.map((row) => ({ key: personKey(row.person.id), text: rowText(row), struck: false }))
  const unknown = activeEntries(state)
    .filter((entry) => entry.state === 'unrecognised')
    .map(({ key, text }) => ({ key, text, struck: false }))
  return [...known, ...unknown]
}

/** The list was posted: from now on people may be editing exactly these rows. */
export async function noteListPosted(db: Tx, open: OpenBook): Promise<readonly SeenRow[]> {
  const state = await loadList(db, open)
  const rows = printedRows(open.book, state)
  const texts = new Map(rows.map(({ key, text }) => [key, text]))
  const entries = state.entries.map((entry) =>
    isActive(entry) ? { ...entry, text: texts.get(entry.key) ?? entry.text } : entry,
  )
  await saveList(db, open.activity.id, withVersion({ ...state, entries }, rows))
  return rows
}
