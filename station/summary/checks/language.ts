const LETTERS = /\p{L}/gu
const FOREIGN = /(?!\p{Script=Han}|[A-Za-z])\p{L}/u
const WORD = /[A-Za-z][A-Za-z'-]+/gu
const REFERENCE = /(?<![A-Za-z])[A-Z]\d+/gu
const HAN = /\p{Script=Han}/gu
const LEAST_HAN_SHARE = 0.6

/** null: Chinese. A Latin word passes only if a cited record holds it; other scripts never do. */
export const foreignPart = (text: string, corpus: string): string | null => {
  const plain = text.replace(REFERENCE, '')
  const other = FOREIGN.exec(plain)
  if (other !== null) return other[0]
  const held = corpus.toLowerCase()
  const word = (plain.match(WORD) ?? []).find((found) => !held.includes(found.toLowerCase()))
  if (word !== undefined) return word
  const letters = plain.match(LETTERS)?.length ?? 0
  const han = plain.match(HAN)?.length ?? 0
  return letters > 0 && han / letters >= LEAST_HAN_SHARE ? null : plain.slice(0, 12)
}
