import type { SKRSContext2D } from '@napi-rs/canvas'
import { FACES, fonts } from './fonts.js'

export interface Style {
  sizePx: number
  bold?: boolean
  colour?: string
  align?: 'left' | 'center' | 'right'
}

const LINE_HEIGHT = 1.5
/** Signs that may not open a line. */
/** Signs that may not close a line. */
const NOT_LAST = /[（《“‘([{「『]$/
/** So many items make a list, whose names are not broken if they are no longer than this. */
const LIST_ITEMS = 3
const ITEM_CHARS = 16
const NOT_FIRST = /^[，。、；：！？）》”’…—%℃,.;:!?)\]}]/

/** Draws text in columns, wrapped. The same calls on a dry pen only measure. */
export class Pen {
  constructor(
    readonly context: SKRSContext2D,
    /** Everything is drawn this much smaller, so that it fits a page. */
    readonly scale: number,
    readonly dry: boolean,
  ) {}

  px(length: number): number {
    return length * this.scale
  }

  /** Draws wrapped text with its upper edge at y; returns the height it takes. */
  text(text: string, x: number, y: number, width: number, style: Style): number {
    const lines = this.wrap(text, width, style)
    const height = this.px(style.sizePx * LINE_HEIGHT)
    if (!this.dry) {
      this.#use(style)
      const { align = 'left' } = style
      this.context.textAlign = align
      const anchor = align === 'left' ? x : align === 'center' ? x + width / 2 : x + width
      for (const [index, line] of lines.entries()) this.context.fillText(line, anchor, y + index * height + height / 2)
    }
    return lines.length * height
  }

  rect(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    if (this.dry) return
    this.context.fillStyle = colour
    this.context.beginPath()
    this.context.roundRect(x, y, width, height, this.px(radius))
    this.context.fill()
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: string): void {
    if (this.dry) return
    this.context.strokeStyle = colour
    this.context.lineWidth = Math.max(1, this.px(1))
    this.context.beginPath()
    this.context.moveTo(x1, y1)
    this.context.lineTo(x2, y2)
    this.context.stroke()
  }

  /** Lines that fit the width: Chinese breaks anywhere but before a closing sign, words of letters and figures stay whole. */
  wrap(text: string, width: number, style: Style): string[] {
    this.#use(style)
    return fonts()
      .drawable(text)
      .split('\n')
      .flatMap((paragraph) => this.#fill(paragraph, width))
  }

  #fill(paragraph: string, width: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const unit of unitsOf(paragraph)) {
      for (const piece of this.#fits(unit, width) ? [unit] : [...unit]) {
        if (line === '' || this.#fits(line + piece, width)) line += piece
        else if (NOT_FIRST.test(piece)) {
          // The sign takes the character before it along to the next line.
          const kept = [...line]
          const last = kept.pop() ?? ''
          lines.push(kept.join(''))
          line = last + piece
        } else {
          const opening = NOT_LAST.exec(line)?.[0] ?? ''
          lines.push(line.slice(0, line.length - opening.length))
          line = opening + piece.trimStart()
        }
      }
    }
    return [...lines, line]
  }

  /** The narrowest width in which a text takes no more lines than in the whole: no last line of a single character. */
  balanced(text: string, width: number, style: Style): number {
    const lines = this.wrap(text, width, style).length
    let [least, most] = [width / 2, width]
    if (lines === 1) return width
    while (most - least > 8) {
      const middle = (least + most) / 2
      if (this.wrap(text, middle, style).length > lines) least = middle
      else most = middle
    }
    return most
  }

  #fits(text: string, width: number): boolean {
    return this.context.measureText(text).width <= width
  }

  #use({ sizePx, bold = false, colour = '#222222' }: Style) {
    const { context } = this
    context.font = `${this.px(sizePx)}px "${bold ? FACES.bold : FACES.regular}"`
    context.fillStyle = colour
    context.textBaseline = 'middle'
  }
}

/** What a line is broken between: words of letters and figures, the names of a list, every other character. */
function unitsOf(paragraph: string): string[] {
  const items = paragraph.split(/(?<=、)/)
  const list =
    items.length >= LIST_ITEMS && items.every((item) => [...item].length <= ITEM_CHARS && !/[，。；]/.test(item))
  return list ? items : (paragraph.match(/[\w.:/-]+|./gsu) ?? [])
}
