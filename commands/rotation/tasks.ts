import type { Activity } from '../../prisma/generated/client.js'
import { isOutdated, NOTICE_DAYS } from '../../station/duty/announce.js'
import { inOrder, type ShiftState } from '../../station/duty/book.js'
import { monthGaps } from '../../station/duty/month-gap.js'
import { daysUntil, endOf, isBefore, startOf } from '../../station/duty/shift-time.js'
import { vacancies } from '../../station/duty/vacancy.js'
import { STAFF_STEP_IN_AFTER_HOURS } from '../../station/rotation/convenor-first.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { readDuty } from '../duty/book.js'
import { copy } from './task-copy.js'

/** Something the convenor on duty ought to see to, read from the rows as they are. */
export interface WantedTask {
  /** Stable name of the thing to be done. */
  key: string
  /** What to type to do it. */
  line: string
  /** To the convenor; `name` is how they are addressed. */
  text: string
  /** To the liaison officers, when the convenor has not done it in time. */
  staffText(name: string): string
  /** Since when the convenor has known of it, if that was before the clock asked. */
  knownSince?: Moment
  /** It concerns the whole group and is asked there: the number of the activity whose notice is to be sent. */
  noticeNo?: number
}

/** Days before a reception by which its rota is to be confirmed and announced: the notice and two days for staff. */
const DAYS_FOR_STAFF = Math.ceil(STAFF_STEP_IN_AFTER_HOURS / 24)
const CONFIRM_DAYS = NOTICE_DAYS + 2 * DAYS_FOR_STAFF
const ANNOUNCE_DAYS = NOTICE_DAYS + DAYS_FOR_STAFF + 1
const NOTICE = 'notice:'
/** A summary nobody wrote is asked for this long, and then it is history. */
const SUMMARY_DAYS = 30

type Before = Pick<StationContext, 'db' | 'station' | 'now'>

export async function wantedTasks(context: Before): Promise<WantedTask[]> {
  const all = [...(await ofTheRota(context)), ...(await ofDrafts(context)), ...(await ofActivities(context))]
  if (!all.some(({ key }) => key.startsWith(NOTICE))) return all
  // A notice is sent once. What the books themselves tell (a rota, a vacancy) may be wanted again.
  const sent = await context.db.convenorTask.findMany({
    where: { stationId: context.station.id, key: { startsWith: NOTICE }, doneAt: { not: null } },
    select: { key: true },
  })
  return all.filter((task) => !sent.some(({ key }) => key === task.key))
}

async function ofTheRota({ db, station, now }: Before): Promise<WantedTask[]> {
  const book = await readDuty(db, station.id)
  const ahead = inOrder(book).filter(({ shift, stage }) => stage !== 'dropped' && isBefore(now, startOf(shift)))
  const within = (days: number) => (state: ShiftState) => daysUntil(state.shift.date, now) <= days
  const monthsOf = (states: readonly ShiftState[]): string[] => [
    ...new Set(states.map(({ shift }) => shift.rosterMonth)),
  ]
  const task = (key: string, line: string, what: string): WantedTask => ({
    key,
    line,
    text: copy.ask(what, line),
    staffText: (name) => copy.stepIn(what, line, name),
  })
  const drafted = ahead.filter(({ stage }) => stage === 'drafted')
  const untold = ahead.filter(
    (state) => state.stage === 'confirmed' || (state.stage !== 'drafted' && isOutdated(state)),
  )
  const held = inOrder(book).filter(
    ({ shift, stage }) =>
      ['signedIn', 'recording', 'nobodyCame'].includes(stage) && isBefore(endOf(shift).add({ days: 1 }), now),
  )
  return [
    ...monthGaps(book, now).map(({ month }) => ({
      ...task(`rota:${month}`, copy.planLine(month), copy.gap(month)),
      text: copy.askGap(month),
    })),
    ...monthsOf(drafted.filter(within(CONFIRM_DAYS))).map((month) =>
      task(`confirm:${month}`, copy.confirmLine(month), copy.unconfirmed(month)),
    ),
    ...monthsOf(untold.filter(within(ANNOUNCE_DAYS))).map((month) =>
      task(`announce:${month}`, copy.announceLine(month), copy.unannounced(month)),
    ),
    ...vacancies(book, now)
      .filter(({ isEscalated, shiftNo }) => isEscalated && book.shifts.get(shiftNo)!.stage !== 'drafted')
      .map(({ key, shiftNo, daysLeft }) =>
        task(`vacancy:${key}`, copy.fillLine(shiftNo), copy.vacancy(book.shifts.get(shiftNo)!, daysLeft)),
      ),
    ...held.map(({ shift }) => task(`reception:D${shift.no}`, `接待小结 D${shift.no}`, copy.receptionOpen(shift.no))),
  ]
}

async function ofDrafts({ db, station }: Before): Promise<WantedTask[]> {
  const drafts = await db.activityDraft.findMany({
    where: { stationId: station.id, state: 'inReview' },
    orderBy: { no: 'asc' },
  })
  return drafts.map(({ no, title, personName, createdAt }) => {
    const what = copy.draft(no, title, personName)
    const line = `通过草案${no}`
    return {
      key: `draft:${no}`,
      line,
      text: copy.ask(what, line),
      staffText: (name) => copy.stepIn(what, line, name),
      knownSince: momentOf(createdAt),
    }
  })
}

async function ofActivities({ db, station, now }: Before): Promise<WantedTask[]> {
  const open = await db.activity.findMany({
    where: { stationId: station.id, seriesId: { not: null }, state: { in: ['open', 'full'] } },
    orderBy: { startsAt: 'asc' },
  })
  const unsent = open.filter(({ startsAt }) => startsAt > dateOf(now))
  const ended = await db.activity.findMany({
    where: { stationId: station.id, state: { in: ['ended', 'summaryDraft'] } },
    orderBy: { startsAt: 'asc' },
  })
  const [from, until] = [dateOf(now.subtract({ days: SUMMARY_DAYS })), dateOf(now.subtract({ days: 1 }))]
  const unwritten = ended.filter(({ endsAt }) => endsAt !== null && endsAt > from && endsAt < until)
  return [...unsent.map(notice), ...unwritten.map(summary)]
}

/** An instance of a series opens by the clock: nobody has told the group of it yet. */
const notice = (activity: Activity): WantedTask => ({
  key: `${NOTICE}H${activity.no}`,
  line: `发 H${activity.no}`,
  text: copy.notice(activity),
  staffText: (name) => copy.stepIn(copy.noticeDue(activity), `发 H${activity.no}`, name),
  noticeNo: activity.no,
})

function summary({ no, title, endsAt }: Activity): WantedTask {
  const what = copy.summaryDue(no, title)
  const line = `发布小结 H${no}`
  return {
    key: `summary:H${no}`,
    line,
    text: copy.ask(what, line),
    staffText: (name) => copy.stepIn(what, line, name),
    ...(endsAt && { knownSince: momentOf(endsAt) }),
  }
}
