import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'
import { decisionOf, meetingOf, theMeeting } from './load.js'

async function setAttendance(context: CommandContext, number: number, state: 'coming' | 'withdrawn'): Promise<void> {
  const row = await theMeeting(context, number)
  if (!row) return
  const { db, change, speaker, now } = context
  if (row.state !== 'invited' || row.startsAt <= dateOf(now)) return context.say(copy.noSignUp(row))
  const key = { meetingId: row.id, personId: speaker.personId }
  const kept = await db.meetingAttendee.findUnique({ where: { meetingId_personId: key } })
  if (!kept && state === 'withdrawn') return context.say(copy.notComing(row, speaker.name))
  if (kept) await change.update('MeetingAttendee', kept.id, { state, at: dateOf(now) })
  else await change.create('MeetingAttendee', { ...key, personName: speaker.name, state, at: dateOf(now) })
  const coming = await db.meetingAttendee.count({ where: { meetingId: row.id, state: 'coming' } })
  await context.say(state === 'coming' ? copy.signedUp(row, speaker.name, coming) : copy.withdrawn(row, speaker.name))
}

export const signUpMeetingCommand = command({
  name: '报名',
  aliases: ['参加'],
  summary: '报名参加联席会',
  args: { number: reference('T', '联席会编号') },
  who: MEMBERS,
  changes: true,
  examples: ['报名 T3'],
  run: (context, { number }) => setAttendance(context, number, 'coming'),
})

export const withdrawMeetingCommand = command({
  name: '退出',
  summary: '不参加联席会了',
  args: { number: reference('T', '联席会编号') },
  who: MEMBERS,
  changes: true,
  examples: ['退出 T3'],
  run: (context, { number }) => setAttendance(context, number, 'withdrawn'),
})

const shown = (
  name: string,
  aliases: readonly string[],
  summary: string,
  show: (context: CommandContext, no: number) => Promise<void>,
) =>
  command({
    name,
    aliases,
    summary,
    args: { number: reference('T', '联席会编号') },
    who: MEMBERS,
    changes: false,
    examples: [`T3 ${name}`],
    run: (context, { number }) => show(context, number),
  })

export const meetingListCommand = shown('名单', [], '看联席会邀请和报名名单', async (context, no) => {
  const row = await theMeeting(context, no)
  if (!row) return
  const coming = await context.db.meetingAttendee.findMany({
    where: { meetingId: row.id, state: 'coming' },
    orderBy: { id: 'asc' },
  })
  await context.say(
    copy.list(
      row,
      meetingOf(row).invited,
      coming.map(({ personName }) => personName),
    ),
  )
})

export const meetingMaterialsCommand = shown('材料', ['议题'], '看联席会议题和材料', async (context, no) => {
  const row = await theMeeting(context, no)
  if (row) await context.say(copy.materials(row, meetingOf(row)))
})

export const meetingDecisionsCommand = shown('定办事项', ['定办', '事项'], '看联席会定办事项', async (context, no) => {
  const row = await theMeeting(context, no)
  if (!row) return
  const decisions = await context.db.meetingDecision.findMany({ where: { meetingId: row.id }, orderBy: { no: 'asc' } })
  await context.say(copy.decisions(row, decisions.map(decisionOf), context.now.toPlainDate()))
})
