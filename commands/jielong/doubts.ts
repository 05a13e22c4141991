import type { Activity } from '../../prisma/generated/client.js'
import type { Person } from '../../station/activity/person.js'
import { withdraw } from '../../station/activity/withdraw.js'
import type { MergeOutcome } from '../../station/jielong/merge-outcome.js'
import { lockBook, saveBook } from '../activity/book.js'
import { copy as activityCopy } from '../activity/copy.js'
import { tellPromoted } from '../activity/promotions.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { copy } from './copy.js'
import { putQuestion } from './put-question.js'

const DAY_MINUTES = 24 * 60
const STAYS = /^(?:还去|去|是|是的|参加|还参加|我去|我参加|好|好的)$/
const LEAVES = /^(?:不去|不去了|不参加|不参加了|退出|去不了|去不了了|我退出)$/

/** What the list leaves in doubt: the owner is asked, and until he answers nothing changes. */
export async function doubtLines(
  context: CommandContext,
  activity: Activity,
  sender: Person,
  questioned: MergeOutcome['questioned'],
  nameOf: ReadonlyMap<number, string>,
): Promise<string[]> {
  const lines: string[] = []
  for (const { entry, doubt } of questioned) {
    const name = entry.personId === null ? entry.text : (nameOf.get(entry.personId) ?? entry.text)
    if (doubt === 'editedByOther') lines.push(copy.edited(activity, sender.name, entry))
    else if (doubt === 'takenBack') lines.push(copy.takenBack(activity, name))
    else if (doubt === 'ownRowMissing') lines.push(copy.ownMissing(activity, name))
    else if (doubt === 'ownRowReturned') lines.push(copy.ownReturned(activity, name))
    else if (entry.personId !== null) {
      const text = (doubt === 'struckByOther' ? copy.struck : copy.removed)(activity, sender.name, name)
      await putQuestion(context, {
        personId: entry.personId,
        kind: 'still-coming',
        payload: { no: activity.no },
        openMinutes: DAY_MINUTES,
      })
      if (context.roomId === null) await context.tell(entry.personId, text)
      lines.push(text)
    }
  }
  return lines
}

export const stillComingAnswer: AnswerHandler<'stays' | 'leaves'> = {
  about: ({ no }) => `H${no}`,
  accepts(folded, { no }) {
    const said = folded.replace(new RegExp(`\\s*h ?${no}$`, 'i'), '').replace(/[。!！~]+$/, '')
    if (STAYS.test(said)) return 'stays'
    return LEAVES.test(said) ? 'leaves' : undefined
  },
  async run(context, { no }, says) {
    const { db, station, speaker, now, message, change } = context
    const open = await lockBook(db, station.id, no as number)
    if (!open) throw new Error(`H${no} was asked about and is gone`)
    const { activity, book } = open
    if (says === 'stays') return context.say(copy.stays(activity, speaker.name))
    const decided = withdraw(book, { id: speaker.personId, name: speaker.name }, { at: now, seq: message.seq })
    if (!decided.ok)
      return context.say(
        decided.error.code === 'started'
          ? activityCopy.started(activity)
          : activityCopy.notSignedUp(activity, speaker.name),
      )
    await saveBook(change, activity.id, book, decided.value.book)
    await context.say(copy.left(activity, decided.value.book, speaker.name))
    await tellPromoted(context, activity, decided.value.promoted)
  },
}
