import type { TableFault, TableRow } from '../../station/people/table.js'
import { decodeText, readCsv } from './read-csv.js'
import { readXlsx } from './read-xlsx.js'

/** Ten thousand people fit into a tenth of this. */
const MOST_MEGABYTES = 5
const MOST_ROWS = 10_000
const MOST_COLUMNS = 60

const begins = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte)

/** What a file that is no table looks like, by its first bytes. */
const OTHER_FILES: readonly (readonly [number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包'],
  [[0x7b, 0x5c, 0x72, 0x74], 'RTF 文档'],
  [[0x3c, 0x68, 0x74, 0x6d], '网页'],
  [[0x3c, 0x21, 0x44, 0x4f], '网页'],
]

/** The rows of an xlsx or csv file, told apart by content and never by name. */
export async function readTable(
  bytes: Uint8Array,
): Promise<{ ok: true; value: TableRow[] } | { ok: false; fault: TableFault }> {
  const megabytes = bytes.length / 1024 / 1024
  if (bytes.length === 0) return refused({ code: 'empty-file' })
  if (megabytes > MOST_MEGABYTES)
    return refused({ code: 'too-large', megabytes: Math.ceil(megabytes), mostMegabytes: MOST_MEGABYTES })
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused({ code: isLocked(bytes) ? 'locked' : 'old-excel' })
  const other = OTHER_FILES.find(([head]) => begins(bytes, ...head))
  if (other) return refused({ code: 'no-table', looksLike: other[1] })
  const rows = begins(bytes, 0x50, 0x4b) ? await readXlsx(bytes) : readText(bytes)
  if (!rows.ok) return rows
  const columns = rows.value.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (rows.value.length > MOST_ROWS) return refused({ code: 'too-many-rows', rows: rows.value.length, most: MOST_ROWS })
  if (columns > MOST_COLUMNS) return refused({ code: 'too-many-columns', columns, most: MOST_COLUMNS })
  return rows
}

const refused = (fault: TableFault) => ({ ok: false as const, fault })

function readText(bytes: Uint8Array) {
  const text = decodeText(bytes)
  return text.ok ? readCsv(text.value) : text
}

/** A workbook with a password is an old container that names its encrypted part (MS-OFFCRYPTO). */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
