import type { Meeting as MeetingRow } from '../../prisma/generated/client.js'
import { newDecision, type Owner, stepDecision } from '../../station/meeting/decision.js'
import { type MeetingEvent, type MeetingState, stepMeeting } from '../../station/meeting/machine.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { copy as activityCopy } from '../activity/copy.js'
import { lastMoment } from '../activity/moment-of.js'
import { isJustOver } from '../activity/time-fault.js'
import { type Argument, count, optional, reference, text, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about } from '../keyed.js'
import { memberNamed } from '../people/member-named.js'
import { copy } from './copy.js'
import { decisionOf, meetingOf, plain, theMeeting } from './load.js'

/** Walks a meeting through the steps that lie before; says which one is refused. */
async function advance(context: CommandContext, row: MeetingRow, events: readonly MeetingEvent[]): Promise<boolean> {
  let state = row.state as MeetingState
  const decisions = (await context.db.meetingDecision.findMany({ where: { meetingId: row.id } })).map(decisionOf)
  for (const event of events) {
    const stepped = stepMeeting(state, event, meetingOf(row), { now: context.now, decisions })
    if (!stepped.ok) {
      await context.say(copy.refused(stepped.error, row.no))
      return false
    }
    state = stepped.value
  }
  await context.change.update('Meeting', row.id, { state })
  return true
}

const WRITING: Partial<Record<MeetingState, readonly MeetingEvent[]>> = {
  invited: ['hold', 'draftMinutes'],
  held: ['draftMinutes'],
  minutesDraft: ['draftMinutes'],
  minutesConfirmed: [],
}

/** T3 纪要 定事项 2 卫健委 6月30日前回复: an owner, a day and what is to be done. */
export const decideCommand = command({
  name: '纪要',
  aliases: ['记事项'],
  summary: '在联席会纪要里定办一件事',
  args: {
    number: reference('T', '联席会编号'),
    item: about('T', count('定事项几', '定事项 2', /定(?:办)?事项\s*(\d{1,3})/)),
    due: about('T', when('办结日期')),
    owner: about('T', word('承办', '卫健委')),
    task: optional(about('T', text('要办的事', '回复'))),
  },
  who: LEADING,
  changes: true,
  examples: ['T3 纪要 定事项 2 卫健委 12月30日前回复'],
  async run(context, { number, item, due, owner, task }) {
    const row = await theMeeting(context, number)
    if (!row) return
    const dueAt = lastMoment(due)
    if (!dueAt) return context.say(copy.unclearTime)
    if (isJustOver(dueAt, context)) return context.say(activityCopy.justOver(dueAt))
    const dueOn = dueAt.toPlainDate()
    const { db, change, now } = context
    const writing = WRITING[row.state as MeetingState]
    if (!writing) return context.say(copy.noMinutes(row))
    const existing = (await db.meetingDecision.findMany({ where: { meetingId: row.id }, orderBy: { no: 'asc' } })).map(
      decisionOf,
    )
    if (existing.some(({ no }) => no === item)) return context.say(copy.decisionTaken(row, item))
    const person = await memberNamed(context, owner)
    const who: Owner = person ? { kind: 'person', person } : { kind: 'organisation', name: owner }
    const made = newDecision(existing, { task: task ?? `事项${item}`, owner: who, dueOn }, now)
    if (!made.ok) return context.say(copy.decisionRefused(made.error))
    if (!(await advance(context, row, writing))) return
    await change.create('MeetingDecision', {
      meetingId: row.id,
      no: item,
      task: made.value.task,
      owner: who as object,
      dueOn: dueOn.toString(),
      state: made.value.state,
    })
    await context.say(copy.decided(row, item, owner, made.value.task, dueOn))
  },
})

export const minutesCommand = command({
  name: '确认纪要',
  summary: '确认联席会纪要',
  args: { number: reference('T', '联席会编号') },
  who: LEADING,
  changes: true,
  examples: ['确认纪要 T3'],
  async run(context, { number }) {
    const row = await theMeeting(context, number)
    if (row && (await advance(context, row, ['confirmMinutes']))) await context.say(copy.minutesConfirmed(row))
  },
})

export const concludeCommand = command({
  name: '办结',
  summary: '联席会各事项办完后办结',
  args: { number: reference('T', '联席会编号') },
  who: LEADING,
  changes: true,
  examples: ['办结 T3'],
  async run(context, { number }) {
    const row = await theMeeting(context, number)
    if (row && (await advance(context, row, ['conclude']))) await context.say(copy.concluded(row))
  },
})

const EVENTS = { 进展: 'progress', 完成: 'report', 办结: 'confirm', 重办: 'reopen', 终止: 'drop' } as const

function itemNumber(): Argument<number> {
  return about('T', count('事项几', '事项2', /(?:定办)?事项\s*(\d{1,3})/))
}

function eventWord(): Argument<keyof typeof EVENTS> {
  return {
    label: '进展、完成、办结、重办或终止',
    example: '完成',
    take(line) {
      for (const said of Object.keys(EVENTS) as (keyof typeof EVENTS)[]) {
        const at = line.rest.indexOf(said)
        if (at < 0) continue
        line.claim(at, at + said.length)
        return { value: said }
      }
      return { missing: true }
    },
  }
}

/** T3 事项2 完成 已回复: one step of a decision, always with words. */
export const stepDecisionCommand = command({
  name: '督办',
  aliases: ['跟进'],
  summary: '记联席会定办事项的进展',
  args: {
    number: reference('T', '联席会编号'),
    item: itemNumber(),
    event: about('T', eventWord()),
    words: about('T', text('说明', '已书面回复')),
  },
  who: MEMBERS,
  changes: true,
  examples: ['T3 跟进 事项2 完成 已书面回复'],
  async run(context, { number, item, event, words }) {
    const row = await theMeeting(context, number)
    if (!row) return
    const { db, change, speaker, now } = context
    const kept = await db.meetingDecision.findUnique({ where: { meetingId_no: { meetingId: row.id, no: item } } })
    if (!kept) return context.say(copy.noDecision(row, item))
    const leads = LEADING.some((role) => speaker.roles.has(role))
    const kind = EVENTS[event]
    if (!leads && kind !== 'progress' && kind !== 'report') return context.say(copy.onlyConvenor(event))
    const stepped = stepDecision(
      decisionOf(kept),
      { event: kind, words },
      { id: speaker.personId, name: speaker.name },
      now,
    )
    if (!stepped.ok) return context.say(copy.decisionRefused(stepped.error))
    const { state, history } = stepped.value
    await change.update('MeetingDecision', kept.id, { state, history: plain(history) as never })
    await context.say(copy.decisionStepped(row, stepped.value))
  },
})
