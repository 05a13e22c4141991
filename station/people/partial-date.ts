import { civilDay } from '../time/civil-day.js'

/** A day, a month or a year: "2022-06-20", "2022-06", "2022". What is not known is left out, never guessed. */
export type PartialDate = string

const WRITTEN = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*[日号]?|\s*月)?|\s*年)?$/

/** 2022-06-20, 2022年6月20日, 2022.6, 2022年 → a partial date. Undefined when there is no such date. */
export function readPartialDate(text: string): PartialDate | undefined {
  const match = WRITTEN.exec(text.trim())
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined || year < 1949 || year > 2100) return undefined
  if (month === undefined) return String(year)
  if (civilDay(year, month, day ?? 1) === undefined) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}

/** Whether one certainly lies before the other: 2022 is not before 2022-06. */
export const surelyBefore = (a: PartialDate, b: PartialDate): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}
