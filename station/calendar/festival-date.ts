import { Temporal } from '../time/civil.js'
import { nthWeekdayOfMonth, plainDate } from '../time/civil-day.js'
import type { FestivalDay, FestivalId } from './festivals.js'
import { festivalOf } from './festivals.js'
import { lunarDate, lunarNewYearsEve, solarTerm } from './lunar.js'

const lunarYearsTouching = (year: number): readonly number[] => [year - 1, year]

const datesOf = (day: FestivalDay, year: number): (Temporal.PlainDate | undefined)[] => {
  if ('solar' in day) return [new Temporal.PlainDate(year, day.solar.month, day.solar.day)]
  if ('lunar' in day) return lunarYearsTouching(year).map((lunarYear) => lunarDate(lunarYear, day.lunar))
  if ('newYearsEve' in day) return [lunarNewYearsEve(year)]
  // tyme4ts counts a year's terms from the winter solstice of the year before.
  if ('term' in day) return [year, year + 1].map((termYear) => solarTerm(termYear, day.term))
  const nth = nthWeekdayOfMonth(year, day.month, day.nth, day.weekday)
  return nth === undefined ? [] : [plainDate(nth)]
}

/**
 * Every day of one Gregorian year on which the festival is kept, in order. Late lunar festivals may fall twice in a
 * year or not at all (腊八 of the lunar year before and of this one); a regional custom gives a second day.
 */
export const festivalDates = (id: FestivalId, year: number): Temporal.PlainDate[] =>
  festivalOf(id)
    .days.flatMap((day) => datesOf(day, year))
    .filter((date) => date !== undefined)
    .filter((date) => date.year === year)
    .sort(Temporal.PlainDate.compare)
