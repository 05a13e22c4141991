import { parseNumeral } from '../text/numerals.js'
import type { Clause } from './clauses.js'
import { REQUIREMENT_CHECKS, type RequirementCheck } from './requirement-checks.js'

/** Something a clause asks of the station. */
export interface Requirement {
  no: number
  clause: string
  text: string
  /** Whose figures tell whether it is met; null: only people can say. */
  check: RequirementCheck | null
  times: number
  /** "12-31": by then in its year; null: at any time. */
  dueOn: string | null
}

const SENTENCES = /[^。；;！!\n]+/gu
const DEMANDS =
  /应当|应该|应(?=[在于当将由对及经有设每定组报提])|必须|须(?!知)|不得|不少于|不低于|至少|确保|做到|要(?=[在将有设建定做组开每])|每(?:年|季度?|月|半年)/u
const TIMES =
  /(?:不少于|不低于|至少(?:开展|组织|召开)?|(?:开展|组织|召开|安排)\D{0,8}?)([0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:次|场|件|篇|项|个)/u
const MONTH_END = /([0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:底|末|([0-9]{1,2})日)前/u
const YEAR_END = /年底前|年末|年终|年度|每年/u

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (value: number): string => String(value).padStart(2, '0')

const dueIn = (text: string): string | null => {
  const stated = MONTH_END.exec(text)
  const month = stated === null ? null : parseNumeral(stated[1]!)
  if (month !== null && month >= 1 && month <= 12) {
    const day = stated?.[2] === undefined ? LAST_DAYS[month - 1]! : Number(stated[2])
    if (day >= 1 && day <= 31) return `${two(month)}-${two(day)}`
  }
  return YEAR_END.test(text) ? '12-31' : null
}

const timesIn = (text: string): number => {
  const stated = TIMES.exec(text)
  return Math.max(1, stated === null ? 1 : (parseNumeral(stated[1]!) ?? 1))
}

/** What a document asks for, sentence by sentence, in its own words. A sentence that demands nothing is left out. */
export const requirementsOf = (clauses: readonly Clause[]): Requirement[] =>
  clauses
    .flatMap(({ label, text }) => (text.match(SENTENCES) ?? []).map((sentence) => ({ label, text: sentence.trim() })))
    .filter(({ text }) => [...text].length >= 6 && DEMANDS.test(text))
    .map(({ label, text }, index) => ({
      no: index + 1,
      clause: label,
      text,
      check: checkIn(text),
      times: timesIn(text),
      dueOn: dueIn(text),
    }))

const checkIn = (text: string): RequirementCheck | null =>
  (Object.keys(REQUIREMENT_CHECKS) as RequirementCheck[]).find((key) => REQUIREMENT_CHECKS[key].says.test(text)) ?? null
