import type { Activity } from '../../prisma/generated/client.js'
import { findRole } from '../../station/activity/find-type.js'
import { rolesLeft } from '../../station/activity/role.js'
import type { SignUpDecision } from '../../station/activity/sign-up.js'
import { signUp } from '../../station/activity/sign-up.js'
import type { SignUpBook } from '../../station/activity/sign-up-book.js'
import { isGoing } from '../../station/activity/sign-up-status.js'
import { readCompanions } from '../../station/jielong/companions.js'
import { MEMBERS } from '../../station/roles.js'
import { scanReferences } from '../../station/text/reference.js'
import { soundsLikeTalk } from '../../station/text/talk.js'
import { type Argument, optional, references, text } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { about } from '../keyed.js'
import { type OpenBook, saveBook } from './book.js'
import { copy } from './copy.js'
import { typeOf } from './facts.js'
import { theActivities } from './find.js'
import { guestBook, tellHosts } from './guest-book.js'
import { tellPromoted } from './promotions.js'

export const signUpCommand = command({
  name: '报名',
  aliases: ['+1', '参加', '我报名', '我参加', '都报', '都报名', '都参加'],
  summary: '报名一个或几个活动',
  args: {
    numbers: optional(references('H', '活动编号')),
    companions: optional(companions()),
    host: optional(hostStation()),
    wish: optional(about('H', duty())),
  },
  who: MEMBERS,
  changes: true,
  guests: true,
  examples: ['报名 H12', '报名 H12 带2人', '报名 H12 讲解', '报名 H12 H14'],
  async run(context, { numbers, companions, host = context.host, wish }) {
    const wanted: Wish = { ...(companions !== undefined && { companions }), ...(wish && { wish }) }
    const own: number[] = []
    for (const no of numbers ?? []) {
      const guest = await guestBook(context, no, host)
      if (guest) await signUpOne(context, guest, { ...wanted, guestOf: context.station.name })
      else if (host && !context.station.name.includes(host)) await context.say(copy.notInvited(no, host))
      else own.push(no)
    }
    if (numbers && own.length === 0) return
    for (const open of await theActivities(context, numbers && own, '报名')) await signUpOne(context, open, wanted)
  },
  answers: { 'which-activity': whichActivity() },
})

const DUTY = /^[\p{L}\d]{2,8}$/u

interface Wish {
  companions?: number
  /** A duty or a kind of place, as typed. */
  wish?: string
  guestOf?: string
}

async function signUpOne(context: CommandContext, { activity, book }: OpenBook, { wish, ...said }: Wish) {
  const { speaker, message, now, change } = context
  const person = { id: speaker.personId, name: speaker.name }
  if (book.accepting === 'cancelled')
    return context.say(copy.refused(activity, { code: 'closed', because: 'cancelled', deadlineAt: null }))
  const input = { at: now, seq: message.seq, ...said, ...(wish && dutyOrPlace(activity, book, wish)) }
  const decided = signUp(book, person, input)
  if (!decided.ok) return context.say(copy.refused(activity, decided.error))
  await saveBook(change, activity.id, book, decided.value.book)
  await confirm(context, { activity, book: decided.value.book }, decided.value)
  await tellPromoted(context, activity, decided.value.promoted)
  if (said.guestOf && decided.value.code === 'signedUp') await tellHosts(context, activity, said.guestOf)
}

/** 线上 names a kind of place where there are several; anything else names a duty. */
function dutyOrPlace(activity: Activity, book: SignUpBook, wish: string): { pool: string } | { role: string } {
  const pool = book.pools.length > 1 ? book.pools.find(({ key }) => wish.includes(key)) : undefined
  if (pool) return { pool: pool.key }
  if (book.pools.length > 1 && /场$|^线[上下]$/.test(wish)) return { pool: wish }
  return { role: findRole(typeOf(activity), wish) ?? wish }
}

/** 报名 法律站 H12: the host named where two stations use the number. */
function hostStation(): Argument<string> {
  return {
    label: '邀请的站',
    example: '医疗站',
    take(line) {
      const match = /([\p{Script=Han}]{2,6})站/u.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[1]! }
    },
  }
}

/** 带2人, +2, 带家属: besides the speaker. "+1" alone is the speaker's own hand. */
function companions(): Argument<number> {
  return {
    label: '同行人数',
    example: '带2人',
    take(line) {
      const found = readCompanions(line.rest)
      if (!found) return { missing: true }
      const [from, to] = found.span
      line.claim(from, to)
      return /^\+ ?1$/.test(line.folded.text.slice(from, to)) ? { missing: true } : { value: found.companions }
    },
  }
}

/** A duty or a kind of place: one short word, and nothing that could be the rest of a sentence. */
function duty(): Argument<string> {
  const one = text('分工或场次', '讲解')
  return {
    ...one,
    take(line, at) {
      const [said, another] = line.rest.match(/[^\s,，、]+/g) ?? []
      return said && !another && DUTY.test(said) && !soundsLikeTalk(said, true) ? one.take(line, at) : { missing: true }
    },
  }
}

async function confirm(context: CommandContext, { activity, book }: OpenBook, decision: SignUpDecision) {
  const { name } = context.speaker
  const { code, standing, position } = decision
  if (code === 'stale') return
  if (standing === 'waiting' && code === 'already')
    return context.say(copy.alreadyWaiting(activity, name, position ?? 0))
  if (standing === 'waiting')
    return context.say(copy.waiting(activity, name, position ?? 0), {
      merge: {
        key: `waiting:${activity.id}`,
        subject: copy.waitingSubject(name, position ?? 0),
        tail: copy.waitingTail(activity),
      },
    })
  if (standing === 'pendingApproval') return context.say(copy.pendingName(activity, name))
  if (code === 'already') return context.say(copy.already(activity, name))
  const { role } = decision.row
  if (role && book.roles.length > 0) return context.say(copy.cast(activity, role, name, rolesLeft(book)))
  if (code === 'updated') return context.say(copy.updated(activity, book, name))
  if (role) return context.say(copy.signedUpWithDuty(activity, book, name, role))
  if (decision.row.guestOf) return context.say(copy.signedUpAsGuest(activity, book, name, decision.row.guestOf))
  if (!isGoing(standing)) throw new Error(`a sign-up ended as ${standing}`)
  const { pool } = decision.row
  return context.say(copy.signedUp(activity, book, name, pool), {
    merge: { key: `signed-up:${activity.id}:${pool}`, subject: name, tail: copy.signedUpTail(activity, book, pool) },
  })
}

/** What may stand round the numbers of an answer; any other word makes it something else. */
const ROUND_NUMBERS = /^[\s,、。!~我要选就是那这个的都和跟及与活动号第吧哈谢]*$/

/** "H12", "12", "H12、H14 都" as an answer to 要报名哪一个. A line with a word of its own is no answer: it may be another wish. */
function whichActivity(): AnswerHandler<number[]> {
  return {
    accepts(folded, payload) {
      const offered = payload.numbers as number[]
      const named = scanReferences(folded).filter(({ letter }) => letter === 'H')
      const bare = named.length > 0 ? null : /^\D{0,3}(\d{1,8})\D{0,3}$/.exec(folded.trim())
      const chosen = bare ? [Number(bare[1])] : named.map(({ no }) => no)
      const rest = bare
        ? folded.replace(bare[1]!, '')
        : named.reduceRight((text, { span: [from, to] }) => text.slice(0, from) + text.slice(to), folded)
      if (!ROUND_NUMBERS.test(rest) || chosen.length === 0) return undefined
      return chosen.every((no) => offered.includes(no)) ? [...new Set(chosen)] : undefined
    },
    run: (context, payload, numbers) => context.runLine(`${payload.verb} ${numbers.map((no) => `H${no}`).join(' ')}`),
  }
}
