/**
 * A user's text on one line: no line breaks, controls or invisible characters, at most `maxChars` characters; a cut is
 * shown by “…” and never falls inside a number.
 */
export const oneLine = (text: string, maxChars: number): string => {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()]
  if (characters.length <= maxChars) return characters.join('')
  let end = maxChars - 1
  while (end > 0 && /[\d.:]/u.test(characters[end - 1]!) && /[\d.:]/u.test(characters[end]!)) end--
  return `${characters.slice(0, end).join('')}…`
}
