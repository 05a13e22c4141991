import { NOTICE_DAYS } from '../../station/duty/announce.js'
import type { DutyBook } from '../../station/duty/book.js'
import { inOrder } from '../../station/duty/book.js'
import { confirmRoster, draftDecision, dropDraft } from '../../station/duty/confirm.js'
import { draftMonth } from '../../station/duty/draft.js'
import { type DayAnswer, settleDay } from '../../station/duty/holiday.js'
import { rotaFacts } from '../../station/duty/roster.js'
import type { DutyShift, SeatNeed } from '../../station/duty/shift.js'
import type { Role } from '../../station/roles.js'
import type { StationSettings } from '../../station/settings.js'
import { Temporal } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'
import { type Argument, optional, text, when } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { calendar, dutyRoster, lockDuty, namesOf, saveDuty } from './book.js'
import { copy } from './copy.js'
import { lines, monthOf } from './lines.js'

export const PLANNERS: readonly Role[] = ['onDuty', 'convenor', 'head', 'liaison', 'district']

export const planCommand = command({
  name: '排班',
  aliases: ['排接待', '接待排班'],
  summary: '按规则排一个月的进站接待',
  args: { month: optional(when('月份或日期')) },
  who: PLANNERS,
  changes: true,
  examples: ['排班', '排班 12月', '排班 12月10日'],
  async run(context, { month: scan }) {
    const book = await lockDuty(context.db, context.station)
    const wanted = wantedDay(context, book, scan)
    if (!wanted) return context.say(copy.unclear)
    if (scan?.kind === 'range' && monthOf(wanted.day) !== monthOf(scan.from.toPlainDate()))
      return context.say(copy.monthOver(monthOf(scan.from.toPlainDate())))
    const already = inMonth(book, monthOf(wanted.day))
    if (already.length > 0) return context.say(copy.already(monthOf(wanted.day), await lines(context.db, already)))
    await plan(context, book, wanted.day, wanted.answer)
  },
  answers: { 'confirm-rota': confirmAnswer() },
})

export const themedCommand = command({
  name: '接待',
  aliases: ['主题接待', '建接待'],
  summary: '建一次进站接待，可带主题',
  args: { day: when('日期'), profession: optional(professionWord()), theme: optional(themeText()) },
  who: PLANNERS,
  changes: true,
  examples: ['接待 12月12日 主题 双减与课后服务', '接待 12月12日 专业 教育 主题 双减'],
  async run(context, { day: scan, profession, theme }) {
    const wanted = scan.kind === 'point' ? scan.at.toPlainDate() : undefined
    if (!wanted) return context.say(copy.unclear)
    const book = await lockDuty(context.db, context.station)
    await plan(context, book, wanted, 'keep', theme, true, profession)
  },
})

/** 专业 教育: only deputies of that expertise are drafted. */
function professionWord(): Argument<string> {
  return {
    label: '专业',
    example: '专业 教育',
    take(line) {
      const match = /专业\s+(\S+)/.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[1]! }
    },
  }
}

/** 主题 …, to the end of the line. */
function themeText() {
  const rest = text('主题', '主题 双减与课后服务')
  return {
    ...rest,
    take: (line: Parameters<typeof rest.take>[0], at: Parameters<typeof rest.take>[1]) => {
      const start = line.rest.indexOf('主题')
      if (start < 0) return { missing: true as const }
      line.claim(start, start + 2)
      return rest.take(line, at)
    },
  }
}

/** A named day is the planner's decision; a month, or nothing, means the station's own reception day. */
function wantedDay(
  { now, settings }: CommandContext,
  book: DutyBook,
  scan: Scan | undefined,
): { day: Temporal.PlainDate; answer?: DayAnswer } | undefined {
  const usual = settings.receptionDay
  const today = now.toPlainDate()
  if (scan?.kind === 'range' && scan.precision === 'month') {
    const day = scan.from.toPlainDate().with({ day: usual })
    return {
      day: monthOf(day) === monthOf(today) && Temporal.PlainDate.compare(day, today) <= 0 ? nextInTime(today) : day,
    }
  }
  if (scan?.kind === 'point' && scan.precision === 'day') return { day: scan.at.toPlainDate(), answer: 'keep' }
  if (scan) return undefined
  let day = today.with({ day: usual })
  if (Temporal.PlainDate.compare(day, today) <= 0) day = day.add({ months: 1 })
  while (inMonth(book, monthOf(day)).length > 0) day = day.add({ months: 1 })
  return { day }
}

/** The usual day of this month is over: the first working day that can still be announced in time. */
function nextInTime(today: Temporal.PlainDate): Temporal.PlainDate {
  let day = today.add({ days: NOTICE_DAYS + 1 })
  while (calendar(day).kind !== 'workday' && monthOf(day) === monthOf(today)) day = day.add({ days: 1 })
  return day
}

const inMonth = (book: DutyBook, month: string) =>
  inOrder(book).filter(({ shift, stage }) => shift.rosterMonth === month && stage !== 'dropped')

/** One place for each deputy; the station's levels by turns, and the expertise that a theme asks for. */
const seatsFor = ({ deputiesPerShift, receptionLevels }: StationSettings, profession: string | undefined): SeatNeed[] =>
  Array.from({ length: deputiesPerShift }, (_, seat) => ({
    ...(receptionLevels[seat] && { levels: [receptionLevels[seat]] }),
    ...(profession && { professions: [profession] }),
  }))

async function plan(
  context: CommandContext,
  book: DutyBook,
  wanted: Temporal.PlainDate,
  answer: DayAnswer | undefined,
  theme?: string,
  confirmed = false,
  profession?: string,
) {
  const { station, settings, now, say, change, db, speaker } = context
  if (Temporal.PlainDate.compare(wanted, now.toPlainDate()) < 0) return say(copy.past)
  const day = settleDay(wanted, calendar, answer)
  if (!day.ok) return say(copy.question(day.error))
  const month = monthOf(wanted)
  const shift: DutyShift = {
    no: await change.nextNumber(station.id, 'D'),
    rosterMonth: month,
    date: day.value.date,
    startsAt: settings.receptionFrom,
    endsAt: settings.receptionUntil,
    dayClass: day.value.dayClass,
    seats: seatsFor(settings, profession),
    ...(station.address && { place: station.address }),
    ...(theme && { theme }),
  }
  const facts = rotaFacts(book, await dutyRoster(db, station), now)
  let after = await saveDuty(context, book, draftDecision(draftMonth([shift], month, facts), now), speaker.personId)
  if (confirmed) {
    const decided = confirmRoster(after, month, now)
    if (decided.ok) after = await saveDuty(context, after, decided.value, speaker.personId)
    const state = after.shifts.get(shift.no)!
    return say(
      copy.themed(
        state,
        await namesOf(
          db,
          state.seats.flatMap(({ holderId }) => holderId ?? []),
        ),
      ),
    )
  }
  await context.ask({
    kind: 'confirm-rota',
    payload: { month },
    text: copy.draft(month, await lines(db, inMonth(after, month)), copy.settled(day.value)),
    openMinutes: 3 * 24 * 60,
  })
}

function confirmAnswer(): AnswerHandler<boolean> {
  return {
    accepts: (folded) => (/^(?:确认|好|是|行|可以|同意)$/.test(folded) ? true : undefined),
    run: (context, { month }) => confirmMonth(context, month as string),
  }
}

async function confirmMonth(context: CommandContext, month: string) {
  const book = await lockDuty(context.db, context.station)
  const decided = confirmRoster(book, month, context.now)
  if (!decided.ok) return context.say(copy.nothingDrafted(month))
  const after = await saveDuty(context, book, decided.value, context.speaker.personId)
  await context.say(copy.confirmed(month, await lines(context.db, inMonth(after, month))))
}

const monthArgument = { month: optional(when('月份')) }

/** The month a line names, or the one of the soonest reception that fits. */
function namedMonth(book: DutyBook, scan: Scan | undefined, fits: (stage: string) => boolean): string | undefined {
  if (scan?.kind === 'range') return monthOf(scan.from.toPlainDate())
  if (scan?.kind === 'point') return monthOf(scan.at.toPlainDate())
  return inOrder(book).find(({ stage }) => fits(stage))?.shift.rosterMonth
}

export const confirmRotaCommand = command({
  name: '确认排班',
  summary: '把排班草案定下来，告诉各位',
  args: monthArgument,
  who: PLANNERS,
  changes: true,
  examples: ['确认排班 12月'],
  async run(context, { month: scan }) {
    const book = await lockDuty(context.db, context.station)
    const month = namedMonth(book, scan, (stage) => stage === 'drafted')
    await (month ? confirmMonth(context, month) : context.say(copy.noDraft))
  },
})

export const dropRotaCommand = command({
  name: '放弃排班',
  summary: '不要这份排班，重新生成',
  args: monthArgument,
  who: PLANNERS,
  changes: true,
  examples: ['放弃排班 12月'],
  async run(context, { month: scan }) {
    const book = await lockDuty(context.db, context.station)
    const month = namedMonth(book, scan, (stage) => stage === 'drafted')
    const decided = month ? dropDraft(book, month, context.now) : undefined
    if (!month || !decided?.ok) return context.say(month ? copy.nothingDrafted(month) : copy.noDraft)
    await saveDuty(context, book, decided.value, context.speaker.personId)
    await context.say(copy.dropped(month))
  },
})
