/**
 * Takes the noise of speech out of a clause by deleting only; nothing is ever added or moved, so that whatever is left
 * stands in the original. A deletion that would bring two numerals together is not made: "三，嗯，四" must not become 34.
 */

const NUMERAL = '0-9０-９零〇一二两三四五六七八九十百千万亿.．'
const numeralAtEnd = new RegExp(`[${NUMERAL}]\\s*$`, 'u')
const numeralAtStart = new RegExp(`^\\s*[${NUMERAL}]`, 'u')

/** Words that open a spoken clause without saying anything; taken off one after another. */
const OPENERS =
  /^(?:那么|那(?=[我你他她它就也还其])|然后|所以说|所以|其实|就是说|也就是说|就是(?!为)|实际上|当然|而且|但是|因为|对(?=[，,\s])|好的?(?=[，,\s])|嗯|呃|啊|哦|ok(?![a-z])|我(?:个人)?(?:觉得|想|认为|感觉)(?!到|要)|应该说|可以说|另外|还有|包括|的话)[，,、\s]*/iu

/** Fillers inside a clause, each safe to lose wherever it stands. Neighbours of one pattern must be found as one run. */
const FILLERS: readonly RegExp[] = [
  /(?:就是说|对吧|是吧|对不对|怎么说呢|你知道|呃|嗯)+/gu,
  /(?:其实)+/gu,
  /的话(?=[，,。；！]|$)/gu,
  /[呢嘛啊吧哦呀](?=[，,。；！]|$)/gu,
  /(?:这个|那个)(?=这|那|就是|它|他|我|什么|[，,。]|$)/gu,
  /([我你他她它的是就很有在这那])(?=\1)/gu,
]

/** A phrase of two to four characters said twice in a row. */
const REPEATED = new RegExp(`((?![${NUMERAL}])\\p{Script=Han}(?:(?![${NUMERAL}])\\p{Script=Han}){1,3})\\1+`, 'gu')

const betweenChinese = new RegExp(`(?<=[^ -~]) (?=[^ -~])(?<![${NUMERAL}] (?=[${NUMERAL}]))`, 'gu')

const deleteSafely = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const offset = rest.find((part): part is number => typeof part === 'number') ?? 0
    const before = text.slice(0, offset)
    const after = text.slice(offset + found.length)
    return numeralAtEnd.test(before) && numeralAtStart.test(after) ? found : ''
  })

/** Spaces that a transcription puts between Chinese characters; those between two Latin or digit runs are kept. */
const closeGaps = (text: string): string => text.replace(/\s+/gu, ' ').replace(betweenChinese, '').trim()

const stripOpeners = (clause: string): string => {
  let text = clause
  for (;;) {
    const next = text.replace(OPENERS, '')
    if (next === text) return text
    text = next
  }
}

/** One clause without its noise; may come back empty. */
export const withoutFiller = (clause: string): string => {
  let text = stripOpeners(closeGaps(clause))
  for (const filler of FILLERS) text = deleteSafely(text, filler)
  return stripOpeners(text.replace(REPEATED, '$1')).trim()
}
