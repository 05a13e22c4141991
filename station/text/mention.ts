const AT = /[@＠]/g
/** U+2005 on phones, a plain blank on PC and Mac, nothing at the end of a line. */
const BOUNDARY = /^(?:$|[\s\u2005\u200b-\u200f\u2060\ufeff,，:：、。.;；!！?？~～])/
const AFTER_NAME = /^[\s\u2005\u200b-\u200f\u2060\ufeff]/
const LEADING = /^[\s\u2005\u200b-\u200f\u2060\ufeff,，:：、。]+/

export interface Mentioned {
  /** The message without the mentions of the bot; everything else as it was written. */
  readonly text: string
  readonly mentioned: boolean
}

/**
 * Takes "@助手" out of a message, wherever it stands. Works on the text as it came, so that what is left can still be kept
 * word for word. `botNames`: every name the bot is known by in the room. `heads`: words that begin a command; only before
 * one of these may the blank after the name be missing ("@助手报名"), since "@助手小王" is somebody else.
 */
export const stripMentions = (raw: string, botNames: readonly string[], heads: readonly string[] = []): Mentioned => {
  const names = botNames.filter((name) => name !== '').sort((a, b) => b.length - a.length)
  const pieces: string[] = []
  let from = 0
  for (const { index } of raw.matchAll(AT)) {
    if (index < from) continue
    const name = names.find((candidate) => isMentionAt(raw, index + 1, candidate, heads))
    if (name === undefined) continue
    pieces.push(raw.slice(from, index))
    from = index + 1 + name.length
    if (AFTER_NAME.test(raw.slice(from, from + 1))) from++
  }
  if (pieces.length === 0) return { text: raw, mentioned: false }
  pieces.push(raw.slice(from))
  return { text: pieces.reduce(join).replace(LEADING, '').trimEnd(), mentioned: true }
}

const isMentionAt = (raw: string, at: number, name: string, heads: readonly string[]): boolean => {
  if (!raw.startsWith(name, at)) return false
  const after = at + name.length
  return BOUNDARY.test(raw.slice(after, after + 1)) || heads.some((head) => raw.startsWith(head, after))
}

/** "报名@助手 H12" must not become one word. */
const join = (left: string, right: string): string =>
  left === '' || right === '' || /\s$/.test(left) || /^\s/.test(right) ? left + right : `${left} ${right}`
