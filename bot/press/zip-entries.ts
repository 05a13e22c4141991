import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  packedBytes: number
  unpackedBytes: number
  /** Where its local header stands. */
  at: number
  method: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50

/** The directory of a zip archive (APPNOTE 6.3, 4.3.12 and 4.3.16), so that sizes are known before anything is unpacked. Null: no whole archive. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== END) end--
  if (end < first || end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null
    const nameBytes = view.getUint16(at + 28, true)
    entries.push({
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
    })
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** One entry's content, never more than `mostBytes` of it. Null: damaged, or larger than it says. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length) return null
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(from, from + entry.packedBytes)
  if (entry.method === 0) return packed.length <= mostBytes ? packed : null
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes })
  } catch {
    // Whatever is wrong with it, the sender is told that the file is damaged.
    return null
  }
}
