import { NUMERAL_CHARS, parseNumeral } from '../../text/numerals.js'

/** A figure as a sentence states it. `span` are UTF-16 offsets, end excluded. */
export type ClaimFigure = { raw: string; span: readonly [number, number] } & (
  | { kind: 'number'; value: number; unit: string }
  | { kind: 'percent'; value: number }
  /** Unsaid parts are null. */
  | { kind: 'date'; year: number | null; month: number | null; day: number | null }
  | { kind: 'time'; hour: number; minute: number; afternoon: boolean | null }
  /** 1 is Monday. */
  | { kind: 'weekday'; day: number }
  /** 近百人, 数十件, 过半, 下周: a quantity or a day without its number. */
  | { kind: 'vague' }
)

const N = `(?:\\d+(?:\\.\\d+)?|[${NUMERAL_CHARS}亿]+)`
const PART_OF_DAY = '(上午|早上|早晨|清晨|中午|下午|傍晚|晚上|晚)?'

/** Words with a numeral in them that state no figure. */
const NOT_FIGURES =
  /一(?:起|并|致|直|定|方面|同|般|体|律|线|旦)|进一步|统一|同一|唯一|万一|十分|[一二三四五]是(?!\d)|第一时间|一事一议|百姓|千方百计|一如既往/gu

/** Quantities and days that hide their number: nothing in a record can bear them out unless it says the very word. */
const VAGUE = new RegExp(
  `(?:数|几|近|将近|约|逾|超|超过|不少于|至少|多达|高达|不足)${N}|${N}[多余](?=\\p{Script=Han})|(?<!以)上[百千万]|成[百千]上|` +
    '若干|半数|过半|大半|一半|全部|所有|翻番|翻倍|成倍|[昨今明后]天|[上下]周|[上下]个?月|[上下]个?星期|去年|明年|次日|当日|同日|近日|日前',
  'gu',
)

interface Rule {
  pattern: RegExp
  read(match: RegExpExecArray): DistributiveOmit<ClaimFigure, 'raw' | 'span'> | null
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Digits with a decimal point, or Chinese numerals; NaN: no number. */
const value = (text: string | undefined): number => {
  if (text === undefined || text === '') return Number.NaN
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text)
  return parseNumeral(text) ?? Number.NaN
}

const orNull = (text: string | undefined): number | null => (text === undefined ? null : value(text))

const WEEKDAYS = '一二三四五六日天末'

/** Tried in this order: the longest reading of a stretch wins over its parts. */
const RULES: readonly Rule[] = [
  {
    pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    read: (m) => ({ kind: 'date', year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern: new RegExp(`(?:(${N})年)?(${N})月份?(?:(${N})[日号])?`, 'gu'),
    read: (m) => ({ kind: 'date', year: orNull(m[1]), month: value(m[2]), day: orNull(m[3]) }),
  },
  {
    pattern: /(\d{4}|[零〇一二三四五六七八九]{4})年/gu,
    read: (m) => ({ kind: 'date', year: value(m[1]), month: null, day: null }),
  },
  {
    pattern: new RegExp(`(${N})[日号](?![线楼院店])`, 'gu'),
    read: (m) => ({ kind: 'date', year: null, month: null, day: value(m[1]) }),
  },
  {
    pattern: new RegExp(`${PART_OF_DAY}(\\d{1,2})[:：](\\d{2})`, 'gu'),
    read: (m) => ({ kind: 'time', hour: Number(m[2]), minute: Number(m[3]), afternoon: afternoon(m[1]) }),
  },
  {
    pattern: new RegExp(`${PART_OF_DAY}(${N})点(?:(半)|(${N})分?)?(?!名|位|个|件)`, 'gu'),
    read: (m) => ({
      kind: 'time',
      hour: value(m[2]),
      minute: m[3] === undefined ? (orNull(m[4]) ?? 0) : 30,
      afternoon: afternoon(m[1]),
    }),
  },
  {
    pattern: new RegExp(`(${N})[%％]|百分之(${N})|(${N})成(?![为立果员效本长交功都年])`, 'gu'),
    read: (m) => ({ kind: 'percent', value: m[3] === undefined ? value(m[1] ?? m[2]) : value(m[3]) * 10 }),
  },
  {
    pattern: new RegExp(`(?:周|星期|礼拜)([${WEEKDAYS}])`, 'gu'),
    read: (m) => ({ kind: 'weekday', day: Math.min(WEEKDAYS.indexOf(m[1]!) + 1, m[1] === '末' ? 6 : 7) }),
  },
  { pattern: new RegExp(`${N}分之${N}`, 'gu'), read: () => ({ kind: 'vague' }) },
  { pattern: VAGUE, read: () => ({ kind: 'vague' }) },
  {
    pattern: new RegExp(`(${N})(人次|[\\p{Script=Han}％])?`, 'gu'),
    read: (m) => ({ kind: 'number', value: value(m[1]), unit: m[2] ?? '' }),
  },
]

function afternoon(part: string | undefined): boolean | null {
  if (part === undefined) return null
  return /下午|傍晚|晚/u.test(part)
}

/** Same length: offsets stay true. */
const blank = (text: string, pattern: RegExp): string => text.replace(pattern, (found) => ' '.repeat(found.length))

/** Record numbers are no figures: H12, Y17–Y21, J5. */
const REFERENCES = /(?<![A-Za-z])[A-Z]\d+(?:[–~-](?:[A-Z])?\d+)?/gu

/** Every figure of a sentence, in Arabic or Chinese numerals, in order. NaN values: a numeral nobody can read. */
export const claimFigures = (text: string): ClaimFigure[] => {
  let rest = blank(blank(text, REFERENCES), NOT_FIGURES)
  const found: ClaimFigure[] = []
  for (const { pattern, read } of RULES) {
    const fresh: ClaimFigure[] = []
    for (const match of rest.matchAll(pattern)) {
      const figure = read(match)
      if (figure === null) continue
      const span = [match.index, match.index + match[0].length] as const
      fresh.push({ ...figure, raw: match[0], span })
    }
    for (const { span } of fresh) rest = rest.slice(0, span[0]) + ' '.repeat(span[1] - span[0]) + rest.slice(span[1])
    found.push(...fresh)
  }
  return found.sort((a, b) => a.span[0] - b.span[0])
}
