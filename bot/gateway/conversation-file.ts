import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WorldEntry } from './world-entry.js'

/** Where a conversation lives between two runs: rows in order, bytes of files by message id. */
export interface Conversation {
  epoch: string
  history: WorldEntry[]
  /** The highest number ever given out, including that of a row that was lost: numbers are never used twice. */
  lastSeq: number
  record(entry: WorldEntry): void
  keepBytes(messageSeq: number, bytes: Uint8Array): void
  bytes(messageSeq: number): Promise<Uint8Array | null>
}

export function conversationInMemory(): Conversation {
  const kept = new Map<number, Uint8Array>()
  return {
    epoch: randomBytes(4).toString('hex'),
    history: [],
    lastSeq: 0,
    record() {},
    keepBytes: (seq, bytes) => void kept.set(seq, bytes),
    bytes: async (seq) => kept.get(seq) ?? null,
  }
}

/**
 * One JSON object per line, appended; the first line names the epoch. Bytes lie beside it in `<path>.files/<seq>`.
 * A line that cannot be read is left out with a word to `log`: after a power cut only the last one can be damaged, and a
 * demo without it is better than a demo that does not start.
 */
export function conversationFile(path: string, log: (line: string) => void): Conversation {
  mkdirSync(dirname(path), { recursive: true })
  const folder = `${path}.files`
  mkdirSync(folder, { recursive: true })
  const fileOf = (seq: number): string => join(folder, String(seq))
  return {
    ...readLines(path, log),
    record: (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`),
    keepBytes: (seq, bytes) => writeFileSync(fileOf(seq), bytes),
    bytes: async (seq) => (existsSync(fileOf(seq)) ? await readFile(fileOf(seq)) : null),
  }
}

function readLines(path: string, log: (line: string) => void): Pick<Conversation, 'epoch' | 'history' | 'lastSeq'> {
  const whole = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  // A row cut short has no newline at its end: it goes, or the next row would be written onto its stump.
  const sound = whole.subarray(0, whole.lastIndexOf(10) + 1)
  if (sound.length < whole.length) {
    log(`conversation ${path}: the last line was cut short and is left out`)
    truncateSync(path, sound.length)
  }
  const [head, ...rows] = sound.toString('utf8').split('\n').slice(0, -1)
  const epoch = head === undefined ? null : epochOf(head)
  if (epoch === null) {
    if (head !== undefined) log(`conversation ${path}: not a conversation, starting afresh`)
    const fresh = randomBytes(4).toString('hex')
    writeFileSync(path, `${JSON.stringify({ epoch: fresh })}\n`)
    return { epoch: fresh, history: [], lastSeq: 0 }
  }
  const history: WorldEntry[] = []
  for (const [index, row] of rows.entries()) {
    const entry = parsed(row) as WorldEntry | null
    if (entry) history.push(entry)
    else log(`conversation ${path}: line ${index + 2} is damaged and is left out`)
  }
  const cut = sound.length < whole.length ? 1 : 0
  return { epoch, history, lastSeq: Math.max(history.at(-1)?.seq ?? 0, rows.length) + cut }
}

function epochOf(head: string): string | null {
  const value = parsed(head)
  return value && 'epoch' in value && typeof value.epoch === 'string' ? value.epoch : null
}

function parsed(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' ? value : null
  } catch {
    return null // said by the caller, who knows the line number
  }
}
