import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { vi } from 'vitest'

/** One line of text as the real renderer put it on the real canvas, in pixels of the picture. */
interface Drawn {
  text: string
  left: number
  right: number
  /** Of its middle. */
  y: number
  sizePx: number
}

/** A picture read back: the lines that were drawn, and the pixels of the file itself. */
export interface ReadPicture {
  width: number
  height: number
  lines: readonly Drawn[]
  /** [red, green, blue] */
  pixel(x: number, y: number): readonly [number, number, number]
  /** Whether anything that is not background stands where a line was drawn. */
  inked(line: Drawn): boolean
}

/** Paints by the real renderer while every call that draws text is written down, then decodes the png that came out. */
export async function readPicture(paint: () => Promise<Uint8Array>): Promise<ReadPicture> {
  const lines: Drawn[] = []
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as SKRSContext2D
  const draw = prototype.fillText
  const watched = vi.spyOn(prototype, 'fillText').mockImplementation(function (
    this: SKRSContext2D,
    text: string,
    x: number,
    y: number,
  ) {
    const { width } = this.measureText(text)
    const left = this.textAlign === 'center' ? x - width / 2 : this.textAlign === 'right' ? x - width : x
    lines.push({ text, left, right: left + width, y, sizePx: Number.parseFloat(this.font) })
    draw.call(this, text, x, y)
  })
  const bytes = await paint().finally(() => watched.mockRestore())
  const image = await loadImage(bytes)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const pixel = (x: number, y: number) => {
    const at = (Math.round(y) * image.width + Math.round(x)) * 4
    return [data[at]!, data[at + 1]!, data[at + 2]!] as const
  }
  const inked = ({ left, right, y, sizePx }: Drawn): boolean => {
    const seen = new Set<string>()
    for (let row = Math.max(0, y - sizePx / 2); row < Math.min(image.height, y + sizePx / 2); row++)
      for (let column = Math.max(0, left); column < Math.min(image.width, right); column++)
        seen.add(pixel(column, row).join())
    return seen.size > 1
  }
  return { width: image.width, height: image.height, lines, pixel, inked }
}

/** The line of a bar's label: what is written behind the bar, and how much of its track is filled, 0 to 1. */
export function readBar({ lines, width, pixel }: ReadPicture, label: string): { text: string; share: number } {
  const row = lines.find((line) => line.text === label)
  if (!row) throw new Error(`no bar ${label}`)
  const beside = lines.filter((line) => line.left > row.right && Math.abs(line.y - row.y) < row.sizePx)
  let [filled, empty] = [0, 0]
  for (let x = Math.ceil(row.right); x < (beside[0]?.left ?? width); x++) {
    const [red, green, blue] = pixel(x, row.y)
    if (red > 170 && green < 90 && blue < 80) filled++
    else if (red > 220 && red < 245 && green > 220 && blue < 235) empty++
  }
  return { text: beside.map(({ text }) => text).join(''), share: filled / (filled + empty) }
}
