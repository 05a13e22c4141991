import { crc32, deflateRawSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'
import { unzipEntry, zipEntries } from '../../../bot/press/zip-entries.js'

type Value = string | number | null

/** An xlsx of plain cells. */
export function workbook(rows: readonly (readonly Value[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String })),
  )
  return writeXlsxFile(cells as never).toBuffer()
}

/** The same with the XML of its sheet changed: for what only other programs write. */
export async function doctored(
  rows: readonly (readonly Value[])[],
  change: (xml: string) => string,
): Promise<Uint8Array> {
  const bytes = await workbook(rows)
  const files = zipEntries(bytes)!.map((entry) => {
    const content = unzipEntry(bytes, entry, 1e8)!
    const isSheet = entry.name === 'xl/worksheets/sheet1.xml'
    return { name: entry.name, content: isSheet ? Buffer.from(change(Buffer.from(content).toString())) : content }
  })
  return zip(files)
}

/** A zip archive; `saysBytes` lets an entry lie about its size. */
export function zip(files: readonly { name: string; content: Uint8Array; saysBytes?: number }[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, saysBytes } of files) {
    const packed = deflateRawSync(content)
    const nameBytes = Buffer.from(name)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(content), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(saysBytes ?? content.length, 8)
    const shared = Buffer.concat([Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0, 0]), sizes])
    const lengths = Buffer.from([nameBytes.length & 255, nameBytes.length >> 8, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, lengths, nameBytes, packed])
    const offset = Buffer.alloc(4)
    offset.writeUInt32LE(at)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
        shared,
        lengths,
        Buffer.alloc(10),
        offset,
        nameBytes,
      ]),
    )
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}

const GBK = new Map<string, number[]>()

/** GBK by asking the decoder about every code: Node writes only Unicode. */
export function gbk(text: string): Uint8Array {
  if (GBK.size === 0) {
    const decoder = new TextDecoder('gbk')
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) {
        const character = decoder.decode(Uint8Array.of(high, low))
        if ([...character].length === 1 && !GBK.has(character)) GBK.set(character, [high, low])
      }
  }
  return Uint8Array.from([...text].flatMap((character) => GBK.get(character) ?? [character.charCodeAt(0)]))
}
