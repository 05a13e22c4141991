import { NUMERAL_CHARS, parseNumeral } from '../text/numerals.js'

export interface Correction<W> {
  readonly no: number
  readonly word: W
}

/**
 * `these`: what is to be put right. `which`: a bare number may be the place in the list or the record's own number, and the two
 * are different records: asked about, never guessed.
 */
export type Corrections<W> =
  | { readonly kind: 'these'; readonly items: readonly Correction<W>[] }
  | {
      readonly kind: 'which'
      readonly place: number
      readonly placeNo: number
      readonly no: number
      readonly words: string
    }

const COUNT = `[0-9]{1,4}|[${NUMERAL_CHARS}]{1,3}`
const LINK = '[\\s,，、和跟与及]*'
const ONE = `第?\\s?(?:Y\\s?)?(?:${COUNT})\\s?[条件个号]?`
const PART = new RegExp(`^(?:类别|分类|改)?\\s*(${ONE}(?:${LINK}${ONE})*)[\\s:：，,]*(.+)$`, 'ius')
const EACH = new RegExp(`(第?)\\s?(Y?)\\s?(${COUNT})\\s?([条件个]?)`, 'giu')
const ALL = /^(?:全部?|都|这几[条件]都?|[两三]条都|统统)[\s:：]*(.+)$/u
const VERB = /^(?:应该|应|都)?(?:是|属于|属|归到|归|改成|改为|改|算|为)?\s*/u
const TAIL = /\s*(?:类|方面|的|吧|啊|哦|类别)*[。.!！]*$/u
/** Numbers and what stands between them: they belong to what follows. */
const NUMBERS_ALONE = /^[第Yy条件个和跟与及类别分一二三四五六七八九十\P{L}]*[0-9一二三四五六七八九十]\s?[条件个]?$/u
const BETWEEN = /[;；。\n]+|[,，、]\s*(?=(?:第|Y)?\s?[0-9一二三四五六七八九十])/giu

/** Longer lines are no such line, UTF-16 units. */
const SHORT = 200

/**
 * One short line that sorts what was just recorded together: “2 环境”, “第2条 环保；3 教育”, “Y3 Y4 教育”, “都是教育”. `wordOf`
 * reads the word itself; if a single part is anything else the whole line is talk, and undefined.
 */
export const readCorrections = <W>(
  folded: string,
  nos: readonly number[],
  wordOf: (word: string) => W | undefined,
): Corrections<W> | undefined => {
  if (folded.length > SHORT) return undefined
  const items: Correction<W>[] = []
  // 第一条 …，3 …: who counts once counts on.
  const counts = /第|[0-9一二三四五六七八九十]\s?[条件]/u.test(folded)
  for (const part of partsOf(folded.trim())) {
    const all = ALL.exec(part)
    const match = all ? null : PART.exec(part)
    const word = wordIn(all?.[1] ?? match?.[2] ?? '', wordOf)
    if (word === undefined) return undefined
    if (all) items.push(...nos.map((no) => ({ no, word })))
    for (const [, first, letter, digits, counter] of match?.[1]?.matchAll(EACH) ?? []) {
      const number = parseNumeral(digits!) ?? 0
      const placeNo = nos[number - 1]
      const own = nos.includes(number) ? number : undefined
      const byPlace = counts || first !== '' || counter !== ''
      if (letter === '' && !byPlace && placeNo !== undefined && own !== undefined && own !== placeNo)
        return { kind: 'which', place: number, placeNo, no: own, words: match![2]!.trim() }
      const no = letter === '' ? (placeNo ?? (byPlace ? undefined : own)) : own
      if (no === undefined) return undefined
      items.push({ no, word })
    }
  }
  return items.length === 0 ? undefined : { kind: 'these', items }
}

/** 2、3 环境 is one part with two numbers, 2 环境、3 教育 is two: a number alone belongs to what follows it. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let waiting = ''
  for (const piece of text.split(BETWEEN).filter((one) => one.trim() !== '')) {
    const part = `${waiting}${piece.trim()}`
    if (NUMBERS_ALONE.test(part)) waiting = `${part}、`
    else {
      parts.push(part)
      waiting = ''
    }
  }
  return waiting === '' ? parts : [...parts, waiting]
}

function wordIn<W>(said: string, wordOf: (word: string) => W | undefined): W | undefined {
  const word = said.trim().replace(TAIL, '')
  return wordOf(word) ?? wordOf(word.replace(VERB, ''))
}
