import type { BoardBlock } from '../../station/document/board.js'
import type { Pen, Style } from './pen.js'

export const INK = {
  title: '#9c1c1c',
  rule: '#c8a45c',
  text: '#222222',
  muted: '#777777',
  stripe: '#faf6ee',
  head: '#f1e6cf',
  bar: '#c0392b',
  track: '#eeeae2',
} as const

const BODY: Style = { sizePx: 26, colour: INK.text }
const SMALL: Style = { sizePx: 22, colour: INK.text }

type Painter<K extends BoardBlock['kind']> = (
  block: Extract<BoardBlock, { kind: K }>,
  pen: Pen,
  x: number,
  y: number,
  width: number,
) => number

/** Each draws its block with its upper edge at y and returns the height taken. */
const PAINTERS: { readonly [K in BoardBlock['kind']]: Painter<K> } = {
  heading(block, pen, x, y, width) {
    const top = pen.px(10)
    pen.rect(x, y + top + pen.px(8), pen.px(8), pen.px(30), INK.title)
    return top + pen.text(block.text, x + pen.px(20), y + top, width - pen.px(20), { sizePx: 30, bold: true })
  },
  text: (block, pen, x, y, width) => pen.text(block.text, x, y, width, BODY),
  facts(block, pen, x, y, width) {
    const label = Math.min(
      width / 3,
      Math.max(...block.rows.map(([text]) => [...text].length), 2) * pen.px(BODY.sizePx) + pen.px(24),
    )
    let height = 0
    for (const [name, value] of block.rows) {
      const left = pen.text(name, x, y + height, label - pen.px(16), { ...BODY, colour: INK.muted })
      const right = pen.text(value, x + label, y + height, width - label, BODY)
      height += Math.max(left, right) + pen.px(4)
    }
    return height
  },
  table(block, pen, x, y, width) {
    const shares = block.widths ?? block.head.map(() => 1)
    const total = shares.reduce((sum, share) => sum + share, 0)
    const widths = shares.map((share) => (width * share) / total)
    let height = 0
    for (const [index, cells] of [block.head, ...block.rows].entries()) {
      const style: Style = { ...SMALL, bold: index === 0 }
      const pad = pen.px(8)
      const inner = cells.map(
        (cell, at) => pen.wrap(cell, (widths[at] ?? 0) - 2 * pad, style).length * pen.px(style.sizePx * 1.5),
      )
      const rowHeight = Math.max(...inner, pen.px(style.sizePx)) + pad
      const colour = index === 0 ? INK.head : index % 2 === 0 ? INK.stripe : '#ffffff'
      pen.rect(x, y + height, width, rowHeight, colour)
      let left = x
      for (const [at, cell] of cells.entries()) {
        pen.text(cell, left + pad, y + height + pad / 2, (widths[at] ?? 0) - 2 * pad, style)
        left += widths[at] ?? 0
      }
      height += rowHeight
      pen.line(x, y + height, x + width, y + height, INK.head)
    }
    return height
  },
  figures(block, pen, x, y, width) {
    const perRow = Math.min(4, Math.max(1, block.figures.length))
    const cell = width / perRow
    let height = 0
    for (let from = 0; from < block.figures.length; from += perRow) {
      const row = block.figures.slice(from, from + perRow)
      const heights = row.map(({ label, value, note }, at) => {
        const left = x + at * cell
        let inner = pen.text(value, left, y + height, cell, {
          sizePx: 52,
          bold: true,
          colour: INK.bar,
          align: 'center',
        })
        inner += pen.text(label, left, y + height + inner, cell, { ...SMALL, align: 'center' })
        if (note)
          inner += pen.text(note, left, y + height + inner, cell, { sizePx: 18, colour: INK.muted, align: 'center' })
        return inner
      })
      height += Math.max(...heights) + pen.px(10)
    }
    return height
  },
  bars(block, pen, x, y, width) {
    const most = Math.max(1, ...block.bars.map(({ value, of = 0 }) => Math.max(value, of)))
    const labelWidth = width * 0.28
    const textWidth = width * 0.18
    const track = width - labelWidth - textWidth - pen.px(24)
    let height = 0
    for (const { label, value, of, text } of block.bars) {
      const left = x + labelWidth + pen.px(12)
      const taken = pen.text(label, x, y + height, labelWidth, SMALL)
      const middle = y + height + taken / 2 - pen.px(11)
      pen.rect(left, middle, track, pen.px(22), INK.track, 6)
      const share = Math.min(1, Math.max(0, value / (of ?? most)))
      if (share > 0) pen.rect(left, middle, track * share, pen.px(22), INK.bar, 6)
      const said = text ?? (of === undefined ? `${value}` : `${value}/${of}`)
      const right = pen.text(said, left + track + pen.px(12), y + height, textWidth, SMALL)
      height += Math.max(taken, right) + pen.px(6)
    }
    return height
  },
}

export function paintBlock(block: BoardBlock, pen: Pen, x: number, y: number, width: number): number {
  const paint = PAINTERS[block.kind] as Painter<BoardBlock['kind']>
  return paint(block, pen, x, y, width)
}
