import { adjustSeat } from '../../station/duty/adjust.js'
import { holdersOf, type ShiftState } from '../../station/duty/book.js'
import type { DutyDecision } from '../../station/duty/decision.js'
import { moveShift } from '../../station/duty/move.js'
import { optional, reference, text, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { calendar, dutyRoster, lockDuty, saveDuty } from './book.js'
import { copy } from './copy.js'
import { personNamed } from './find.js'
import { holderNames, noteLines } from './own.js'
import { PLANNERS } from './plan.js'

export const moveCommand = command({
  name: '改期',
  summary: '把一次接待改到别的日子，谁接待不变',
  args: { no: reference('D', '接待编号'), to: when('新的日期') },
  who: PLANNERS,
  changes: true,
  examples: ['改期 D7 12月12日'],
  async run(context, { no, to }) {
    const at = to.kind === 'range' ? to.from : to.kind === 'point' ? to.at : undefined
    if (!at) return context.say(copy.unclear)
    const hours =
      to.kind === 'point' && to.precision === 'minute'
        ? { startsAt: at.toPlainTime().toString({ smallestUnit: 'minute' }) }
        : {}
    await move(context, no, { date: at.toPlainDate().toString(), ...hours }, copy.moved)
  },
})

export const placeCommand = command({
  name: '地点',
  aliases: ['下沉'],
  summary: '改接待地点，例如下沉到社区',
  args: { no: reference('D', '接待编号'), place: text('地点', '夫子庙社区') },
  who: PLANNERS,
  changes: true,
  examples: ['D8 地点 夫子庙社区'],
  run: (context, { no, place }) =>
    move(context, no, { place: place.replace(/[（(].*[)）]$/, '').trim() }, (state) => copy.placeMoved(state)),
})

async function move(
  context: CommandContext,
  no: number,
  to: { date?: string; startsAt?: string; place?: string },
  sentence: (state: ShiftState, names: readonly string[]) => string,
) {
  const { db, station, now, say, speaker } = context
  const book = await lockDuty(db, station)
  const decided = moveShift(book, { shiftNo: no, to, why: 'changed', now }, await dutyRoster(db, station), calendar)
  if (!decided.ok) {
    const { error } = decided
    if (error.code === 'noSuchShift') return say(copy.unknown(no))
    if (error.code === 'dateInPast') return say(copy.past)
    return say(error.code === 'sameTime' ? copy.movedNothing(no) : copy.refused(error))
  }
  const after = await saveDuty(context, book, decided.value, speaker.personId)
  const state = after.shifts.get(no)!
  await say(
    [sentence(state, await holderNames(context, state)), ...(await noteLines(context, decided.value))].join('\n'),
  )
}

export const adjustCommand = command({
  name: '调整',
  aliases: ['调整接待'],
  summary: '召集人换一个接待的人',
  args: {
    no: reference('D', '接待编号'),
    from: word('原来的人（没人写“空”）', '张敏'),
    to: optional(word('换成的人', '周宁')),
  },
  who: PLANNERS,
  changes: true,
  examples: ['调整 D7 张敏 周宁', '调整 D7 空 周宁'],
  async run(context, { no, from, to }) {
    const { db, station, now, say, speaker } = context
    const book = await lockDuty(db, station)
    const state = book.shifts.get(no)
    if (!state) return say(copy.unknown(no))
    const leaving = from === '空' ? null : await personNamed(db, station.id, from)
    const coming = to === undefined || to === '空' ? null : await personNamed(db, station.id, to)
    if (from !== '空' && !leaving) return say(copy.noSuchPerson(from))
    if (to !== undefined && to !== '空' && !coming) return say(copy.noSuchPerson(to))
    const seat = state.seats.findIndex(({ holderId }) => holderId === (leaving?.id ?? null))
    if (seat < 0) return say(leaving ? copy.notThere(no, leaving.name) : copy.nothingToCover(no))
    const input = { shiftNo: no, seat, toId: coming?.id ?? null, byId: speaker.personId, override: true, now }
    const decided = adjustSeat(book, input, await dutyRoster(db, station))
    if (!decided.ok) {
      const { error } = decided
      if (error.code === 'cannotTake') return say(copy.cannotTake(coming?.name ?? '', error.bar))
      if (error.code === 'alreadyThere' || error.code === 'noSuchSeat') return say(copy.movedNothing(no))
      return say(error.code === 'noSuchShift' ? copy.unknown(no) : copy.refused(error))
    }
    await adjusted(context, book, decided.value, no)
  },
})

async function adjusted(
  context: CommandContext,
  book: Parameters<typeof saveDuty>[1],
  decision: DutyDecision,
  no: number,
) {
  const after = await saveDuty(context, book, decision, context.speaker.personId)
  const state = after.shifts.get(no)!
  const names = holdersOf(state).length > 0 ? await holderNames(context, state) : []
  await context.say([copy.adjusted(state, names), ...(await noteLines(context, decision))].join('\n'))
}
