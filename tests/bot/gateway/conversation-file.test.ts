import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { conversationFile } from '../../../bot/gateway/conversation-file.js'
import type { WorldEntry } from '../../../bot/gateway/world-entry.js'

const row = (seq: number): WorldEntry => ({ type: 'clock', seq, offsetMs: seq * 1000, nowMs: seq })

describe('a conversation on disk', () => {
  let folder: string
  let path: string
  let said: string[]
  const open = () => conversationFile(path, (line) => said.push(line))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'conversation-'))
    path = join(folder, 'deep', 'conversation.jsonl')
    said = []
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('comes back with all its rows and the same epoch', () => {
    const first = open()
    for (const seq of [1, 2, 3]) first.record(row(seq))
    const second = open()
    expect(second).toMatchObject({ epoch: first.epoch, history: [row(1), row(2), row(3)], lastSeq: 3 })
    expect(said).toEqual([])
  })

  it('keeps bytes beside it', async () => {
    open().keepBytes(7, Uint8Array.of(0, 255, 10))
    expect([...((await open().bytes(7)) ?? [])]).toEqual([0, 255, 10])
    expect(await open().bytes(8)).toBeNull()
  })

  it('leaves out a last line that was cut short, says so once, and writes on cleanly', () => {
    const first = open()
    first.record(row(1))
    appendFileSync(path, '{"type":"clock","seq":2,"off')
    const second = open()
    expect(second.history).toEqual([row(1)])
    expect(second.lastSeq).toBe(2)
    expect(said).toHaveLength(1)
    second.record(row(3))
    expect(open().history).toEqual([row(1), row(3)])
    expect(said).toHaveLength(1)
  })

  it('leaves out a damaged line in the middle and keeps the numbers of the others', () => {
    const first = open()
    for (const seq of [1, 2, 3]) first.record(row(seq))
    const lines = readFileSync(path, 'utf8').split('\n')
    lines[2] = '\u0000\u0000'
    writeFileSync(path, lines.join('\n'))
    expect(open()).toMatchObject({ history: [row(1), row(3)], lastSeq: 3 })
    expect(said).toEqual([expect.stringContaining('line 3')])
  })

  it('starts afresh over a file that is no conversation', () => {
    open()
    writeFileSync(path, 'hello\n')
    const fresh = open()
    expect(fresh).toMatchObject({ history: [], lastSeq: 0 })
    expect(open().epoch).toBe(fresh.epoch)
  })
})
