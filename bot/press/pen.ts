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
    for (const unit of paragraph.match(/[\w.:/-]+|./gsu) ?? []) {
      for (const piece of this.#fits(unit, width) ? [unit] : [...unit]) {
        if (line === '' || this.#fits(line + piece, width)) line += piece
        else if (NOT_FIRST.test(piece)) {
          // The sign takes the character before it along to the next line.
          const kept = [...line]
          const last = kept.pop() ?? ''
          lines.push(kept.join(''))
          line = last + piece
        } else {
          lines.push(line)
          line = piece.trimStart()
        }
      }
    }
    return [...lines, line]
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
