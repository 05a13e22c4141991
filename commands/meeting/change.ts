import { answerInvitation, type OrganisationAnswer, postponeMeeting } from '../../station/meeting/invitation.js'
import { type MeetingState, stepMeeting } from '../../station/meeting/machine.js'
import { LEADING } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { beginning, isAfter } from '../activity/moment-of.js'
import { timeFault } from '../activity/time-fault.js'
import { oneOf, optional, reference, text, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about } from '../keyed.js'
import { copy } from './copy.js'
import { meetingOf, plain, theMeeting } from './load.js'

async function tellComing(context: CommandContext, meetingId: number, words: string): Promise<void> {
  const coming = await context.db.meetingAttendee.findMany({ where: { meetingId, state: 'coming' } })
  for (const { personId } of coming) if (personId !== context.speaker.personId) await context.tell(personId, words)
}

/** 改期 T3 12月25日14:30: a new date is a new question to every organisation. */
export const postponeMeetingCommand = command({
  name: '改期',
  summary: '改联席会时间，重新请各单位答复',
  args: { number: reference('T', '联席会编号'), time: about('T', when('新时间')) },
  who: LEADING,
  changes: true,
  examples: ['改期 T3 12月25日14:30'],
  async run(context, { number, time }) {
    const row = await theMeeting(context, number)
    if (!row) return
    const begins = beginning(time, momentOf(row.startsAt).toPlainTime())
    if (!begins) return context.say(copy.unclearTime)
    const fault = isAfter(begins.startsAt, context.now) ? timeFault(begins, context) : undefined
    if (fault) return context.say(fault)
    const meeting = meetingOf(row)
    const input = { now: context.now, newStartsAt: begins.startsAt }
    const stepped = stepMeeting(row.state as MeetingState, 'postpone', meeting, input)
    if (!stepped.ok) return context.say(copy.refused(stepped.error, number))
    const moved = await context.change.update('Meeting', row.id, {
      state: stepped.value,
      startsAt: dateOf(begins.startsAt),
      invited: plain(postponeMeeting(meeting, begins.startsAt).invited),
    })
    const words = copy.postponed(row, moved)
    await context.say(words)
    if (context.roomId === null) await context.announce(words)
    await tellComing(context, row.id, words)
  },
})

export const cancelMeetingCommand = command({
  name: '取消联席会',
  aliases: ['取消'],
  summary: '取消联席会并告诉报名的代表',
  args: { number: reference('T', '联席会编号'), reason: optional(about('T', text('原因', '与市里会议冲突'))) },
  who: LEADING,
  changes: true,
  examples: ['取消 T3 与市里会议冲突'],
  async run(context, { number, reason }) {
    const row = await theMeeting(context, number)
    if (!row) return
    const input = { now: context.now, ...(reason && { reason }) }
    const stepped = stepMeeting(row.state as MeetingState, 'cancel', meetingOf(row), input)
    if (!stepped.ok) return context.say(copy.refused(stepped.error, number))
    await context.change.update('Meeting', row.id, { state: stepped.value, endReason: reason ?? null })
    const words = copy.cancelled(row, reason ?? '')
    await context.say(words)
    if (context.roomId === null) await context.announce(words)
    await tellComing(context, row.id, words)
  },
})

/** T3 回执 卫健委 参加 王主任、李科长: what an organisation answered, told by the liaison officer. */
export const organisationAnswerCommand = command({
  name: '回执',
  aliases: ['单位回执'],
  summary: '记单位对联席会邀请的答复',
  args: {
    number: reference('T', '联席会编号'),
    answer: about('T', oneOf('参加或不参加', { 不参加: 'declined', 不来: 'declined', 参加: 'coming' } as const)),
    organisation: about('T', word('单位', '卫健委')),
    words: optional(about('T', text('参会人或原因', '王主任、李科长'))),
  },
  who: LEADING,
  changes: true,
  examples: ['T3 回执 卫健委 参加 王主任、李科长', 'T3 回执 民政局 不参加 另有会议'],
  async run(context, { number, answer, organisation, words = '' }) {
    const row = await theMeeting(context, number)
    if (!row) return
    if (row.state !== 'invited') return context.say(copy.noSignUp(row))
    const at = context.now
    const attendees = words.split(/[、,，;；\s]+/).filter(Boolean)
    const given: OrganisationAnswer =
      answer === 'coming' ? { answer, attendees, at } : { answer, reason: words || null, at }
    const answered = answerInvitation(meetingOf(row), organisation, given)
    if (!answered.ok) return context.say(copy.answerRefused(row, answered.error))
    await context.change.update('Meeting', row.id, { invited: plain(answered.value.invited) })
    await context.say(copy.answered(row, organisation, given, answered.value))
  },
})

/** T3 写纪要 ……: the minutes in words; what was decided is kept item by item besides. */
export const writeMinutesCommand = command({
  name: '写纪要',
  aliases: ['纪要内容'],
  summary: '写下联席会纪要的文字',
  args: { number: reference('T', '联席会编号'), words: about('T', text('纪要', '会议听取了卫健委汇报')) },
  who: LEADING,
  changes: true,
  records: true,
  examples: ['T3 写纪要 会议听取了卫健委汇报，议定两件事'],
  async run(context, { number, words }) {
    const row = await theMeeting(context, number)
    if (!row) return
    let state = row.state as MeetingState
    for (const event of state === 'invited' ? (['hold', 'draftMinutes'] as const) : (['draftMinutes'] as const)) {
      const stepped = stepMeeting(state, event, meetingOf(row), { now: context.now })
      if (!stepped.ok) return context.say(copy.refused(stepped.error, number))
      state = stepped.value
    }
    await context.change.update('Meeting', row.id, { state, minutes: words })
    await context.say(copy.minutesWritten(row))
  },
})
