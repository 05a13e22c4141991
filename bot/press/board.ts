import { createCanvas } from '@napi-rs/canvas'
import type { Board } from '../../station/document/board.js'
import { INK, paintBlock } from './board-blocks.js'
import { fonts } from './fonts.js'
import { Pen } from './pen.js'

/** Pixels: a card is read on a phone; A4 is printed at 150 dots an inch. */
const PAGES = {
  card: { width: 900, margin: 48, height: null },
  a4: { width: 1240, margin: 90, height: 1754 },
} as const
/** An A4 board is drawn ever smaller until it fits; below this nobody can read it and the page grows instead. */
const SMALLEST = 0.45
const GAP = 22
const TITLE_PX = [44, 40, 36] as const
/** And up to this much larger while it fits: a notice is read from some steps away. */
const LARGEST = 1.3
/** The highest picture that phones still open. */
const HIGHEST = 12_000

/** png bytes. Nothing is clipped: a card grows, a page shrinks its type. */
export async function paintBoard(board: Board): Promise<Uint8Array> {
  fonts()
  const { width, margin, height: page } = PAGES[board.format]
  const dry = createCanvas(1, 1).getContext('2d')
  const heightAt = (scale: number) => paint(board, new Pen(dry, scale, true), width, margin)
  let scale = page === null ? 1 : LARGEST
  const body = heightAt(1) - 2 * margin
  // Larger type may not break lines that were whole.
  const tooLarge = (height: number) => height > page! || (scale > 1 && height - 2 * margin > body * scale * 1.01)
  while (page !== null && scale > SMALLEST && tooLarge(heightAt(scale))) scale -= 0.05
  const height = Math.min(HIGHEST, Math.max(page ?? 0, Math.ceil(heightAt(scale))))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  paint(board, new Pen(context, scale, false), width, margin)
  return canvas.encode('png')
}

/** Returns the height used. */
function paint({ title, subtitle, footer, blocks }: Board, pen: Pen, width: number, margin: number): number {
  const inner = width - 2 * margin
  let y = margin
  y += paintTitle(title, pen, margin, y, inner)
  if (subtitle) y += pen.text(subtitle, margin, y, inner, { sizePx: 24, colour: INK.muted, align: 'center' })
  y += pen.px(GAP / 2)
  pen.rect(margin, y, inner, Math.max(2, pen.px(3)), INK.rule)
  y += pen.px(GAP)
  for (const block of blocks) y += paintBlock(block, pen, margin, y, inner) + pen.px(GAP)
  if (footer) y += pen.text(footer, margin, y, inner, { sizePx: 18, colour: INK.muted, align: 'center' })
  return y + margin
}

/** On one line if that takes only a little smaller type; else in lines of about the same length. */
function paintTitle(title: string, pen: Pen, x: number, y: number, width: number): number {
  const style = (sizePx: number) => ({ sizePx, bold: true, colour: INK.title, align: 'center' as const })
  const size = TITLE_PX.find((sizePx) => pen.wrap(title, width, style(sizePx)).length === 1) ?? TITLE_PX[0]
  const balanced = pen.balanced(title, width, style(size))
  return pen.text(title, x + (width - balanced) / 2, y, balanced, style(size))
}
