import { recordOpinion, signIn, summarise } from '../../station/duty/attendance.js'
import { type DutyBook, type ShiftState, seatOf } from '../../station/duty/book.js'
import { MEMBERS } from '../../station/roles.js'
import { count, oneOf, optional, reference, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { requestSummary } from '../summary/write.js'
import { actorOf, dutyRoster, lockDuty, namesOf, readDuty, saveDuty } from './book.js'
import { copy } from './copy.js'
import { theShift } from './find.js'
import { PLANNERS } from './plan.js'
import { topicsOf } from './topics.js'

export const signInCommand = command({
  name: '签到',
  aliases: ['到站', '接待签到'],
  summary: '进站接待签到',
  args: { no: reference('D', '接待编号') },
  who: MEMBERS,
  changes: true,
  examples: ['签到 D7'],
  async run(context, { no }) {
    const { db, station, speaker, now, say } = context
    const book = await lockDuty(db, station)
    const state = await theShift(context, book, no, '签到')
    if (!state) return
    const decided = signIn(book, { shiftNo: no, personId: speaker.personId, now }, await dutyRoster(db, station))
    if (!decided.ok) {
      const { error } = decided
      if (error.code === 'alreadySignedIn') return say(copy.alreadySignedIn(no))
      return say('action' in error ? copy.refused(error) : copy.unknown(no))
    }
    const after = await saveDuty(context, book, decided.value, actorOf(context))
    const own = after.shifts.get(no)!.signIns.find(({ personId }) => personId === speaker.personId)!
    await say(copy.signedIn(after.shifts.get(no)!, speaker.name, own.lateMinutes, own.extra))
  },
})

export const visitorsCommand = command({
  name: '来访',
  aliases: ['接待人数'],
  summary: '记一次接待来了多少人',
  args: { no: reference('D', '接待编号'), persons: count('人数', '6人', /(\d{1,6})\s*[人位名]?/) },
  who: MEMBERS,
  changes: true,
  examples: ['D7 来访 6人'],
  async run({ db, station, change, say }, { no, persons }) {
    const row = await db.dutyShift.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!row) return say(copy.unknown(no))
    await change.update('DutyShift', row.id, { visitorPersons: persons })
    await say(copy.visitors(no, persons))
  },
})

const THEME = text('主题', '课后服务')

/** "D7 主题 课后服务" sets the theme; "D7 主题 课后服务 小结" closes the reception and drafts its summary. */
export const themeCommand = command({
  name: '主题',
  summary: '给一次接待定主题，或做主题接待小结',
  args: { no: reference('D', '接待编号'), close: optional(oneOf('小结', { 小结: true })), theme: optional(THEME) },
  who: PLANNERS,
  changes: true,
  examples: ['D7 主题 课后服务', 'D7 主题 课后服务 小结'],
  async run(context, { no, close, theme }) {
    const book = await lockDuty(context.db, context.station)
    const state = await theShift(context, book, no, '主题')
    if (!state) return
    if (close) return closeReception(context, book, no)
    if (theme) await setTheme(context, book, state, theme)
  },
})

export const closeCommand = command({
  name: '接待小结',
  summary: '结束一次接待，起草小结',
  args: { no: reference('D', '接待编号') },
  who: PLANNERS,
  changes: true,
  examples: ['接待小结 D7'],
  async run(context, { no }) {
    const book = await lockDuty(context.db, context.station)
    if (await theShift(context, book, no, '接待小结')) await closeReception(context, book, no)
  },
})

async function setTheme(context: CommandContext, book: DutyBook, state: ShiftState, theme: string) {
  const decision = { facts: [{ type: 'themed', shiftNo: state.shift.no, theme } as const], affected: [], notes: [] }
  const after = await saveDuty(context, book, decision, context.speaker.personId)
  await context.say(copy.themeSet(after.shifts.get(state.shift.no)!))
}

async function closeReception(context: CommandContext, book: DutyBook, no: number) {
  const { db, station, now, say, speaker } = context
  const decided = summarise(book, no, now)
  if (!decided.ok) return say('action' in decided.error ? copy.refused(decided.error) : copy.unknown(no))
  const after = await saveDuty(context, book, decided.value, speaker.personId)
  const state = after.shifts.get(no)!
  const opinions = await db.opinion.findMany({ where: { stationId: station.id, no: { in: [...state.opinionNos] } } })
  const row = await db.dutyShift.findUniqueOrThrow({ where: { stationId_no: { stationId: station.id, no } } })
  const draft = copy.summarised(
    state,
    row.visitorPersons,
    topicsOf(opinions, state.shift.theme),
    await namesOf(db, state.absentIds),
  )
  await context.say(draft)
  await requestSummary(context, { kind: null, subject: `D${no}`, draft: true })
}

/**
 * Ties an opinion to the reception its reporter has signed in to, and answers with the reception's theme; null when none is
 * going on. Called by whoever records an opinion.
 */
export async function attachToReception(
  context: CommandContext,
  opinionNo: number,
): Promise<{ shiftNo: number; theme: string | null } | null> {
  const { db, station, now, speaker } = context
  const book = await readDuty(db, station.id)
  for (const [shiftNo, state] of book.shifts) {
    const present =
      state.signIns.some(({ personId }) => personId === speaker.personId) || seatOf(state, speaker.personId) !== null
    if (!present || !['signedIn', 'recording'].includes(state.stage)) continue
    const decided = recordOpinion(book, shiftNo, opinionNo, now)
    if (!decided.ok) continue
    await saveDuty(context, book, decided.value, speaker.personId)
    return { shiftNo, theme: decided.value.theme }
  }
  return null
}
