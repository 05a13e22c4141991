import { distance } from 'fastest-levenshtein'
import { stripPoliteness } from './politeness.js'
import { blurred, type Sound, withoutTone } from './sound.js'

/** Command words with their sounds, prepared once. */
export interface HeadIndex {
  readonly sound: Sound
  readonly heads: readonly { head: string; toned: readonly string[]; plain: readonly string[] }[]
}

export interface HeadCandidate {
  readonly head: string
  /** sound: 抱名. pinyin: baoming. nearSound: 报民. spelling: one character more, less or other in a long word. */
  readonly by: 'sound' | 'pinyin' | 'nearSound' | 'spelling'
}

/** Nearest first. */
const RANK: readonly HeadCandidate['by'][] = ['sound', 'pinyin', 'nearSound', 'spelling']

/** One of these more or less turns a word into another: 同意 and 不同意, 已办成 and 未办成. */
const TURNS_MEANING = /[不没未别无非已再勿]/

/** Whoever writes a word of the language means that word: 小姐 is not 小结, 推出 is not 退出. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Everyday words that sound like a command and are missing from the platform's word list. */
const EVERYDAY = new Set(['取笑', '保命', '异见', '换版', '一见'])

const isWord = (text: string): boolean => EVERYDAY.has(text) || [...words.segment(text)].length === 1

const MAX_WORD_CHARS = 12
const MIN_SPELLING_CHARS = 4
const MIN_PINYIN_LETTERS = 4
/** From this many letters on, one may be wrong: "baomin". */
const MIN_LOOSE_PINYIN_LETTERS = 6

export const headIndex = (heads: readonly string[], sound: Sound): HeadIndex => ({
  sound,
  heads: [...new Set(heads)].map((head) => {
    const toned = sound(head)
    return { head, toned, plain: toned.map(withoutTone) }
  }),
})

/**
 * The command words a mistyped word may stand for, only the nearest kind; for offering only, never to be executed. Empty when the word
 * is a command, when it is an everyday word, or when nothing is near. `word`: folded, without its arguments.
 *
 * Careful on purpose: of two characters one is not enough (报到 is not 报名), so a short word must sound like the command.
 */
export const nearestHeads = (word: string, index: HeadIndex): HeadCandidate[] => {
  if (word.length < 2 || word.length > MAX_WORD_CHARS) return []
  if (index.heads.some(({ head }) => head === word)) return []
  if (/^[a-z ]+$/i.test(word)) return best(spelledInPinyin(word, index))
  return isWord(word) ? [] : best(written(word, index))
}

const best = (found: readonly HeadCandidate[]): HeadCandidate[] => {
  const by = RANK.find((rank) => found.some((candidate) => candidate.by === rank))
  return found.filter((candidate) => candidate.by === by)
}

const spelledInPinyin = (word: string, { heads }: HeadIndex): HeadCandidate[] => {
  const letters = word.toLowerCase().replaceAll(' ', '')
  if (letters.length < MIN_PINYIN_LETTERS) return []
  const allowed = letters.length >= MIN_LOOSE_PINYIN_LETTERS ? 1 : 0
  return heads.flatMap(({ head, plain }): HeadCandidate[] => {
    const far = distance(letters, plain.join('').toLowerCase())
    if (far > allowed || far === head.length) return []
    return [{ head, by: far === 0 ? 'pinyin' : 'spelling' }]
  })
}

const written = (word: string, { heads, sound }: HeadIndex): HeadCandidate[] => {
  const toned = sound(word)
  const plain = toned.map(withoutTone)
  return heads.flatMap(({ head, ...sounds }): HeadCandidate[] => {
    const by = heard(word, { toned, plain }, head, sounds) ?? (misspelled(word, head) ? 'spelling' : null)
    return by === null ? [] : [{ head, by }]
  })
}

interface Sounds {
  toned: readonly string[]
  plain: readonly string[]
}

const heard = (word: string, mine: Sounds, head: string, theirs: Sounds): 'sound' | 'nearSound' | null => {
  if (head.length !== word.length || mine.plain.length !== theirs.plain.length) return null
  const shares = Array.from(word).some((char, i) => char === head[i])
  const same = (a: readonly string[], b: readonly string[]): boolean => a.every((syllable, i) => syllable === b[i])
  if (same(mine.toned, theirs.toned)) return 'sound'
  // without a common character and with other tones it is far more often another word: 一件 for 意见
  if (!shares) return null
  if (same(mine.plain, theirs.plain)) return 'sound'
  return same(mine.plain.map(blurred), theirs.plain.map(blurred)) ? 'nearSound' : null
}

const misspelled = (word: string, head: string): boolean => {
  if (Math.min(word.length, head.length) < MIN_SPELLING_CHARS - 1) return false
  if (Math.max(word.length, head.length) < MIN_SPELLING_CHARS) return false
  // a phrase around the command's word (他不参加了) was not meant to be it
  if (distance(word, head) !== 1 || (word.includes(head) && stripPoliteness(word) !== head)) return false
  const extra = [...word].filter((char) => !head.includes(char)).join('')
  const lacking = [...head].filter((char) => !word.includes(char)).join('')
  return !TURNS_MEANING.test(extra + lacking)
}
