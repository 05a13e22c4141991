import { oneLine } from '../text/one-line.js'

/** One clause of a document, as it may be cited: 第五条, 三、, or the paragraph's own count where it has no number. */
export interface Clause {
  no: number
  label: string
  text: string
}

const DIGITS = '0-9０-９一二三四五六七八九十百零〇两'
const ARTICLE = new RegExp(`^第[${DIGITS}]{1,5}条`, 'u')
const LISTED = new RegExp(`^(?:[${DIGITS}]{1,4}[、.．]|（[${DIGITS}]{1,4}）|\\([${DIGITS}]{1,4}\\))`, 'u')
const CHAPTER = new RegExp(`^第[${DIGITS}]{1,4}[章节]`, 'u')
/** A new article in the middle of a line, behind the end of a sentence. */
const INLINE = new RegExp(`(?<=[。；;])\\s*(?=第[${DIGITS}]{1,5}条[\\s：:　])`, 'u')
const MAX_CLAUSES = 400

/**
 * Cuts a document where its articles begin; without articles where its numbered lines begin, else at every line. What
 * stands before the first clause (title, preamble) is not cited. Chapter headings belong to no clause.
 */
export const clausesOf = (text: string): Clause[] => {
  const lines = text
    .split(/\r?\n/u)
    .flatMap((line) => line.split(INLINE))
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const begins = lines.some((line) => ARTICLE.test(line))
    ? ARTICLE
    : lines.some((line) => LISTED.test(line))
      ? LISTED
      : null
  const clauses: Clause[] = []
  for (const line of lines) {
    if (CHAPTER.test(line)) continue
    const label = begins?.exec(line)?.[0]
    if (label !== undefined || begins === null) {
      const words = line.slice(label?.length ?? 0).replace(/^[\s:：、]+/u, '')
      const no = clauses.length + 1
      clauses.push({ no, label: label === undefined ? `第${no}段` : cited(label), text: words })
    } else if (clauses.length > 0) {
      const last = clauses.at(-1)!
      last.text = `${last.text}${last.text === '' ? '' : ' '}${line}`
    }
    if (clauses.length === MAX_CLAUSES) break
  }
  return clauses.filter((clause) => clause.text !== '')
}

/** 3. and （三） are cited as 第3项, 第三项. */
const cited = (label: string): string =>
  label.startsWith('第') ? label : `第${label.replace(/[（）()、.．]/gu, '')}项`

/** Clauses that speak of the words asked for, best first: all of it together before its pairs of characters. */
export const findClauses = (clauses: readonly Clause[], wanted: string, most = 2): Clause[] => {
  const asked = wanted.replace(/\s+/gu, '')
  const whole = clauses.filter(({ text }) => text.replace(/\s+/gu, '').includes(asked))
  if (whole.length > 0 || [...asked].length < 4) return whole.slice(0, most)
  const pairs = [...asked].slice(1).map((character, at) => `${[...asked][at]}${character}`)
  return clauses
    .map((clause) => ({ clause, hits: pairs.filter((pair) => clause.text.includes(pair)).length }))
    .filter(({ hits }) => hits * 2 >= pairs.length)
    .sort((a, b) => b.hits - a.hits || a.clause.no - b.clause.no)
    .slice(0, most)
    .map(({ clause }) => clause)
}

/** 第五条：代表因故不能到站的…… */
export const citeClause = ({ label, text }: Clause, maxChars: number): string => `${label}：${oneLine(text, maxChars)}`
