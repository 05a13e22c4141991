const BLANK = /[\s\u200b-\u200f\u2060\ufeff]/

/**
 * Without what looks like nothing at both ends: blanks, and the invisible characters that nicknames are full of. By hand,
 * since a pattern anchored at the end is tried anew at every blank of a long run.
 */
export const trimBlanks = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && BLANK.test(text[start]!)) start++
  while (end > start && BLANK.test(text[end - 1]!)) end--
  return text.slice(start, end)
}
