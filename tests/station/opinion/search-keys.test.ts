import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BLOCK_OPINIONS,
  blockOf,
  blockSpans,
  holds,
  markOf,
  numbersIn,
  searchKeys,
  termKeys,
} from '../../../station/opinion/search-keys.js'
import { pairTexts as texts } from './pair-texts.js'

describe('the keys of a search', () => {
  it('are in every opinion that holds the term, whatever is cut out of the text', () => {
    const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 20 }))
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (words, at, length) => {
        const characters = [...words]
        const start = at % Math.max(1, characters.length)
        const term = characters.slice(start, start + length).join('')
        if (!holds([words, null], [term])) return
        const keys = searchKeys([words, null])
        expect(termKeys(term).filter((key) => !keys.includes(key))).toEqual([])
      }),
      { seed: 20261123, numRuns: 1000 },
    )
  })

  it('take full and half width, capital and small letters, and parts of a number for what they are', () => {
    expect(termKeys('ＣＴ')).toEqual(['ct'])
    expect(holds(['做CT要等三周'], ['ＣＴ'])).toBe(true)
    expect(holds(['大光路1234号'], ['23'])).toBe(true)
    expect(searchKeys(['1234'])).toEqual(expect.arrayContaining(termKeys('23')))
  })

  it('are none for a term without a letter', () => {
    expect(termKeys('……')).toEqual([])
    expect(termKeys('A类 12345')).toEqual(['a类', '12', '23', '34', '45'])
  })

  it('are no proof: words that stand apart are not the term', () => {
    expect(termKeys('配药店')).toEqual(['配药', '药店'])
    expect(holds(['配药难，药店又远'], ['配药店'])).toBe(false)
    expect(holds(['配药难', '来凤街社区'], ['来凤', '配药'])).toBe(true)
    expect(holds(['配药难', '来凤街社区'], ['难来'])).toBe(false)
  })
})

describe('the blocks', () => {
  it('give back every number that was marked, the newest first', () => {
    const number = fc.integer({ min: 1, max: 5 * BLOCK_OPINIONS })
    fc.assert(
      fc.property(fc.uniqueArray(number, { maxLength: 60 }), (numbers) => {
        const blocks = [...new Set(numbers.map(blockOf))].sort((a, b) => b - a)
        const found = blocks.flatMap((block) => {
          const marks = Array.from({ length: BLOCK_OPINIONS }, () => '0')
          for (const no of numbers) if (blockOf(no) === block) marks[markOf(no)] = '1'
          return [...numbersIn(block, marks.join(''))]
        })
        expect(found).toEqual([...numbers].sort((a, b) => b - a))
      }),
      { seed: 20261123 },
    )
  })

  it('are looked into once each, the newest first, in ever larger spans', () => {
    for (const newest of [0, 1, 15, 16, 97, 271, 272, 5000]) {
      const spans = [...blockSpans(newest)]
      expect(spans[0]!.until).toBe(newest)
      expect(spans.at(-1)!.from).toBe(0)
      for (const [at, { from }] of spans.entries())
        if (at + 1 < spans.length) expect(spans[at + 1]!.until).toBe(from - 1)
      expect(spans.length).toBeLessThanOrEqual(1 + Math.ceil(Math.log(newest + 1) / Math.log(16)))
    }
  })
})
