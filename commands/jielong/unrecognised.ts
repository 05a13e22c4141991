import type { Activity } from '../../prisma/generated/client.js'
import type { Person } from '../../station/activity/person.js'
import { signUp } from '../../station/activity/sign-up.js'
import { claimRow } from '../../station/jielong/list-state.js'
import type { MergeOutcome } from '../../station/jielong/merge-outcome.js'
import { lockBook, saveBook } from '../activity/book.js'
import { copy as activityCopy } from '../activity/copy.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { askConsent } from './consent.js'
import { copy } from './copy.js'
import { putQuestion } from './put-question.js'
import { loadList, saveList } from './store.js'

const ASKED_MINUTES = 60

/** Rows that name nobody we know stay in the list; who sent them is asked about the first. */
export async function unrecognisedLine(
  context: CommandContext,
  activity: Activity,
  sender: Person,
  rows: MergeOutcome['unrecognised'],
  nameOf: ReadonlyMap<number, string>,
): Promise<string> {
  const [first] = rows
  if (!first) return ''
  const guess = first.likely.length === 1 ? first.likely[0] : undefined
  const payload = {
    no: activity.no,
    key: first.entry.key,
    text: first.entry.text,
    names: Object.fromEntries([...nameOf].map(([id, name]) => [name, id])),
    guess: guess ?? null,
  }
  await putQuestion(context, { personId: sender.id, kind: 'whose-row', payload, openMinutes: ASKED_MINUTES })
  return copy.unrecognised(
    rows.map(({ entry }) => entry.text),
    guess === undefined ? undefined : guess === sender.id ? '您自己' : nameOf.get(guess),
  )
}

export const whoseRowAnswer: AnswerHandler<number> = {
  accepts(folded, { names, guess }) {
    const known = names as Record<string, number>
    const said = folded.replace(/^是/, '').replace(/[。!！~]+$/, '')
    if (said === '' || said === '的') return (guess as number | null) ?? undefined
    return known[said]
  },
  async run(context, { no, key, text }, personId) {
    const { db, station, speaker, now, message, change } = context
    const open = await lockBook(db, station.id, no as number)
    if (!open) throw new Error(`H${no} was asked about and is gone`)
    const { activity, book } = open
    const { name } = await db.person.findUniqueOrThrow({ where: { id: personId } })
    const person = { id: personId, name }
    const by = { id: speaker.personId, name: speaker.name }
    await saveList(db, activity.id, claimRow(await loadList(db, open), key as string, personId))
    const decided = signUp(book, person, { at: now, seq: message.seq, by })
    if (!decided.ok) return context.say(activityCopy.refused(activity, decided.error))
    await saveBook(change, activity.id, book, decided.value.book)
    const lines = [copy.claimed(text as string, name)]
    if (decided.value.standing === 'pendingConsent') lines.push(await askConsent(context, activity, by, [person]))
    else if (decided.value.code === 'already') lines.push(activityCopy.already(activity, name))
    else lines.push(activityCopy.signedUp(activity, decided.value.book, name))
    await context.say(lines.join('\n'))
  },
}
