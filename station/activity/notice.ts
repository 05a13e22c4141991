import type { Moment } from '../time/civil.js'

const NOTICE_DAYS = 3

/** Days between the notice and the day of the activity, by the calendar: 5月15日傍晚 tells of 5月18日 three days ahead. */
export const noticeDays = (notifiedAt: Moment, startsAt: Moment): number =>
  notifiedAt.toPlainDate().until(startsAt.toPlainDate(), { largestUnit: 'day' }).days

/** 临时: told less than three days ahead. */
export const isShortNotice = (notifiedAt: Moment, startsAt: Moment): boolean =>
  noticeDays(notifiedAt, startsAt) < NOTICE_DAYS
