import type { Moment } from '../time/civil.js'

/** One message of a group whose discussion summary is switched on; text already masked, commands and the bot left out. */
export interface ChatLine {
  id: string
  speaker: string
  at: Moment
  text: string
}

/** A message read: its own words, and what it answers if it quotes. */
export interface ReadLine extends ChatLine {
  /** Own words, without the quoted part. */
  text: string
  quoted: { speaker: string; text: string } | null
}

/** What is shown of a line: who said it, when, and the words themselves. */
export interface Said {
  id: string
  speaker: string
  at: Moment
  text: string
}

/** WeChat writes a reply as 「name：words」, a line of dashes, then the reply. */
const QUOTE = /^「([^：:」]{1,40})[：:]([\s\S]*?)」\s*\n[-\s—–]{3,}\n?([\s\S]*)$/u
const CHAIN = /^#?\s*接龙/u
const HAN_OR_WORD = /[\p{Script=Han}\p{L}\p{N}]/gu
const STICKERS = /\[[^\]\s]{1,4}\]|\p{Extended_Pictographic}/gu
const PLEASANTRY =
  /^(?:各位(?:代表|领导)?|大家)?(?:收到|好的?|谢谢.{0,4}|感谢.{0,4}|辛苦了?.{0,4}|早上好|早|晚安|赞|支持|哈|嗯|ok)+[！!。~～\s]*$/iu
/** Longer ones are none: they could be cut into thanks in too many ways to try them all. */
const PLEASANTRY_CHARS = 24

export const readLine = (line: ChatLine): ReadLine => {
  const match = QUOTE.exec(line.text)
  if (match === null) return { ...line, text: line.text.trim(), quoted: null }
  return { ...line, text: match[3]!.trim(), quoted: { speaker: match[1]!.trim(), text: match[2]!.trim() } }
}

/** Worth summarising: says something besides thanks, is no chain sign-up. */
export const saysSomething = ({ text }: ReadLine): boolean =>
  !CHAIN.test(text) && !isPleasantry(text) && (text.match(HAN_OR_WORD)?.length ?? 0) >= 4

function isPleasantry(text: string): boolean {
  const words = text.replace(STICKERS, '')
  return words === '' || (words.length <= PLEASANTRY_CHARS && PLEASANTRY.test(words))
}

const SENTENCES = /[^。！？!?；;\n]+[。！？!?；;]?/gu

/** Sentences as they stand, without the closing full stop. */
export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCES) ?? []).map((sentence) => sentence.trim().replace(/[。；;]$/u, '')).filter((s) => s !== '')
