import { bareRowStart, type RowStart, rowStart } from './row-start.js'

interface Numbered extends RowStart {
  readonly line: number
  /** The line above is empty, or there is none. */
  readonly afterBlank: boolean
}

/** Lines whose numbers follow one another: the rows of a list, or a numbered paragraph of its header or tail. */
export interface RowBlock {
  readonly starts: readonly Numbered[]
}

/** Rows deleted by hand leave holes in the numbering; a wider one is another list. */
const WIDEST_HOLE = 5
const INTRODUCES = /(?:[:：]|接龙.{0,4})$/
/** How numbered paragraphs of a header or tail begin; no person's name does. */
const INSTRUCTION =
  /^(?:(?:活动|集合|报名|会议|培训|学习)?(?:时间|地点|地址|内容|对象|要求|人数|名额|方式|主题|费用|注意|说明|备注|须知|流程|议程)|请|务必|自带|携带|准时|按时|如有|如需|需要|须|不得|不要)/

/** All blocks of numbered lines from `firstLine` on, in order. */
const blocksOf = (
  lines: readonly string[],
  firstLine: number,
  start: (line: string) => RowStart | null,
): RowBlock[] => {
  const numbered: Numbered[] = []
  for (let line = firstLine; line < lines.length; line++) {
    const found = start(lines[line]!)
    if (found !== null) numbered.push({ ...found, line, afterBlank: line === 0 || lines[line - 1]!.trim() === '' })
  }
  const blocks: Numbered[][] = []
  numbered.forEach((candidate, i) => {
    const block = blocks.at(-1)
    if (block !== undefined && continues(block, candidate)) block.push(candidate)
    else if (mayBegin(candidate, numbered[i + 1])) blocks.push([candidate])
  })
  return blocks.map((starts) => ({ starts }))
}

const continues = (block: readonly Numbered[], next: Numbered): boolean => {
  const last = block.at(-1)!
  const step = next.ordinal - last.ordinal
  const [first] = block
  if (next.weak) return step === 1 && !next.afterBlank && first!.gap === '' && next.separator === first!.separator
  return step === 0 ? !next.afterBlank : step > 0 && step <= WIDEST_HOLE
}

const mayBegin = (first: Numbered, next: Numbered | undefined): boolean => {
  if (!first.weak) return true
  return next?.ordinal === first.ordinal + 1 && next.separator === first.separator && next.line === first.line + 1
}

const isInstructions = (starts: readonly Numbered[], lines: readonly string[]): boolean => {
  const told = starts.filter(({ line, textAt }) => INSTRUCTION.test(lines[line]!.slice(textAt))).length
  return told * 2 >= starts.length
}

/**
 * The block that holds the rows. Signs are weighed one after the other, the number of rows last, so that a list which
 * grows is read the same way every time. `tagged`: 接龙 is said above, so that looser numbering may be meant for rows.
 */
export const rowBlock = (
  lines: readonly string[],
  firstLine: number,
  native: boolean,
  tagged: boolean,
): RowBlock | null => {
  const strict = blocksOf(lines, firstLine, rowStart).filter(
    ({ starts }) => native || starts.every((one) => one.common),
  )
  const blocks =
    strict.length > 0 ? strict : blocksOf(lines, firstLine, bareRowStart).filter((one) => isBare(one, tagged))
  const signs = ({ starts }: RowBlock): number[] => {
    const first = starts[0]!
    return [
      isInstructions(starts, lines) ? 0 : 1,
      first.afterBlank || INTRODUCES.test(lines[first.line - 1]!.trimEnd()) ? 1 : 0,
      first.separator === '.' && first.gap !== '' ? 1 : 0,
      first.ordinal === 1 ? 1 : 0,
      native ? 0 : starts.length,
    ]
  }
  const weighed = blocks.map((block) => ({ block, signs: signs(block) }))
  return weighed.reduce((best, next) => (isBefore(best.signs, next.signs) ? next : best), weighed[0] ?? NO_BLOCK).block
}

const NO_BLOCK: { block: RowBlock | null; signs: number[] } = { block: null, signs: [] }

/** Numbers without separators are rows only line by line, from 1 on. */
const isBare = ({ starts }: RowBlock, tagged: boolean): boolean =>
  starts[0]!.ordinal === 1 &&
  starts.length >= 2 &&
  starts.every(({ line, gap }, i) => line === starts[0]!.line + i && (tagged || gap !== ''))

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const i = a.findIndex((value, index) => value !== b[index])
  return i >= 0 && a[i]! < b[i]!
}
