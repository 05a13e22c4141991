/** Width of a line in half characters: a capital is wider than a figure, what is not Latin as wide as a Chinese character. */
export const halfWidths = (text: string): number => {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Half of a surrogate pair is half of one wide character.
    sum += code > 0xff ? (code >= 0xd800 && code <= 0xdfff ? 1 : 2) : code >= 65 && code <= 90 ? 1.5 : 1
  }
  return sum
}

/** The widest run that no line may break: 2026-01-01, 9:00–11:00. A Chinese character is one by itself. */
export const widestRun = (text: string): number =>
  Math.max(0, ...(text.match(/[!-ÿ]+|[^\s!-ÿ]/gu) ?? []).map(halfWidths))

/** Lines of a text in a column of that many half characters. */
export const linesIn = (text: string, width: number): number =>
  text.length * 2 <= width && !text.includes('\n')
    ? 1
    : text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / Math.max(2, width))), 0)
