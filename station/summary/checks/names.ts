import { COMPOUND_SURNAMES, opensWord, PLAIN_SURNAMES, WORDLIKE_SURNAMES } from '../../privacy/surnames.js'
import { JOINING, VOCABULARY } from './vocabulary.js'

const TITLES =
  '代表|同志|先生|女士|主任|医生|老师|书记|局长|院长|处长|科长|站长|区长|市长|委员|阿姨|大爷|大妈|奶奶|爷爷|师傅|经理|律师|教授|召集人|联络员|校长|护士'
const TITLED = new RegExp(`([\\p{Script=Han}]{1,4})(?:${TITLES})`, 'gu')
const PLACE =
  /([\p{Script=Han}]{2,8}?)(街道|社区|医院|学校|小学|中学|大学|幼儿园|公司|集团|委员会|卫健委|教育局|医保局|公安局|民政局|广场|银行|法院|检察院|派出所|小区|公园|村委会|居委会)/gu

const HAN = /\p{Script=Han}/u

const isSurname = (character: string): boolean => PLAIN_SURNAMES.has(character) || WORDLIKE_SURNAMES.has(character)

const opensName = (text: string): boolean => {
  if (COMPOUND_SURNAMES.some((surname) => text.startsWith(surname))) return true
  return isSurname(text[0] ?? '') && !opensWord(text.slice(0, 2))
}

/** Possible names that end where `text` ends: 张敏 in 由张敏, 王 in 反映王. */
const namesAtEnd = (text: string): string[] =>
  [4, 3, 2, 1]
    .map((length) => text.slice(-length))
    .filter((part, index, all) => opensName(part) && all.indexOf(part) === index)

/** A surname with one or two more characters that nothing vouches for. */
export const looksLikeName = (run: string): boolean => run.length >= 2 && run.length <= 4 && opensName(run)

/**
 * The first person or place of a sentence that the cited records do not name; null: all are named there. `roster` are
 * people who exist and must still stand in the records that are cited.
 */
export const unsupportedName = (text: string, corpus: string, roster: readonly string[]): string | null => {
  const stranger = roster.find((name) => text.includes(name) && !corpus.includes(name))
  if (stranger !== undefined) return stranger
  for (const match of text.matchAll(TITLED)) {
    const before = match[1]!
    const title = match[0].slice(before.length)
    const names = namesAtEnd(before)
    if (names.length === 0) continue
    const known = names.some((name) => corpus.includes(name.length === 1 ? name + title : name))
    if (!known) return names.at(-1)! + title
  }
  for (const match of text.matchAll(PLACE)) {
    const [, proper, suffix] = match as unknown as [string, string, string]
    const own = proper.slice(-2)
    // 来凤 and 医院 may each stand in the records without there being a 来凤医院; 反映医院 names none.
    const bare = VOCABULARY.includes(own) || JOINING.has(own.at(-1)!)
    if (!bare && !corpus.includes(own.at(-1)! + suffix)) return own + suffix
  }
  return null
}

/**
 * A known name with a character too many, or part of one under another surname: 李强 is in the records and 李强军 is not,
 * nor is 李卫东 because a 卫东升 is.
 */
export const stretchedName = (text: string, people: readonly string[], vouched: readonly boolean[]): string | null => {
  const bare = (at: number): boolean => HAN.test(text[at] ?? '') && !vouched[at] && !JOINING.has(text[at]!)
  for (const name of people) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (bare(at + name.length)) return text.slice(at, at + name.length + 1)
    }
  }
  for (let at = 0; at < text.length; at++) {
    if (bare(at) && opensName(text.slice(at))) return text.slice(at, at + 3)
  }
  return null
}
