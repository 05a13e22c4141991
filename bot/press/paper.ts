import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Paper, PaperBlock } from '../../station/document/paper.js'
import { printable } from '../../station/document/printable.js'

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
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right
/** Two characters of the body. */
const INDENT = SIZE.body * 20

/** docx bytes. */
export async function writePaper({ title, subtitle, blocks }: Paper): Promise<Uint8Array> {
  const head = [centred(title, { size: SIZE.title, font: SONG, bold: true }, 200)]
  if (subtitle) head.push(centred(subtitle, { size: SIZE.body, font: FANGSONG }, 300))
  const document = new Document({
    creator: '联络站小助手',
    title: printable(title),
    sections: [{ properties: { page: PAGE }, children: [...head, ...blocks.flatMap(blockOf)] }],
  })
  return Packer.toBuffer(document)
}

function blockOf(block: PaperBlock): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
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
      return [tableOf(block), new Paragraph({})]
  }
}

function tableOf({ head, rows, widths }: Extract<PaperBlock, { kind: 'table' }>): Table {
  const count = head?.length ?? rows[0]?.length ?? 1
  const shares = widths ?? new Array<number>(count).fill(1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const columnWidths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / total))
  const row = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            children: cell
              .split('\n')
              .map((line) => new Paragraph({ children: [run(line, { size: SIZE.table, font: SONG, bold })] })),
          }),
      ),
    })
  return new Table({
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  })
}

function centred(text: string, style: object, after: number): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: [run(text, style)] })
}

function run(text: string, style: object): TextRun {
  return new TextRun({ text: printable(text), ...style })
}
