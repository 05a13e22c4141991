import { type DutyBook, openSwaps } from '../../station/duty/book.js'
import type { SwapLeg } from '../../station/duty/events.js'
import type { Roster } from '../../station/duty/roster.js'
import { agreeSwap, askSwap, declineSwap, type SwapRefusal } from '../../station/duty/swap.js'
import { legsWith } from '../../station/duty/swap-partner.js'
import { MEMBERS } from '../../station/roles.js'
import { missingConsents } from '../../station/rotation/consent.js'
import type { Scan } from '../../station/time/scan.js'
import { optional, reference, references, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { agreeToTurns, askForTurns } from '../rotation/swap-turns.js'
import { accountOf } from '../station-context.js'
import { actorOf, dutyRoster, lockDuty, namesOf, saveDuty } from './book.js'
import { copy } from './copy.js'
import { ownAhead, personNamed } from './find.js'
import { holderNames, noteLines } from './own.js'

export const swapCommand = command({
  name: '换班',
  aliases: ['请求换班'],
  summary: '与另一位代表换接待，或召集人换轮值',
  args: {
    nos: optional(references('D', '接待编号')),
    activityNo: optional(reference('H', '活动编号')),
    month: optional(when('月份或日期')),
    partner: optional(word('换班的人', '周宁')),
  },
  who: MEMBERS,
  changes: true,
  examples: ['换班 D7 周宁', '换班 6月 王芳'],
  async run(context, { nos, activityNo, month, partner }) {
    if (!partner) return context.say(copy.whoElse)
    const other = await personNamed(context.db, context.station.id, partner)
    if (!other) return context.say(copy.noSuchPerson(partner))
    if (activityNo !== undefined) return askForTurns(context, { activityNo }, other)
    if (month?.kind === 'range') return askForTurns(context, { on: month.from }, other)
    await ask(context, other, nos, month)
  },
})

async function ask(
  context: CommandContext,
  partner: { id: number; name: string },
  nos: number[] | undefined,
  day: Scan | undefined,
) {
  const { db, station, speaker, now, say } = context
  const book = await lockDuty(db, station)
  const mine = ownAhead(book, speaker.personId, now)
  const onDay =
    day?.kind === 'point' ? mine.filter(({ shift }) => shift.date === day.at.toPlainDate().toString()) : mine
  const no = nos?.[0] ?? (onDay.length === 1 ? onDay[0]!.shift.no : undefined)
  if (no === undefined)
    return say(
      onDay.length === 0
        ? copy.noDuty
        : copy.whichDuty(
            '换班',
            onDay.map(({ shift }) => shift.no),
          ),
    )
  const legs = legsWith(book, speaker.personId, no, partner.id, now, nos?.[1])
  if (!legs.ok) {
    const { error } = legs
    if (error.code === 'whichDuty') return say(copy.whichPartnerDuty(partner.name, error.shiftNos))
    return say(
      book.shifts.has(error.shiftNo)
        ? copy.notOnDuty(error.shiftNo, error.personId === partner.id ? partner.name : speaker.name)
        : copy.unknown(error.shiftNo),
    )
  }
  const refusal = await askForSwap(context, book, legs.value, await dutyRoster(db, station))
  if (refusal) await refuseSwap(context, refusal)
}

/** Puts a swap to everybody it concerns; answers with why it cannot be asked. */
export async function askForSwap(
  context: CommandContext,
  book: DutyBook,
  legs: readonly [SwapLeg, ...SwapLeg[]],
  roster: Roster,
): Promise<SwapRefusal | null> {
  const { db, speaker, now, say, message } = context
  const asked = { swapId: `m${message.seq}`, legs, askedById: speaker.personId, now }
  const decided = askSwap(book, asked, roster)
  if (!decided.ok) return decided.error
  const after = await saveDuty(context, book, decided.value, actorOf(context))
  const partners = [...new Set(legs.flatMap(({ fromId, toId }) => [fromId, toId]))].filter(
    (id) => id !== speaker.personId,
  )
  const takers = await namesOf(
    db,
    legs.map(({ toId }) => toId),
  )
  const accounts = await Promise.all(partners.map((id) => accountOf(db, id, now)))
  const sentence = copy.swapAsked(
    speaker.name,
    await namesOf(db, partners),
    legs.map((leg, index) => copy.swapLeg(after.shifts.get(leg.shiftNo)!, takers[index]!)),
  )
  await say([sentence, ...(await noteLines(context, decided.value))].join('\n'), {
    mentionIds: accounts.filter((account) => account !== null),
  })
  return null
}

export async function refuseSwap({ db, say, speaker }: CommandContext, error: SwapRefusal) {
  const name = 'personId' in error && error.personId !== null ? (await namesOf(db, [error.personId]))[0]! : speaker.name
  switch (error.code) {
    case 'noSuchShift':
      return say(copy.unknown(error.shiftNo))
    case 'notOnDuty':
      return say(copy.notOnDuty(error.shiftNo, name))
    case 'withOneself':
    case 'takesTwo':
      return say(copy.withOneself)
    case 'swapAlreadyOpen':
      return say(copy.swapAlreadyOpen(error.shiftNo))
    case 'cannotTake':
      return say(copy.cannotTake(name, error.bar))
    case 'notFromHere':
    case 'tooEarly':
    case 'tooLate':
      return say(copy.refused(error))
    default:
      return say(copy.noSwap)
  }
}

export const agreeSwapCommand = command({
  name: '同意换班',
  summary: '同意别人提出的换班',
  who: MEMBERS,
  changes: true,
  examples: ['同意换班'],
  run: (context) => answer(context, true),
})

export const declineSwapCommand = command({
  name: '不同意换班',
  aliases: ['不换班', '拒绝换班'],
  summary: '不同意别人提出的换班',
  who: MEMBERS,
  changes: true,
  examples: ['不同意换班'],
  run: (context) => answer(context, false),
})

async function answer(context: CommandContext, yes: boolean) {
  const { db, station, speaker, now, say } = context
  const book = await lockDuty(db, station)
  const waiting = openSwaps(book).filter(({ asking }) =>
    (yes ? missingConsents(asking) : [asking.askedById, ...asking.needed]).includes(speaker.personId),
  )
  const swap = waiting.at(-1)
  if (!swap) return agreeToTurns(context, yes)
  const input = { swapId: swap.id, personId: speaker.personId, byId: actorOf(context), now }
  const decided = yes ? agreeSwap(book, input, await dutyRoster(db, station)) : declineSwap(book, input)
  if (!decided.ok) return refuseSwap(context, decided.error)
  const after = await saveDuty(context, book, decided.value, actorOf(context))
  if (!yes) return say(copy.swapDeclined)
  const { asking, legs } = after.swaps.get(swap.id)!
  if (asking.state !== 'agreed') return say(copy.swapWaits(await namesOf(db, missingConsents(asking))))
  const states = [...new Set(legs.map(({ shiftNo }) => shiftNo))].map((no) => after.shifts.get(no)!)
  const done = await Promise.all(states.map(async (state) => copy.planned(state, await holderNames(context, state))))
  await say(copy.swapDone(done))
}
