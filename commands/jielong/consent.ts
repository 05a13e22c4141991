import type { Activity } from '../../prisma/generated/client.js'
import { answerQuestion } from '../../station/activity/answer.js'
import type { Person } from '../../station/activity/person.js'
import { lockBook, saveBook } from '../activity/book.js'
import { tellPromoted } from '../activity/promotions.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { copy } from './copy.js'
import { putQuestion } from './put-question.js'

/** Nobody answers for a deputy at once: three days, then a plain 报名 does it. */
const CONSENT_MINUTES = 3 * 24 * 60
const AGREES = /^(?:同意|我同意|是|是的|好|好的|可以|行|确认|参加|我参加|去)$/
const DECLINES = /^(?:不同意|不|不去|不去了|不参加|不用|去不了|否|不行)$/

/** Asks those whom somebody else signed up; the words go into the reply in a group, else to each privately. */
export async function askConsent(
  context: CommandContext,
  activity: Activity,
  sender: Person,
  people: readonly Person[],
): Promise<string> {
  for (const { id } of people) {
    await putQuestion(context, {
      personId: id,
      kind: 'on-behalf',
      payload: { no: activity.no },
      openMinutes: CONSENT_MINUTES,
    })
    if (context.roomId === null) await context.tell(id, copy.pendingPrivately(activity, sender.name))
  }
  return people.length === 0 ? '' : copy.pending(activity, sender.name, people)
}

export const consentAnswer: AnswerHandler<'yes' | 'no'> = {
  about: ({ no }) => `H${no}`,
  accepts(folded, { no }) {
    const said = folded.replace(new RegExp(`\\s*h ?${no}$`, 'i'), '').replace(/[。!！~]+$/, '')
    if (AGREES.test(said)) return 'yes'
    return DECLINES.test(said) ? 'no' : undefined
  },
  async run(context, { no }, says) {
    const { db, station, speaker, now, message, change } = context
    const open = await lockBook(db, station.id, no as number)
    if (!open) throw new Error(`H${no} was asked about and is gone`)
    const { activity, book } = open
    const person = { id: speaker.personId, name: speaker.name }
    const decided = answerQuestion(book, person, says, { at: now, seq: message.seq })
    if (!decided.ok) return context.say(copy.nothingAsked(activity))
    const { book: after, code, row, promoted } = decided.value
    await saveBook(change, activity.id, book, after)
    if (code === 'stale') return
    if (code === 'declined') await context.say(copy.declined(activity, person.name))
    else if (row.status === 'waiting') await context.say(copy.consentedWaiting(activity, person.name))
    else await context.say(copy.consented(activity, after, person.name))
    await tellPromoted(context, activity, promoted)
  },
}
