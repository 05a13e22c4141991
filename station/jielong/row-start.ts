import { classOf, ENUMERATOR, replacementOf } from '../text/fold-table.js'

/** A line that may begin a row. */
export interface RowStart {
  readonly ordinal: number
  /** '' for ① and the like. */
  readonly separator: string
  /** The blanks between separator and text. */
  readonly gap: string
  /** Where the row's text begins in the line. */
  readonly textAt: number
  /** A digit follows the separator at once, as in 5.18, 9:00 or 10-12: a date, a time, a range unless its place in the list says otherwise. */
  readonly weak: boolean
  /** Separators that people use by hand; the client takes more. */
  readonly common: boolean
}

const BLANK = '[ \\t\\u00a0\\u2000-\\u200f\\u2060\\u3000\\ufeff]*'
const DIGIT = '[0-9０-９]'
const NUMBERED = new RegExp(`^(${BLANK})(${DIGIT}{1,3})${BLANK}([)\\]］．.,~。，、:;\\-_#@!&*%）：；—！])(${BLANK})`)
const BRACKETED = new RegExp(`^(${BLANK})[(（](${DIGIT}{1,3})([)）])[.、:：]?(${BLANK})`)
const KEYCAP = new RegExp(`^${BLANK}((?:[0-9]\\ufe0f?\\u20e3){1,3}|🔟)[.、:：]?(${BLANK})`)
const AFTER_ENUMERATOR = new RegExp(`^[.、:：]?(${BLANK})`)
const BARE = new RegExp(`^(${BLANK})(${DIGIT}{1,3})([ \\t\\u3000]*)(?=[\\p{L}\\p{Extended_Pictographic}])`, 'u')
const LEADING = new RegExp(`^${BLANK}`)
const STARTS_WITH_DIGIT = new RegExp(`^${DIGIT}`)
const COMMON = '.、)）:：．'

const numberOf = (digits: string): number => Number(digits.normalize('NFKC').replace(/[^0-9]/g, ''))

/** null: the line does not begin with a number and a separator. */
export const rowStart = (line: string): RowStart | null => {
  const match = NUMBERED.exec(line) ?? BRACKETED.exec(line)
  if (match !== null) {
    const separator = match[3]!
    const gap = match[4]!
    const textAt = match[0].length
    const weak = gap === '' && STARTS_WITH_DIGIT.test(line.slice(textAt, textAt + 1))
    return { ordinal: numberOf(match[2]!), separator, gap, textAt, weak, common: COMMON.includes(separator) }
  }
  return keycapStart(line) ?? enumeratorStart(line)
}

const unseparated = (ordinal: number, gap: string, textAt: number): RowStart => ({
  ordinal,
  separator: '',
  gap,
  textAt,
  weak: false,
  common: true,
})

const keycapStart = (line: string): RowStart | null => {
  const match = KEYCAP.exec(line)
  if (match === null) return null
  const ordinal = match[1] === '🔟' ? 10 : numberOf(match[1]!)
  return unseparated(ordinal, match[2]!, match[0].length)
}

const enumeratorStart = (line: string): RowStart | null => {
  const at = LEADING.exec(line)![0].length
  const unit = line.charCodeAt(at)
  if (Number.isNaN(unit)) return null
  const numbered = /^[0-9]+(?=\.?$)/.exec(classOf(unit) === ENUMERATOR || isDotted(unit) ? replacementOf(unit) : '')
  if (numbered === null) return null
  const rest = AFTER_ENUMERATOR.exec(line.slice(at + 1))!
  return unseparated(Number(numbered[0]), rest[1]!, at + 1 + rest[0].length)
}

/** ⒈ to ⒛, which fold to "1." and so on. */
const isDotted = (unit: number): boolean => unit >= 0x2488 && unit <= 0x249b

/** "1 张敏", "1张敏": a number without a separator. Too common in sentences to be a row but in a list that has no other kind. */
export const bareRowStart = (line: string): RowStart | null => {
  const match = BARE.exec(line)
  return match === null ? null : unseparated(numberOf(match[2]!), match[3]!, match[0].length)
}
