import { LunarDay, LunarMonth, LunarYear, SolarTerm } from 'tyme4ts'
import { Temporal } from '../time/civil.js'

/** A day of the Chinese calendar; `leap` is a 闰月. */
export type LunarDate = { readonly month: number; readonly day: number; readonly leap?: boolean }

const plain = (solar: { getYear(): number; getMonth(): number; getDay(): number }): Temporal.PlainDate =>
  new Temporal.PlainDate(solar.getYear(), solar.getMonth(), solar.getDay())

/** Undefined when that lunar year has no such day: a short month has no thirtieth, most years have no leap month. */
export const lunarDate = (lunarYear: number, { month, day, leap }: LunarDate): Temporal.PlainDate | undefined => {
  if (month < 1 || month > 12 || day < 1) return undefined
  if (leap && LunarYear.fromYear(lunarYear).getLeapMonth() !== month) return undefined
  const signed = leap ? -month : month
  if (day > LunarMonth.fromYm(lunarYear, signed).getDayCount()) return undefined
  return plain(LunarDay.fromYmd(lunarYear, signed, day).getSolarDay())
}

/** The eve of the first day of a lunar year, which is the 29th or the 30th of the twelfth month before it. */
export const lunarNewYearsEve = (lunarYear: number): Temporal.PlainDate =>
  plain(LunarDay.fromYmd(lunarYear, 1, 1).getSolarDay()).subtract({ days: 1 })

/** `name` is one of the twenty-four solar terms as tyme4ts writes them, e.g. 清明. */
export const solarTerm = (year: number, name: string): Temporal.PlainDate =>
  plain(SolarTerm.fromName(year, name).getJulianDay().getSolarDay())
