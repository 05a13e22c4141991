const TAG = /[#＃][ \u3000]?(?:接[龙龍]|group ?note)/i
const WORD = /接[龙龍]/
const EXAMPLE = /^\s*(?:例如|例|如|格式如|格式)[,.:，：、\s]\s*/

export const tagLineOf = (lines: readonly string[]): number => lines.findIndex((line) => TAG.test(line))

export const beginsWithTag = (line: string): boolean => TAG.exec(line)?.index === 0

export const saysWord = (line: string): boolean => WORD.test(line)

export interface ListHeader {
  readonly title: string
  readonly header: string
  readonly example: string | null
}

/** `lines`: everything above the first row. The example runs to the next empty line, as the client writes it. */
export const readHeader = (lines: readonly string[], tagLine: number): ListHeader => {
  const untagged = lines.map((line, index) => (index === tagLine ? withoutTag(line) : line.trimEnd()))
  const exampleAt = untagged.findLastIndex((line) => EXAMPLE.test(line))
  const exampleEnd = exampleAt < 0 ? -1 : exampleAt + linesToBlank(untagged.slice(exampleAt))
  const example = exampleAt < 0 ? null : untagged.slice(exampleAt, exampleEnd).join('\n').replace(EXAMPLE, '').trim()
  const rest = exampleAt < 0 ? untagged : [...untagged.slice(0, exampleAt), ...untagged.slice(exampleEnd)]
  const header = rest.join('\n').trim()
  return { title: header.split('\n')[0]!.trimEnd(), header, example }
}

/** How many lines stand before the first empty one. */
export const linesToBlank = (lines: readonly string[]): number => {
  const blank = lines.findIndex((line) => line.trim() === '')
  return blank < 0 ? lines.length : blank
}

const withoutTag = (line: string): string => {
  const [before = '', ...after] = line.split(TAG)
  return [before.trim(), after.join('').trim()].filter((part) => part !== '').join(' ')
}
