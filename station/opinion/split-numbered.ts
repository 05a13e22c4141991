/** No message holds more matters than this; the rest stays with the last one. */
const MAX_MATTERS = 20

// 1. 2、 3） (4) （5） ① 一、 — with nothing that makes it a figure: 1.5倍, 3、4号楼.
// A bracketed or circled number is a mark wherever it stands; a bare one needs a stop before it.
const MARK =
  /[(（]\s?(\d{1,2}|[一二三四五六七八九十])\s?[)）]\s*|([①-⑳])\s*|(?<=^|[\s。；;!！?？：:，,])(?:(\d{1,2})\s?(?:[.．](?!\d)|[、)）]|[:：](?=\s))|([一二三四五六七八九十])、)\s*/g

const CHINESE = '一二三四五六七八九十'

const numberOf = (match: RegExpMatchArray): number => {
  const [, bracketed, circled, plain, chinese] = match
  if (circled) return circled.charCodeAt(0) - '①'.charCodeAt(0) + 1
  const written = bracketed ?? plain ?? chinese ?? ''
  return /^\d/.test(written) ? Number(written) : CHINESE.indexOf(written) + 1
}

export interface Numbered {
  /** What stands before the first number: it belongs to every item. */
  readonly head: string
  /** Each item exactly as written, without its number. Empty when the text is not a numbered list. */
  readonly items: readonly string[]
}

/** Splits "1. … 2. … 3. …": numbers must run 1, 2, 3 and there must be two at least. */
export const splitNumbered = (text: string): Numbered => {
  const marks: { at: number; end: number }[] = []
  for (const match of text.matchAll(MARK)) {
    if (marks.length >= MAX_MATTERS) break
    if (numberOf(match) === marks.length + 1) marks.push({ at: match.index, end: match.index + match[0].length })
  }
  const items = marks.map(({ end }, index) =>
    text
      .slice(end, marks[index + 1]?.at ?? text.length)
      .replace(/[；;，,、\s]+$/u, '')
      .trim(),
  )
  const whole = items.length >= 2 && items.every((item) => /[\p{L}\p{N}]/u.test(item))
  return whole ? { head: text.slice(0, marks[0]?.at ?? 0).trim(), items } : { head: text, items: [] }
}
