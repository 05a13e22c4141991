import type { Activity } from '../../prisma/generated/client.js'
import type { SignUpBook } from '../../station/activity/sign-up-book.js'
import type { Board, BoardBlock } from '../../station/document/board.js'
import type { DocumentMaker } from '../documents/document.js'
import { printList } from '../jielong/print-list.js'
import { MIME } from '../press.js'
import { readBook } from './book.js'
import { typeOf } from './facts.js'
import { NOTES } from './making-copy.js'
import { notice } from './notice-copy.js'

export const NOTICE_DOCUMENT = 'activity-notice'

/** A notice: the essentials of an activity as a picture for the group, then the list to copy and join. */
export const activityNotice: DocumentMaker = {
  kind: NOTICE_DOCUMENT,
  async make({ db, station, services, args }) {
    const { activity, book } = await readBook(db, Number(args.id))
    const bytes = await services.press.board(cardOf(station.name, activity, book))
    return { file: { name: notice.cardName(activity), mimeType: MIME.png, bytes } }
  },
  async words(context, args) {
    const open = await readBook(context.db, Number(args.id))
    return printList(context, open, notice.lines(open.activity, open.book))
  },
}

export function cardOf(station: string, activity: Activity, book: SignUpBook): Board {
  const type = typeOf(activity)
  const details = activity.details as Record<string, string>
  const rows: [string, string][] = notice.essentials(activity, book)
  // What is marked private is for the author and the liaison officer only.
  for (const { key, label, private: isPrivate } of type.fields)
    if (details[key] && !isPrivate) rows.push([label, details[key]])
  const notes = type.legalNotes.map((note) => NOTES[note])
  const blocks: BoardBlock[] = [{ kind: 'facts', rows }]
  if (notes.length > 0) blocks.push({ kind: 'text', text: notice.cardNotes(notes) })
  return {
    title: activity.title,
    subtitle: notice.cardSubtitle(station, activity),
    format: 'card',
    footer: notice.cardFooter(activity),
    blocks,
  }
}
