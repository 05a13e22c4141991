import type { ShiftState } from '../../station/duty/book.js'
import { holdersOf } from '../../station/duty/book.js'
import { confirmDuty } from '../../station/duty/confirm.js'
import { askLeave, seekCover, takeCover } from '../../station/duty/cover.js'
import type { DutyDecision, DutyNote } from '../../station/duty/decision.js'
import { MEMBERS } from '../../station/roles.js'
import { optional, reference, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { actorOf, dutyRoster, lockDuty, namesOf, saveDuty } from './book.js'
import { copy } from './copy.js'
import { theShift } from './find.js'

/** An empty place is the convenor's business from this many days before. */
const ESCALATE_DAYS = 2

export const confirmDutyCommand = command({
  name: '确认',
  aliases: ['确认接待'],
  summary: '确认自己的接待',
  args: { no: optional(reference('D', '接待编号')) },
  who: MEMBERS,
  changes: true,
  examples: ['确认', '确认 D7'],
  async run(context, { no }) {
    const { db, station, speaker, now, say } = context
    const book = await lockDuty(db, station)
    const state = await theShift(context, book, no, '确认', true)
    if (!state) return
    const decided = confirmDuty(book, state.shift.no, speaker.personId, now)
    if (decided.ok) {
      await saveDuty(context, book, decided.value, actorOf(context))
      return say(copy.dutyConfirmed(state, speaker.name))
    }
    const { error } = decided
    if (error.code === 'alreadyConfirmed') return say(copy.alreadyConfirmed(error.shiftNo))
    if (error.code === 'notOnDuty') return say(copy.notOnDuty(error.shiftNo, speaker.name))
    await say(error.code === 'noSuchShift' ? copy.unknown(error.shiftNo) : copy.refused(error))
  },
})

export const dutyLeaveCommand = command({
  name: '请假',
  summary: '不能来接待，写上原因',
  args: { no: reference('D', '接待编号'), reason: optional(text('原因', '出差')) },
  who: MEMBERS,
  changes: true,
  examples: ['请假 D7 出差'],
  async run(context, { no, reason = '' }) {
    const { db, station, speaker, now, say } = context
    const book = await lockDuty(db, station)
    const decided = askLeave(book, { shiftNo: no, personId: speaker.personId, reason, now })
    if (!decided.ok) {
      const { error } = decided
      if (error.code === 'noSuchShift') return say(copy.unknown(no))
      if (error.code === 'notOnDuty') return say(copy.notOnDuty(no, speaker.name))
      return say(error.code === 'reasonMissing' ? copy.leaveReason(no) : copy.refused(error))
    }
    const after = await saveDuty(context, book, decided.value, actorOf(context))
    const soon = decided.value.notes.some((note) => note.code === 'vacant' && note.daysLeft <= ESCALATE_DAYS)
    const sentence = copy.onLeave(after.shifts.get(no)!, speaker.name, soon)
    await say(sentence)
    if (context.roomId === null) await context.announce(sentence)
  },
})

export const coverCommand = command({
  name: '顶班',
  aliases: ['我来顶班', '我顶'],
  summary: '顶一个缺人的接待',
  args: { no: reference('D', '接待编号') },
  who: MEMBERS,
  changes: true,
  examples: ['顶班 D7'],
  async run(context, { no }) {
    const { db, station, speaker, now, say } = context
    const book = await lockDuty(db, station)
    const decided = takeCover(book, { shiftNo: no, personId: speaker.personId, now }, await dutyRoster(db, station))
    if (!decided.ok) {
      const { error } = decided
      if (error.code === 'noSuchShift') return say(copy.unknown(no))
      if (error.code === 'nothingToCover') return say(copy.nothingToCover(no))
      return say(error.code === 'cannotTake' ? copy.cannotTake(speaker.name, error.bar) : copy.refused(error))
    }
    const after = await saveDuty(context, book, decided.value, actorOf(context))
    const state = after.shifts.get(no)!
    await say(
      [
        copy.covered(state, speaker.name, await holderNames(context, state)),
        ...(await noteLines(context, decided.value)),
      ].join('\n'),
    )
  },
})

/** The group is asked for a volunteer; until somebody takes it, the place stays with whoever has it. */
export const seekCoverCommand = command({
  name: '找人顶班',
  aliases: ['求顶班'],
  summary: '请群里的代表来顶一次接待',
  args: { no: reference('D', '接待编号') },
  who: MEMBERS,
  changes: true,
  examples: ['找人顶班 D7'],
  async run(context, { no }) {
    const { db, station, speaker, now, say } = context
    const book = await lockDuty(db, station)
    const decided = seekCover(book, { shiftNo: no, personId: speaker.personId, now })
    if (!decided.ok) {
      const { error } = decided
      if (error.code === 'noSuchShift') return say(copy.unknown(no))
      return say(error.code === 'notOnDuty' ? copy.notOnDuty(no, speaker.name) : copy.refused(error))
    }
    const after = await saveDuty(context, book, decided.value, actorOf(context))
    const sentence = copy.coverSought(after.shifts.get(no)!, speaker.name)
    await say(sentence)
    if (context.roomId === null) await context.announce(sentence)
  },
})

export const holderNames = ({ db }: Pick<CommandContext, 'db'>, state: ShiftState): Promise<string[]> =>
  namesOf(db, holdersOf(state))

/** What is allowed but should not go unnoticed. */
export async function noteLines({ db }: Pick<CommandContext, 'db'>, { notes }: DutyDecision): Promise<string[]> {
  const said: string[] = []
  for (const note of notes) {
    const name = 'personId' in note ? (await namesOf(db, [note.personId]))[0]! : ''
    const line = noteLine(note, name)
    if (line) said.push(line)
  }
  return said
}

function noteLine(note: DutyNote, name: string): string | undefined {
  if (note.code === 'rests') return copy.rests(name, note.rests)
  if (note.code === 'cannotCome') return copy.cannotCome(name, note.bar)
  return undefined
}
