import type { SignUpDecision } from '../../station/activity/sign-up.js'
import { signUp } from '../../station/activity/sign-up.js'
import { isGoing } from '../../station/activity/sign-up-status.js'
import { MEMBERS } from '../../station/roles.js'
import { scanReferences } from '../../station/text/reference.js'
import { count, optional, references } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { type OpenBook, saveBook } from './book.js'
import { copy } from './copy.js'
import { theActivities } from './find.js'
import { tellPromoted } from './promotions.js'

export const signUpCommand = command({
  name: '报名',
  aliases: ['+1', '参加', '我报名', '我参加', '都报', '都报名', '都参加'],
  summary: '报名一个或几个活动',
  args: {
    numbers: optional(references('H', '活动编号')),
    companions: optional(count('同行人数', '带2人', /带\s*(\d{1,8})\s*[人位名个]?/)),
  },
  who: MEMBERS,
  changes: true,
  examples: ['报名 H12', '报名 H12 带2人', '报名 H12 H14'],
  async run(context, { numbers, companions }) {
    for (const open of await theActivities(context, numbers, '报名'))
      await signUpOne(context, open, companions === undefined ? {} : { companions })
  },
  answers: { 'which-activity': whichActivity() },
})

async function signUpOne(context: CommandContext, { activity, book }: OpenBook, wish: { companions?: number }) {
  const { speaker, message, now, change } = context
  const person = { id: speaker.personId, name: speaker.name }
  const decided = signUp(book, person, { at: now, seq: message.seq, ...wish })
  if (!decided.ok) return context.say(copy.refused(activity, decided.error))
  await saveBook(change, activity.id, book, decided.value.book)
  await confirm(context, { activity, book: decided.value.book }, decided.value)
  await tellPromoted(context, activity, decided.value.promoted)
}

async function confirm(context: CommandContext, { activity, book }: OpenBook, decision: SignUpDecision) {
  const { name } = context.speaker
  const { code, standing, position } = decision
  if (code === 'stale') return
  if (standing === 'waiting')
    return context.say(
      code === 'already'
        ? copy.alreadyWaiting(activity, name, position ?? 0)
        : copy.waiting(activity, name, position ?? 0),
    )
  if (standing === 'pendingApproval') return context.say(copy.pendingName(activity, name))
  if (code === 'already') return context.say(copy.already(activity, name))
  if (code === 'updated') return context.say(copy.updated(activity, book, name))
  if (!isGoing(standing)) throw new Error(`a sign-up ended as ${standing}`)
  return context.say(copy.signedUp(activity, book, name), {
    merge: { key: `signed-up:${activity.id}`, subject: name, tail: copy.signedUpTail(activity, book) },
  })
}

/** "H12", "12" or "第2个" as an answer to 要报名哪一个. */
function whichActivity(): AnswerHandler<number[]> {
  return {
    accepts(folded, payload) {
      const offered = payload.numbers as number[]
      const named = scanReferences(folded)
        .filter(({ letter }) => letter === 'H')
        .map(({ no }) => no)
      const bare = /^\D{0,2}(\d{1,8})\D{0,2}$/.exec(folded.trim())
      const chosen = named.length > 0 ? named : bare ? [Number(bare[1])] : []
      const known = chosen.filter((no) => offered.includes(no))
      return known.length > 0 && known.length === chosen.length ? known : undefined
    },
    run: (context, payload, numbers) => context.runLine(`${payload.verb} ${numbers.map((no) => `H${no}`).join(' ')}`),
  }
}
