import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Paper, PaperBlock } from '../../station/document/paper.js'
import { printable } from '../../station/document/printable.js'
import { columnShares } from './column-shares.js'

/** Half points: 小二 for the title, 三号 for the body, as official papers are set (GB/T 9704 uses 仿宋 三号). */
const SIZE = { title: 44, heading: 32, body: 32, table: 24 }
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const FANGSONG = { ...SONG, eastAsia: '仿宋' }
const HEI = { ...SONG, eastAsia: '黑体' }
/** A4 and margins, twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
}
const LYING_MARGIN = { top: 1304, bottom: 1134, left: 1304, right: 1304 }
/** Left and right of what stands in a cell, and half a character of a table; twentieths of a point. */
const CELL_MARGIN = 100
const HALF_CHARACTER = SIZE.table * 5 + 4
/** A table of more columns does not fit an upright page. */
const UPRIGHT_COLUMNS = 8

type TableBlock = Extract<PaperBlock, { kind: 'table' }>
/** Two characters of the body. */
const INDENT = SIZE.body * 20

/** docx bytes. */
export async function writePaper({ title, subtitle, blocks }: Paper): Promise<Uint8Array> {
  const head = [centred(title, { size: SIZE.title, font: SONG, bold: true }, 200)]
  if (subtitle) head.push(centred(subtitle, { size: SIZE.body, font: FANGSONG }, 300))
  const lying = blocks.some((block) => block.kind === 'table' && columnsOf(block) > UPRIGHT_COLUMNS)
  const orientation = lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const { left, right } = lying ? LYING_MARGIN : PAGE.margin
  const textWidth = (lying ? PAGE.size.height : PAGE.size.width) - left - right
  const document = new Document({
    creator: '联络站小助手',
    title: printable(title),
    sections: [
      {
        properties: { page: { ...PAGE, ...(lying && { margin: LYING_MARGIN }), size: { ...PAGE.size, orientation } } },
        children: [...head, ...blocks.flatMap((block) => blockOf(block, textWidth))],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const columnsOf = ({ head, rows }: TableBlock): number => head?.length ?? rows[0]?.length ?? 1

function blockOf(block: PaperBlock, textWidth: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 200, after: 80 },
          children: [run(block.text, { size: SIZE.heading, font: HEI, color: '000000' })],
        }),
      ]
    case 'text':
      return block.text.split('\n').map(
        (line) =>
          new Paragraph({
            indent: { firstLine: INDENT },
            spacing: { line: 560, lineRule: 'exact' },
            children: [run(line, { size: SIZE.body, font: FANGSONG })],
          }),
      )
    case 'signature':
      return block.lines.map(
        (line, index) =>
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            spacing: { before: index === 0 ? 400 : 0, line: 560, lineRule: 'exact' },
            children: [run(line, { size: SIZE.body, font: FANGSONG })],
          }),
      )
    case 'table':
      return [tableOf(block, textWidth), new Paragraph({})]
  }
}

function tableOf(block: TableBlock, textWidth: number): Table {
  const { head, rows } = block
  const columnWidths = widthsOf(block, textWidth)
  const row = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: CELL_MARGIN, right: CELL_MARGIN },
            children: cell
              .split('\n')
              .map((line) => new Paragraph({ children: [run(line, { size: SIZE.table, font: SONG, bold })] })),
          }),
      ),
    })
  return new Table({
    columnWidths,
    width: { size: textWidth, type: WidthType.DXA },
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  })
}

/** As asked for; else by what stands in the columns, so that no date is broken and words get the room. */
function widthsOf({ head, rows, widths }: TableBlock, textWidth: number): number[] {
  const cells = [...(head ? [head] : []), ...rows]
  const inner = textWidth - cells[0]!.length * 2 * CELL_MARGIN
  const halves = columnShares(cells, Math.floor(inner / HALF_CHARACTER))
  const shares = widths ?? halves.map((share) => share * HALF_CHARACTER + 2 * CELL_MARGIN)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((textWidth * share) / total))
}

function centred(text: string, style: object, after: number): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: [run(text, style)] })
}

function run(text: string, style: object): TextRun {
  return new TextRun({ text: printable(text), ...style })
}
