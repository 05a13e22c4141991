import { LunarMonth, LunarYear, SolarTerm } from 'tyme4ts'
import { Temporal } from '../time/civil.js'

/** A day of the Chinese calendar; `leap` is a 闰月. */
export type LunarDate = { readonly month: number; readonly day: number; readonly leap?: boolean }

type SolarDay = { getYear(): number; getMonth(): number; getDay(): number }

const plain = (solar: SolarDay): Temporal.PlainDate =>
  new Temporal.PlainDate(solar.getYear(), solar.getMonth(), solar.getDay())

/** Astronomy is costly and never changes: each answer is worked out once. Keys are few, for years are. */
const remembered = <T>(work: (year: number, key: string) => T): ((year: number, key: string) => T) => {
  const answers = new Map<string, T>()
  return (year, key) => {
    const id = `${year} ${key}`
    const known = answers.get(id)
    if (known !== undefined) return known
    const answer = work(year, key)
    answers.set(id, answer)
    return answer
  }
}

/** `key` is the number of the month, negative for a leap month. */
const monthOf = remembered((lunarYear, key) => {
  const month = LunarMonth.fromYm(lunarYear, Number(key))
  return { first: plain(month.getFirstJulianDay().getSolarDay()), days: month.getDayCount() }
})

/** Undefined when that lunar year has no such day: a short month has no thirtieth, most years have no leap month. */
export const lunarDate = (lunarYear: number, { month, day, leap }: LunarDate): Temporal.PlainDate | undefined => {
  if (month < 1 || month > 12 || day < 1) return undefined
  if (leap && LunarYear.fromYear(lunarYear).getLeapMonth() !== month) return undefined
  const { first, days } = monthOf(lunarYear, String(leap ? -month : month))
  return day > days ? undefined : first.add({ days: day - 1 })
}

/** The eve of the first day of a lunar year, which is the 29th or the 30th of the twelfth month before it. */
export const lunarNewYearsEve = (lunarYear: number): Temporal.PlainDate =>
  monthOf(lunarYear, '1').first.subtract({ days: 1 })

/** `name` is one of the twenty-four solar terms as tyme4ts writes them, e.g. 清明. */
export const solarTerm = remembered((year, name) => plain(SolarTerm.fromName(year, name).getJulianDay().getSolarDay()))
