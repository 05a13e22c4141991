import { readFileSync } from 'node:fs'

/**
 * The characters a TrueType font can draw, from its cmap table (OpenType 1.9, formats 4 and 12). A picture shows a box for
 * any other, so the press replaces them first.
 */
export function glyphsOf(fontPath: string): (codePoint: number) => boolean {
  const font = readFileSync(fontPath)
  const cmap = tableOffset(font, 'cmap')
  const ranges: [from: number, to: number][] = []
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    const format = font.readUInt16BE(at)
    if (format === 12) ranges.push(...segmentedCoverage(font, at))
    else if (format === 4) ranges.push(...segmentMapping(font, at))
  }
  ranges.sort(([a], [b]) => a - b)
  return (codePoint) => covers(ranges, codePoint)
}

function tableOffset(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function segmentedCoverage(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

function segmentMapping(font: Buffer, at: number): [number, number][] {
  const twice = font.readUInt16BE(at + 6)
  const ranges: [number, number][] = []
  for (let i = 0; i < twice; i += 2) {
    const to = font.readUInt16BE(at + 14 + i)
    if (to !== 0xffff) ranges.push([font.readUInt16BE(at + 16 + twice + i), to])
  }
  return ranges
}

function covers(ranges: readonly [number, number][], codePoint: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = ranges[middle]!
    if (codePoint < from) high = middle - 1
    else if (codePoint > to) low = middle + 1
    else return true
  }
  // Formats overlap: an earlier, longer range may still hold it.
  return ranges.some(([from, to]) => from <= codePoint && codePoint <= to)
}
