const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi
const CDATA_OPEN = '<![CDATA['
const CDATA_CLOSE = ']]>'

const character = (point: number, written: string): string =>
  point <= 0x10ffff ? String.fromCodePoint(point) : written

const unescaped = (text: string): string =>
  text.replace(ENTITY, (written, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()]!
    return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), written)
  })

/** What a reader sees of an element's inside: entities resolved, CDATA taken word for word. */
export const elementText = (inner: string): string => {
  let out = ''
  let at = 0
  for (;;) {
    const open = inner.indexOf(CDATA_OPEN, at)
    if (open < 0) return out + unescaped(inner.slice(at))
    const close = inner.indexOf(CDATA_CLOSE, open)
    const end = close < 0 ? inner.length : close
    out += unescaped(inner.slice(at, open)) + inner.slice(open + CDATA_OPEN.length, end)
    at = Math.min(inner.length, end + CDATA_CLOSE.length)
  }
}

/** First position from `from` where one of the needles stands outside CDATA; -1 when none does. */
const indexOutsideCdata = (xml: string, needle: RegExp, from: number): { index: number; end: number } | null => {
  const pattern = new RegExp(`${needle.source}|<!\\[CDATA\\[`, 'g')
  pattern.lastIndex = from
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    if (match[0] !== CDATA_OPEN) return { index: match.index, end: pattern.lastIndex }
    const close = xml.indexOf(CDATA_CLOSE, match.index)
    if (close < 0) return null
    pattern.lastIndex = close + CDATA_CLOSE.length
  }
  return null
}

/**
 * The insides of the elements called `name`, in order, wherever they stand; for the few flat elements of a group note. An
 * element within one of the same name is not told apart (there is none in a group note). `name` must be plain letters.
 */
export const elements = (xml: string, name: string): string[] => {
  const found: string[] = []
  const opening = new RegExp(`<${name}(?:\\s[^<>]*)?/?>`)
  const closing = new RegExp(`</${name}\\s*>`)
  for (let at = 0; ; ) {
    const open = indexOutsideCdata(xml, opening, at)
    if (open === null) return found
    if (xml[open.end - 2] === '/') {
      found.push('')
      at = open.end
      continue
    }
    const close = indexOutsideCdata(xml, closing, open.end)
    if (close === null) return found
    found.push(xml.slice(open.end, close.index))
    at = close.end
  }
}

export const element = (xml: string, name: string): string | null => elements(xml, name)[0] ?? null
