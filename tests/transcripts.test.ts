import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Theatre } from './replay/theatre.js'

/** Every golden conversation, against the whole program. One store for all, emptied between them. */
describe('transcripts', () => {
  let theatre: Theatre
  beforeAll(async () => {
    theatre = await Theatre.open()
  })
  afterAll(() => theatre.close())

  const files = readdirSync('tests/transcripts', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.txt'),
  )
  it.each(files.sort())('%s', async (name) => {
    const { failures, events } = await theatre.play(`tests/transcripts/${name}`)
    expect(failures).toEqual([])
    expect(events.some((event) => event.kind === 'said' || event.kind === 'heard')).toBe(true)
  })
})
