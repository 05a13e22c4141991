import { inflateRawSync } from 'node:zlib'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const DEFLATED = 8

/** Everything readable in a file: the parts of an office file (a zip), or the bytes themselves as text. */
export function textIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  if (file.length < 4 || file.readUInt32LE(0) !== LOCAL_HEADER) return file.toString('utf8')
  const parts: string[] = []
  for (let at = file.indexOf(centralMark); at >= 0; at = file.indexOf(centralMark, at + 4)) parts.push(partAt(file, at))
  return parts.join('\n')
}

const centralMark = Buffer.from(Uint32Array.of(CENTRAL_HEADER).buffer)

function partAt(file: Buffer, at: number): string {
  const method = file.readUInt16LE(at + 10)
  const size = file.readUInt32LE(at + 20)
  const local = file.readUInt32LE(at + 42)
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const stored = file.subarray(from, from + size)
  return (method === DEFLATED ? inflateRawSync(stored) : stored).toString('utf8')
}
