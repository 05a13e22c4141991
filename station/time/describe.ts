import { type Moment, Temporal } from './civil.js'
import { DAY_PARTS, type DayPart } from './day-part.js'
import { describeRule } from './describe-rule.js'
import type { DeadlineScan, PointScan, RangeScan, Scan } from './scan.js'
import { WEEKDAY_NAMES } from './weekday-names.js'

const isMoment = (what: Moment | Scan): what is Moment => what instanceof Temporal.ZonedDateTime

/** "11月28日（周六）"; with the year when it is not the one of `now`. */
export const describeDay = (at: Moment | Temporal.PlainDate, now?: Moment): string => {
  const year = now && at.year !== now.year ? `${at.year}年` : ''
  return `${year}${at.month}月${at.day}日（周${WEEKDAY_NAMES[at.dayOfWeek - 1]}）`
}

/** "9:00"; seconds only where there are any. */
const describeTime = ({ hour, minute, second }: { hour: number; minute: number; second: number }): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${hour}:${two(minute)}${second ? `:${two(second)}` : ''}`
}

const dayAndPart = (at: Moment, part: DayPart, now: Moment | undefined): string =>
  describeDay(at, now) + DAY_PARTS[part].label

/** "11月28日（周六）9:00" */
const moment = (at: Moment, now: Moment | undefined): string => describeDay(at, now) + describeTime(at)

const point = ({ at, precision, part, notThisWeek }: PointScan, now: Moment | undefined): string => {
  const said =
    precision === 'minute'
      ? moment(at, now)
      : part && precision === 'halfDay'
        ? dayAndPart(at, part, now)
        : describeDay(at, now)
  return notThisWeek ? `${said}，不是本周的${describeDay(notThisWeek, now)}` : said
}

/** An inclusive end at the last second of a day is 24:00 to a reader. */
const endTime = (at: Moment): string =>
  at.hour === 23 && at.minute === 59 && at.second === 59 ? '24:00' : describeTime(at)

const range = ({ from, to, precision }: RangeScan, now: Moment | undefined): string => {
  const timed = precision === 'minute' || precision === 'halfDay'
  const start = timed || from.hour + from.minute + from.second > 0 ? moment(from, now) : describeDay(from, now)
  if (!to) return `${start}起`
  const sameDay = from.toPlainDate().equals(to.toPlainDate())
  if (!timed) return sameDay ? start : `${start}至${describeDay(to, now)}`
  return sameDay ? `${start}–${endTime(to)}` : `${start}至${describeDay(to, now)}${endTime(to)}`
}

/** Midnight at the end of a day is 24:00 of that day, not 0:00 of the next. */
const deadline = ({ by }: DeadlineScan, now: Moment | undefined): string => {
  const isMidnight = by.hour === 0 && by.minute === 0 && by.second === 0
  const day = isMidnight ? by.subtract({ days: 1 }) : by
  return `${describeDay(day, now)}${isMidnight ? '24:00' : endTime(by)}前`
}

/**
 * A short Chinese echo of what was understood, always with the weekday: "11月28日（周六）9:00", "5月16日（周六）24:00前",
 * "每月第2个周四14:00，遇节假日顺延". The year is written when it is not that of `now`. Readings of an ambiguous scan are
 * joined by 或; '' for none and where there is nothing to offer.
 */
export const describe = (what: Moment | Scan, now?: Moment): string => {
  if (isMoment(what)) return moment(what, now)
  switch (what.kind) {
    case 'point':
      return point(what, now)
    case 'range':
      return range(what, now)
    case 'deadline':
      return deadline(what, now)
    case 'recurrence':
      return describeRule(what.rule)
    case 'ambiguous':
      return what.readings.map((reading) => describe(reading, now)).join('或')
    case 'none':
      return ''
  }
}
