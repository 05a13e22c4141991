import { NUMERAL_CHARS, parseNumeral } from './numerals.js'
import { isRecordLetter, RECORD_LETTERS, RECORD_NOUNS, type RecordLetter } from './record-letters.js'

/** A longer run of digits is no record number: a telephone, an account, an attack. */
export const MAX_REFERENCE_DIGITS = 8

export interface Reference {
  readonly letter: RecordLetter
  readonly no: number
  /** The item within a legislative consultation: 9 in L1-9. */
  readonly item: number | null
  /**
   * letter: "H12", as good as certain. noun: "12号活动" (which may be a date) or "活动12". implied: the second of "H12、13",
   * whose letter was left out. The last two are to be echoed, or asked about where something hangs on them.
   */
  readonly form: 'letter' | 'noun' | 'implied'
  /** Where it stands in the folded text, end excluded. */
  readonly span: readonly [start: number, end: number]
}

export const formatReference = (reference: { letter: RecordLetter; no: number; item?: number | null }): string =>
  `${reference.letter}${reference.no}${reference.item == null ? '' : `-${reference.item}`}`

const LETTERED = new RegExp(
  `(?<![A-Za-z0-9_@.&=%])([${RECORD_LETTERS.join('')}])( ?[#-]? ?)([0-9]+|[${NUMERAL_CHARS}]+)`,
  'gi',
)
const NUMBER_NOUN = new RegExp(
  `(?<![A-Za-z0-9./:月-])(?:第 ?)?([0-9]+|[${NUMERAL_CHARS}]+) ?号 ?的?(${nouns(({ numberFirst }) => numberFirst)})`,
  'g',
)
const NOUN_NUMBER = new RegExp(`(${nouns(() => true)}) ?(?:第 ?)?([0-9]+)`, 'g')
const IMPLIED = /^ ?(?:、|和|跟|与|及|以及) ?([0-9]+)(?:号(?=$|[\s,、都也]))?(?=$|[\s、,;。和跟与及都也均全])/

/** After these a letter with a number is a train, a building, an exit, a virus, a version. */
const NEVER_BEFORE = /^(?:[A-Za-z0-9_%]|[.:-][0-9]|次(?!日)|栋|座|楼|室|航站|号楼|号线|号门|号口|口|出口|站台|级|型|kg)/
/** "h 12" is a number, "h 12点" is not: after a blank the digits may begin a time or a quantity. */
const UNIT = /^ ?(?:[月日点时年人个位名元块分秒周天次条件场份张届期项种类岁%.:/-]|号)/
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?$/
const PLATE_DIGITS = 5
const ITEM = /^ ?- ?([0-9]{1,3})(?![0-9])/
const LINK = /(?:https?:\/\/|www\.)[\x21-\x7e]+/gi

function nouns(admitted: (row: (typeof RECORD_NOUNS)[number]) => boolean): string {
  return RECORD_NOUNS.filter(admitted)
    .map(({ noun }) => noun)
    .join('|')
}

const letterOfNoun = (noun: string): RecordLetter => RECORD_NOUNS.find((row) => row.noun === noun)!.letter

const numberOf = (digits: string): number | null => {
  const no = digits.length > MAX_REFERENCE_DIGITS ? null : parseNumeral(digits)
  return no === null || no === 0 ? null : no
}

/** Every record number named in folded text, in the order in which they stand. Nothing inside a link is one. */
export const scanReferences = (folded: string): Reference[] => {
  if (!/[0-9]|号|[HYJDTXKL]/i.test(folded)) return []
  const text = folded.replace(LINK, (link) => ' '.repeat(link.length))
  const found = [...lettered(text), ...numberNouns(text), ...nounNumbers(text)].sort(
    (a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1],
  )
  const kept: Reference[] = []
  for (const reference of found) {
    if (kept.length > 0 && reference.span[0] < kept.at(-1)!.span[1]) continue
    kept.push(reference, ...implied(text, reference))
  }
  return kept
}

function* lettered(text: string): Generator<Reference> {
  for (const match of text.matchAll(LETTERED)) {
    const letter = match[1]!.toUpperCase()
    const gap = match[2]!
    const digits = match[3]!
    const no = numberOf(digits)
    if (!isRecordLetter(letter) || no === null) continue
    const start = match.index
    let end = start + match[0].length
    const spoken = !/[0-9]/.test(digits)
    const item = letter === 'L' ? ITEM.exec(text.slice(end, end + 6)) : null
    if (item !== null) end += item[0].length
    const after = text.slice(end, end + 3)
    if (NEVER_BEFORE.test(after)) continue
    if (gap !== '' && (spoken || UNIT.test(after))) continue
    // 一 begins too many words (H一起去) to be read as a number in front of one
    if (spoken && digits.length === 1 && /^\p{L}/u.test(after)) continue
    if (digits.length === PLATE_DIGITS && PLATE.test(text.slice(Math.max(0, start - 2), start))) continue
    yield { letter, no, item: item === null ? null : Number(item[1]), form: 'letter', span: [start, end] }
  }
}

function* numberNouns(text: string): Generator<Reference> {
  if (!text.includes('号')) return
  for (const match of text.matchAll(NUMBER_NOUN)) {
    const no = numberOf(match[1]!)
    if (no === null) continue
    const span = [match.index, match.index + match[0].length] as const
    yield { letter: letterOfNoun(match[2]!), no, item: null, form: 'noun', span }
  }
}

function* nounNumbers(text: string): Generator<Reference> {
  for (const match of text.matchAll(NOUN_NUMBER)) {
    const no = numberOf(match[2]!)
    const end = match.index + match[0].length
    const after = text.slice(end, end + 2)
    if (no === null || UNIT.test(after) || /^[A-Za-z0-9]/.test(after)) continue
    yield { letter: letterOfNoun(match[1]!), no, item: null, form: 'noun', span: [match.index, end] }
  }
}

function* implied(text: string, first: Reference): Generator<Reference> {
  let at = first.span[1]
  for (;;) {
    const match = IMPLIED.exec(text.slice(at, at + MAX_REFERENCE_DIGITS + 8))
    const no = match === null ? null : numberOf(match[1]!)
    if (match === null || no === null) return
    const start = at + match[0].indexOf(match[1]!)
    at += match[0].length
    yield { letter: first.letter, no, item: null, form: 'implied', span: [start, at] }
  }
}
