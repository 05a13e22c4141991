import { parseNumeral } from '../text/numerals.js'
import type { Temporal } from '../time/civil.js'
import { type PlanPeriod, spanOf } from './period.js'

export type PeriodReading =
  | { code: 'period'; period: PlanPeriod; span: [number, number] }
  | { code: 'noSuchMonth'; said: string }
  /** 12-1月, 3、6、9月: these are no months that follow one another. */
  | { code: 'notInARow'; said: string }
  | { code: 'none' }

const YEAR = '(?:(?<year>20\\d{2})\\s*年|(?<near>今年|本年度?|明年|来年))?\\s*'
const MONTH = '\\d{1,2}|十[一二]?|[一二三四五六七八九]'
const QUARTER = '[一二三四1-4]'
const TO = '\\s*(?:-{1,2}|[–—－~～至到])\\s*'
const AND = '\\s*[、,，和及]\\s*'
/** 3月初, 3月下旬: the month is planned, the words are kept. 3月初心讲座 is none of these. */
const PART = '(?:上旬|中旬|下旬|初|中|底|末)(?=[\\s,，:：;；、)）]|$)'

/** What was said, in months. */
type Months =
  | { month: number; words?: string }
  | { quarter: 1 | 2 | 3 | 4 }
  | { from: number; to: number; words: string }
  | { by: number; words: string }
  | { notInARow: true }
  | Record<never, never>

type Groups = Readonly<Record<string, string | undefined>>

const number = (said: string | undefined): number => (said === undefined ? 0 : (parseNumeral(said) ?? 0))
const several = (from: number, to: number, words: string): Months =>
  from < to ? { from, to, words } : { notInARow: true }

/** 3、4 and 三四: each of them. */
const membersOf = (list: string): number[] =>
  (/[、,，和及]/.test(list) ? list.split(/\s*[、,，和及]\s*/) : Array.from(list)).map(number)
const inARow = (members: readonly number[], words: string): Months =>
  members.every((each, index) => each >= 1 && each <= 12 && (index === 0 || each === members[index - 1]! + 1))
    ? { from: members[0]!, to: members.at(-1)!, words }
    : { notInARow: true }

/** Of two that begin at the same place the longer one is meant. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (groups: Groups, words: string) => Months }[] = [
  {
    pattern: new RegExp(`${YEAR}(?<!\\d)(?<from>${MONTH})\\s*月?份?${TO}(?<to>${MONTH})\\s*月份?(?!\\d)`),
    read: ({ from, to }, words) => several(number(from), number(to), words),
  },
  {
    // 3、4月, 三四月: in a row, or not to be put into one line of the plan.
    pattern: new RegExp(
      `${YEAR}(?<!\\d)(?<list>(?:(?:${MONTH})月?${AND})+(?:${MONTH})|[一二三四五六七八九]{2})\\s*月份?(?!\\d)`,
    ),
    read: ({ list = '' }, words) => inARow(membersOf(list.replaceAll('月', '')), words),
  },
  {
    pattern: new RegExp(`${YEAR}(?<half>[上下])半年`),
    read: ({ half }, words) => (half === '上' ? { from: 1, to: 6, words } : { from: 7, to: 12, words }),
  },
  {
    pattern: new RegExp(`${YEAR}第?(?<from>${QUARTER})(?:季度)?${TO}第?(?<to>${QUARTER})季度`),
    read: ({ from, to }, words) => several(number(from) * 3 - 2, number(to) * 3, words),
  },
  {
    pattern: new RegExp(`${YEAR}(?<list>(?:第?${QUARTER}(?:季度)?${AND})+第?${QUARTER}|[一二三四]{2})季度`),
    read: ({ list = '' }, words) => {
      const quarters = inARow(membersOf(list.replace(/[第季度]/g, '')), words)
      return 'from' in quarters ? { from: quarters.from * 3 - 2, to: quarters.to * 3, words } : quarters
    },
  },
  {
    pattern: new RegExp(`${YEAR}前(?<count>[二两三23])个?季度`),
    read: ({ count }, words) => ({ from: 1, to: number(count) * 3, words }),
  },
  {
    pattern: new RegExp(`${YEAR}(?<!\\d)(?<by>${MONTH})\\s*月份?[底末]?[之以]?前`),
    read: ({ by }, words) => ({ by: number(by), words }),
  },
  { pattern: new RegExp(`${YEAR}年[底末][之以]?前?`), read: (_, words) => ({ by: 12, words }) },
  {
    pattern: new RegExp(`${YEAR}(?<!\\d)(?<month>${MONTH})\\s*月份?(?!\\d)(?<part>${PART})?`),
    read: ({ month, part }) => ({ month: number(month), ...(part && { words: `${number(month)}月${part}` }) }),
  },
  {
    pattern: new RegExp(`${YEAR}第?(?<quarter>${QUARTER})季度`),
    read: ({ quarter }) => ({ quarter: number(quarter) as 1 | 2 | 3 | 4 }),
  },
  { pattern: new RegExp(`${YEAR}(?:全年|年内)`), read: () => ({}) },
]

/** A month that a program keeps as a date (2027-03-01, shown as 3月): that month, whichever of its days. */
const DATED = /(?<!\d)(20\d{2})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?![\d.])/

/** Words with a period in them, read or not: what is meant as a line of a plan. */
export const namesAPeriod = (text: string): boolean =>
  /(?:\d|[一二三四五六七八九十])\s*月|季度|半年|全年|年[内底末]|20\d{2}[-/.]\d/.test(text)

/**
 * 3月, 2027年3月, 3-4月, 第二季度, 上半年, 年底前, 全年: how precisely the plan says it. Without a year, what is over already
 * is next year's.
 */
export const readPeriod = (text: string, today: Temporal.PlainDate, year?: number): PeriodReading => {
  const dated = DATED.exec(text)
  if (dated) {
    const month = Number(dated[2])
    if (month < 1 || month > 12) return { code: 'noSuchMonth', said: dated[2]! }
    return { code: 'period', period: { year: Number(dated[1]), month }, span: spanIn(dated) }
  }
  const found = FORMS.map(({ pattern, read }) => ({ match: pattern.exec(text), read }))
    .flatMap(({ match, read }) => (match ? [{ match, read }] : []))
    .sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length)[0]
  if (!found) return { code: 'none' }
  const groups = (found.match.groups ?? {}) as Groups
  const [said] = found.match
  const months = found.read(groups, said.replace(/^(?:20\d{2}\s*年|今年|本年度?|明年|来年)\s*/, '').replace(/\s/g, ''))
  const strange = [groups.month, groups.from, groups.to, groups.by].find(
    (each) => each !== undefined && isNoMonth(each),
  )
  if (strange !== undefined) return { code: 'noSuchMonth', said: strange }
  if ('notInARow' in months) return { code: 'notInARow', said: said.trim() }
  return {
    code: 'period',
    period: { year: yearMeant(groups, months, today, year), ...months },
    span: spanIn(found.match),
  }
}

const spanIn = ({ index, 0: said }: RegExpExecArray): [number, number] => [index, index + said.length]
const isNoMonth = (said: string): boolean => number(said) < 1 || number(said) > 12

function yearMeant({ year, near }: Groups, months: Months, today: Temporal.PlainDate, given?: number): number {
  if (year) return Number(year)
  if (near) return today.year + (/^[明来]/.test(near) ? 1 : 0)
  const last = spanOf({ year: today.year, ...months }).last.month
  return given ?? today.year + (last < today.month ? 1 : 0)
}
