import { Temporal } from '../time/civil.js'
import { type ActivityRecord, isComing, isHeld } from './activity-record.js'

/** More than this many days without an activity is an alarm. */
const SILENT_DAYS = 45
/** The alarm comes again after this many more silent days, not every day. */
const REPEAT_DAYS = 15

export interface Silence {
  readonly silentDays: number
  readonly lastOn: Temporal.PlainDate
  /** The next one announced; an alarm with one in sight reads differently. */
  readonly nextOn: Temporal.PlainDate | null
  /** Null: no alarm. Unique per gap and repetition. */
  readonly alarmKey: string | null
}

const compare = Temporal.PlainDate.compare

/** 本站已47天无活动. A station that has held none yet is counted from the day it was set up. */
export const silence = (
  records: readonly ActivityRecord[],
  establishedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  limitDays: number = SILENT_DAYS,
): Silence => {
  const days = (rows: readonly ActivityRecord[]): Temporal.PlainDate[] =>
    rows.map((record) => record.startsAt.toPlainDate()).sort(compare)
  const lastOn = days(records.filter(isHeld).filter(({ startsAt }) => compare(startsAt.toPlainDate(), today) <= 0)).at(
    -1,
  )
  const since = lastOn ?? establishedOn
  const silentDays = Math.max(0, since.until(today, { largestUnit: 'day' }).days)
  const nextOn = days(records.filter(isComing)).find((date) => compare(date, today) >= 0) ?? null
  const round = Math.floor((silentDays - limitDays - 1) / REPEAT_DAYS)
  const alarmKey = silentDays > limitDays ? `silence:${since.toString()}:${round}` : null
  return { silentDays, lastOn: since, nextOn, alarmKey }
}
