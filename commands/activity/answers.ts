import { type AnswerRefusal, answerQuestion } from '../../station/activity/answer.js'
import { decideName } from '../../station/activity/approval.js'
import { signUp } from '../../station/activity/sign-up.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { type Argument, oneOf, reference, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { memberNamed } from '../people/member-named.js'
import { saveBook } from './book.js'
import { copy } from './copy.js'
import { askWhich, ownActivity, theActivity } from './find.js'
import { tellPromoted } from './promotions.js'
import { unask } from './unask.js'

const WAITING_FOR_WORD = ['offered', 'toReconfirm', 'pendingConsent']

/** 同意, said privately to whoever just asked; in a group it answers anybody, so there the number is needed. */
function askedAbout(): Argument<number | undefined> {
  const number = reference('H', '活动编号')
  return {
    ...number,
    take(line, at) {
      const taken = number.take(line, at)
      return 'missing' in taken && at.spokenTo ? { value: undefined } : taken
    },
  }
}

/** What the speaker was asked about: the only one of it, or the question which. */
async function theOneAsked(context: CommandContext, verb: string): Promise<{ no: number; host?: string } | undefined> {
  const { db, station, speaker } = context
  const ours = [{ stationId: station.id }, { guestStations: { some: { stationId: station.id } } }]
  const asked = await db.activity.findMany({
    where: { OR: ours, signUps: { some: { personId: speaker.personId, status: { in: WAITING_FOR_WORD } } } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
    include: { station: true },
  })
  const [only, another] = asked
  if (only && !another) return { no: only.no, ...(only.stationId !== station.id && { host: only.station.name }) }
  if (another) await askWhich(context, asked, verb)
  else await context.say(copy.nothingAsked)
  return undefined
}

async function answer(context: CommandContext, said: number | undefined, says: 'yes' | 'no'): Promise<void> {
  const verb = says === 'yes' ? '确认' : '不去'
  const asked = said === undefined ? await theOneAsked(context, verb) : { no: said }
  if (!asked) return
  const open = await ownActivity({ ...context, ...asked }, asked.no, verb)
  if (!open) return
  const { activity, book } = open
  const person = { id: context.speaker.personId, name: context.speaker.name }
  const decided = answerQuestion(book, person, says, { at: context.now, seq: context.message.seq })
  if (!decided.ok) return context.say(copy.notAsked(activity, person.name, decided.error.code as AnswerRefusal['code']))
  await saveBook(context.change, activity.id, book, decided.value.book)
  await unask(context, activity.no)
  if (decided.value.code !== 'stale')
    await context.say(copy.answered(activity, decided.value.book, person.name, decided.value.row.status))
  await tellPromoted(context, activity, decided.value.promoted)
}

export const confirmCommand = command({
  name: '确认参加',
  aliases: ['确认', '同意', '接受'],
  summary: '确认新时间、递补名额或代报',
  args: { number: askedAbout() },
  who: MEMBERS,
  changes: true,
  guests: true,
  silentAlone: true,
  examples: ['确认 H12'],
  run: (context, { number }) => answer(context, number, 'yes'),
})

export const declineCommand = command({
  name: '不去',
  aliases: ['不同意'],
  summary: '谢绝新时间、递补名额或代报',
  args: { number: askedAbout() },
  who: MEMBERS,
  changes: true,
  guests: true,
  silentAlone: true,
  examples: ['不去 H12'],
  run: (context, { number }) => answer(context, number, 'no'),
})

/** Typed for somebody else: nothing is promised until that person agrees. */
export const onBehalfCommand = command({
  name: '代报',
  summary: '替别的代表报名，由本人确认',
  args: { number: reference('H', '活动编号'), name: word('姓名', '陈静') },
  who: MEMBERS,
  changes: true,
  examples: ['代报 H12 陈静'],
  async run(context, { number, name }) {
    const open = await theActivity(context, number, '代报')
    if (!open) return
    const person = await memberNamed(context, name)
    if (!person) return context.say(copy.noMember(name))
    const { activity, book } = open
    const { speaker, now, message, change } = context
    const by = { id: speaker.personId, name: speaker.name }
    const decided = signUp(book, person, { at: now, seq: message.seq, by })
    if (!decided.ok) return context.say(copy.refused(activity, decided.error))
    await saveBook(change, activity.id, book, decided.value.book)
    if (decided.value.standing !== 'pendingConsent') return context.say(copy.already(activity, name))
    await context.say(copy.onBehalf(activity, name))
    await context.tell(person.id, copy.consentAsked(activity, speaker.name))
  },
})

export const clearNameCommand = command({
  name: '核名',
  summary: '记下承办机关的核名结果',
  args: {
    number: reference('H', '活动编号'),
    verdict: oneOf('结果', { 通过: 'approved', 未通过: 'refused', 不通过: 'refused' } as const),
    name: word('姓名', '张敏'),
  },
  who: LEADING,
  changes: true,
  examples: ['核名 H12 张敏 通过'],
  async run(context, { number, verdict, name }) {
    const open = await theActivity(context, number, '核名', 'clearName')
    if (!open) return
    const { activity, book } = open
    const row = book.rows.find(({ person }) => person.name === name)
    const decided = row && decideName(book, row.person.id, verdict, context.now)
    if (!decided?.ok) return context.say(copy.nothingToClear(activity, name))
    await saveBook(context.change, activity.id, book, decided.value.book)
    if (decided.value.code === 'already')
      return context.say(copy.alreadyCleared(activity, name, verdict === 'approved'))
    await context.say(copy.cleared(activity, name, verdict === 'approved'))
    await context.tell(row!.person.id, copy.clearedPrivately(activity, verdict === 'approved'))
    await tellPromoted(context, activity, decided.value.promoted)
  },
})
