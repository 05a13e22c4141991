import { CONTACT_KINDS, NAME_CHARACTER, type PersonalKind, TOKENS } from './kinds.js'
import { simplifiedOf } from './traditional.js'

/**
 * The form in which recognisers read a text: full-width folded, invisible characters dropped, the traditional
 * characters that matter made simplified, what is already masked turned into barriers.
 * `starts[i]`/`ends[i]` are the original UTF-16 offsets of shape character `i`.
 */
export type Shape = { text: string; starts: number[]; ends: number[] }

/** Stands for masked text. Never matched by a recogniser, so a run of it means the same whatever its length. */
const BARRIER = '\uE000'
/** Stands for masked contact data: a name may be recognised by standing before it. */
export const CONTACT_BARRIER = '\uE001'
/** Stands for a character outside the basic plane that folds to nothing a recogniser knows. */
const OTHER = '\uE002'

export const barrierOf = (kind: PersonalKind): string => (CONTACT_KINDS.has(kind) ? CONTACT_BARRIER : BARRIER)

// U+2005 is WeChat's separator after an @name: a space, not nothing.
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u
const CIRCLED = /[①-⑳⓪⓿❶-❿➀-➓㉑-㉟㊱-㊿]/
const KEYCAP = '\u20E3'
const VARIATION = '\uFE0F'

// Folding a list mark ① to 1 would glue it to the number that follows, so circled digits keep their form here.
const foldOne = (character: string): string => {
  if (CIRCLED.test(character)) return character
  if (/[\u2010-\u2015\u2212\uFE58\u2043]/.test(character)) return '-'
  const folded = character.normalize('NFKC')
  if (folded.length === 1) return /\s/.test(folded) && folded !== '\n' ? ' ' : simplifiedOf(folded)
  return character.length === 1 ? character : OTHER
}

const tokens = Object.entries(TOKENS) as [PersonalKind, string][]
const tokenAt = (text: string, index: number): { barrier: string; length: number } | undefined => {
  if (text[index] !== '〔') return undefined
  const hit = tokens.find(([, token]) => text.startsWith(token, index))
  return hit && { barrier: barrierOf(hit[0]), length: hit[1].length }
}

/** Keycap digits (1️⃣) are read as the circled digit ①, which only counts as a digit inside a long run. */
const keycapOf = (text: string, index: number): { character: string; length: number } | undefined => {
  const digit = text[index] ?? ''
  if (!/[0-9]/.test(digit)) return undefined
  const after = text[index + 1] === VARIATION ? index + 2 : index + 1
  if (text[after] !== KEYCAP) return undefined
  return { character: '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? digit, length: after + 1 - index }
}

export const shapeOf = (text: string): Shape => {
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const put = (character: string, index: number, length: number) => {
    out.push(character)
    starts.push(index)
    ends.push(index + length)
  }
  for (let index = 0; index < text.length; ) {
    const token = tokenAt(text, index)
    const keycap = keycapOf(text, index)
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0)
    const length = token?.length ?? keycap?.length ?? character.length
    if (token) put(token.barrier, index, length)
    else if (keycap) put(keycap.character, index, length)
    else if (character === NAME_CHARACTER) put(BARRIER, index, length)
    else if (!INVISIBLE.test(character)) put(foldOne(character), index, length)
    index += length
  }
  return { text: out.join(''), starts, ends }
}
