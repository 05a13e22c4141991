import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeIn } from '../../../station/opinion/place.js'
import {
  blockKeys,
  blockRounds,
  searchKeys,
  termGrams,
  twinKeys,
  twinProbe,
} from '../../../station/opinion/search-keys.js'
import { type Signature, signatureOf, twinLikeness } from '../../../station/opinion/twins.js'
import { Temporal } from '../../../station/time/civil.js'

const texts = readFileSync(new URL('../../data/opinions/pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const { a, b } = JSON.parse(line) as { a: string; b: string }
    return [a, b]
  })
const DIRECTORY = [
  { name: '双塘街道' },
  { name: '来凤街社区', street: '双塘街道' },
  { name: '瞻园路社区', street: '夫子庙街道' },
]
const signed = (text: string): Signature => signatureOf(text, placeIn(text, DIRECTORY) ?? null)
const day = (text: string) => Temporal.PlainDate.from(text)
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key))

describe('the keys of twins', () => {
  const within = { since: day('2026-10-24'), until: day('2026-11-23') }

  it('lead to every opinion that would be proposed', () => {
    const signatures = texts.map(signed)
    let proposed = 0
    for (const fresh of signatures)
      for (const old of signatures) {
        if (twinLikeness(fresh, old) === null) continue
        proposed += 1
        if (!meet(twinProbe(1, within, fresh), twinKeys(1, day('2026-10-24'), old)))
          expect([fresh.letters, old.letters]).toEqual('found')
      }
    expect(proposed).toBeGreaterThan(texts.length)
  })

  it('lead to the same text though it has neither pair nor matter', () => {
    const one = signed('热')
    expect(meet(twinProbe(1, within, one), twinKeys(1, day('2026-11-01'), signed('热！')))).toBe(true)
  })

  it('lead to no other place, no other station, and not out of the window', () => {
    const lamp = signed('来凤街社区路灯坏了')
    const probe = twinProbe(1, within, lamp)
    expect(meet(probe, twinKeys(1, day('2026-11-01'), signed('瞻园路社区路灯坏了')))).toBe(false)
    expect(meet(probe, twinKeys(2, day('2026-11-01'), lamp))).toBe(false)
    expect(meet(probe, twinKeys(1, day('2026-09-30'), lamp))).toBe(false)
    expect(meet(probe, twinKeys(1, day('2026-11-01'), lamp))).toBe(true)
  })

  it('look into every month of a window, February left out of none', () => {
    const months = twinProbe(1, { since: day('2026-01-31'), until: day('2026-03-01') }, signed('热')).map(
      (key) => key.split(' ')[1],
    )
    expect([...new Set(months)]).toEqual(['2026-01', '2026-02', '2026-03'])
  })
})

describe('the keys of a search', () => {
  it('hold every term cut out of the text, of one character or more', () => {
    const text = fc.constantFrom(...texts)
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (words, at, length) => {
        const start = at % words.length
        const keys = searchKeys(1, 2050, [words, null])
        // A Latin word or a number is searched whole.
        const term = words.slice(start, start + length)
        const wanted = /[a-z0-9]/i.test(words) ? [] : blockKeys(1, 2, termGrams(term))
        expect(wanted.filter((key) => !keys.includes(key))).toEqual([])
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })

  it('are none for a term without a letter', () => {
    expect(termGrams('……')).toEqual([])
    expect(termGrams('A类 12345')).toEqual(['a', '类', '12345'])
  })

  it('are looked for in every block once, the newest first', () => {
    for (const newest of [0, 1, 4, 5, 97]) {
      const blocks = [...blockRounds(newest)].flat()
      expect(blocks).toEqual(Array.from({ length: newest + 1 }, (_, at) => newest - at))
    }
    expect([...blockRounds(97)].map((blocks) => blocks.length)).toEqual([1, 4, 16, 64, 13])
  })
})
