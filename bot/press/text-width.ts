/** Width of a line in half characters: a capital is wider than a figure, what is not Latin as wide as a Chinese character. */
export const halfWidths = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.codePointAt(0)! > 0xff ? 2 : /[A-Z]/.test(char) ? 1.5 : 1), 0)

/** The widest run that no line may break: 2026-01-01, 9:00–11:00. A Chinese character is one by itself. */
export const widestRun = (text: string): number =>
  Math.max(0, ...(text.match(/[!-ÿ]+|[^\s!-ÿ]/gu) ?? []).map(halfWidths))

/** Lines of a text in a column of that many half characters. */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / Math.max(2, width))), 0)
