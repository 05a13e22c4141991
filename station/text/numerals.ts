const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹幺', '二贰两俩', '三叁仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((chars, value) =>
    Array.from(chars, (char) => [char, value]),
  ),
)
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 }
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const MYRIAD = 10_000

/** No number in a message is longer than this many characters. */
export const MAX_NUMERAL_CHARS = 8

export const NUMERAL_CHARS = [...Object.keys(DIGITS), ...Object.keys(TENS), ...Object.keys(UNITS), '万'].join('')

/** Arabic digits, or Chinese numerals as they are said: 十二, 两百零三, 廿三, 一百五, 二〇二六. null: no such number. */
export const parseNumeral = (text: string): number | null => {
  if (text === '' || text.length > MAX_NUMERAL_CHARS) return null
  if (/^[0-9]+$/.test(text)) return Number(text)
  const digits = Array.from(text, (char) => DIGITS[char])
  if (digits.every((digit) => digit !== undefined)) return Number(digits.join(''))
  return parseSpoken(text)
}

const parseSpoken = (text: string): number | null => {
  const myriad = text.indexOf('万')
  if (myriad < 0) return parseSection(text, 0)
  const high = parseSection(text.slice(0, myriad), 0)
  const low = myriad === text.length - 1 ? 0 : parseSection(text.slice(myriad + 1), MYRIAD)
  return high === null || low === null ? null : high * MYRIAD + low
}

/** `spokenAfter`: the unit said just before, of which a lone last digit is a tenth: 一百五 is 150, 一万二 is 12,000. */
const parseSection = (text: string, spokenAfter: number): number | null => {
  let total = 0
  let digit: number | null = null
  let lastUnit = spokenAfter
  let afterZero = false
  for (const char of text) {
    const unit = UNITS[char]
    const value = DIGITS[char]
    if (unit !== undefined) {
      if (digit === null && (unit !== 10 || total > 0)) return null
      if (lastUnit !== 0 && unit >= lastUnit) return null
      total += (digit ?? 1) * unit
      lastUnit = unit
      digit = null
      afterZero = false
    } else if (TENS[char] !== undefined) {
      if (digit !== null || (lastUnit !== 0 && lastUnit <= 10)) return null
      total += TENS[char]
      lastUnit = 10
    } else if (value === 0) {
      if (digit !== null || lastUnit === 0) return null
      afterZero = true
    } else {
      if (value === undefined || digit !== null) return null
      digit = value
    }
  }
  if (digit === null) return total === 0 || afterZero ? null : total
  return total + (afterZero || lastUnit <= 10 ? digit : digit * (lastUnit / 10))
}
