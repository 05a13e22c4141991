import { inflateRawSync } from 'node:zlib'

/** No honest document of a station unpacks to more. */
const MAX_BYTES = 20_000_000

/**
 * The words of a received file, a line a paragraph; null: its kind holds no words that can be read here (a scan, a PDF, an
 * old .doc). Throws nothing for a broken file: it holds no words either.
 */
export function textOfFile(name: string, bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (/\.(?:txt|md)$/iu.test(name)) return plainText(buffer)
  if (!/\.docx$/iu.test(name)) return null
  const document = entryOf(buffer, 'word/document.xml')
  return document === null ? null : paragraphs(document.toString('utf8'))
}

/** UTF-8, or GB18030 as Notepad in China still writes it. */
function plainText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const paragraphs = (xml: string): string =>
  (xml.match(/<w:p[ >][\s\S]*?<\/w:p>/gu) ?? [])
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|cr)\b[^>]*\/>|<w:tab\/>/gu)]
        .map(([whole, words]) => words ?? (whole.startsWith('<w:tab') ? ' ' : '\n'))
        .join(''),
    )
    .join('\n')
    .replace(/&(lt|gt|quot|apos|amp);/gu, (_, entity: string) => ENTITIES[entity]!)

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** One file of a zip archive, found by its central directory. */
function entryOf(zip: Buffer, wanted: string): Buffer | null {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length) return null
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null
    const nameChars = zip.readUInt16LE(at + 28)
    const name = zip.subarray(at + 46, at + 46 + nameChars).toString('utf8')
    if (name === wanted)
      return unpacked(zip, zip.readUInt32LE(at + 42), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20))
    at += 46 + nameChars + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return null
}

function unpacked(zip: Buffer, header: number, method: number, packedBytes: number): Buffer | null {
  if (header + 30 > zip.length) return null
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const packed = zip.subarray(start, start + packedBytes)
  if (method === 0) return packed
  try {
    return method === 8 ? inflateRawSync(packed, { maxOutputLength: MAX_BYTES }) : null
  } catch {
    // a broken or hostile archive holds no words
    return null
  }
}
