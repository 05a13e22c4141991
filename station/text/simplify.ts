import { Converter } from 'opencc-js/t2cn'

const UNKNOWN = 0
const SAME = 1
const DIFFERS = 2
const FIRST_HAN = 0x3400

/** Unchanged by themselves, but changed in common words (回覆, 瞭解, 藉口). */
const CHANGED_IN_WORDS = '覆瞭藉'

type Convert = (text: string) => string

/** The converter costs about 18 ms and 3 MB to build: it is built at the first Chinese text, never at import. */
let built: Convert | null = null
const verdicts = new Uint8Array(0x10000)

const build = (): Convert => {
  const convert: Convert = Converter({ from: 't', to: 'cn' })
  built = convert
  return convert
}

const convert: Convert = (text) => (built ?? build())(text)

const differs = (unit: number): boolean => {
  let verdict = verdicts[unit]!
  if (verdict === UNKNOWN) {
    const char = String.fromCharCode(unit)
    verdict = CHANGED_IN_WORDS.includes(char) || convert(char) !== char ? DIFFERS : SAME
    verdicts[unit] = verdict
  }
  return verdict === DIFFERS
}

const sameLength = (before: string, after: string): string => (after.length === before.length ? after : before)

/**
 * Traditional to Simplified, for matching only: names are stored as written. The result has the length of the input, so
 * that an index into one is an index into the other. A text without a traditional character is returned as it is: run
 * over simplified text, the word list does harm (打坏 would become 打坯).
 */
export const simplify = (text: string): string => {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < FIRST_HAN || (unit >= 0xd800 && unit < 0xf900) || !differs(unit)) continue
    const converted = convert(text)
    if (converted.length === text.length) return converted
    return Array.from(text, (char) => sameLength(char, convert(char))).join('')
  }
  return text
}
