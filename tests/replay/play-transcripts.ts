import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Theatre } from './theatre.js'

const ALL = readdirSync('tests/transcripts', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort()

/** Golden conversations against the whole program, one store for all of them, emptied between them. */
export function playTranscripts(wanted: (folder: string) => boolean): void {
  describe('transcripts', () => {
    let theatre: Theatre
    beforeAll(async () => {
      theatre = await Theatre.open()
    })
    afterAll(() => theatre.close())

    it.each(ALL.filter((name) => wanted(name.split(/[\\/]/)[0]!)))('%s', async (name) => {
      const { failures, events } = await theatre.play(`tests/transcripts/${name}`)
      expect(failures).toEqual([])
      expect(events.some((event) => event.kind === 'said' || event.kind === 'heard')).toBe(true)
    })
  })
}

/** Played in a file of their own, so that two workers share the work. */
export const APART: readonly string[] = ['activities', 'duty']
