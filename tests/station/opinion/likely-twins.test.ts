import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelyTwins, type Marks } from '../../../station/opinion/likely-twins.js'
import { placeIn } from '../../../station/opinion/place.js'
import {
  BLOCK_OPINIONS,
  blockOf,
  markOf,
  probeKeys,
  searchKeys,
  twinKeys,
  twinProbe,
} from '../../../station/opinion/search-keys.js'
import { type Signature, signatureOf, twinLikeness } from '../../../station/opinion/twins.js'
import { pairTexts as texts } from './pair-texts.js'

const DIRECTORY = [
  { name: '双塘街道' },
  { name: '来凤街社区', street: '双塘街道' },
  { name: '瞻园路社区', street: '夫子庙街道' },
]
const signed = (text: string): Signature => signatureOf(text, placeIn(text, DIRECTORY) ?? null)

/** The index of these opinions, numbered from 1, as the store would hold it. */
const indexOf = (opinions: readonly string[]): Marks[] => {
  const marks = new Map<string, string[]>()
  for (const [at, text] of opinions.entries()) {
    const no = at + 1
    for (const key of new Set([
      ...searchKeys([text, placeIn(text, DIRECTORY)?.name ?? null]),
      ...twinKeys(signed(text)),
    ])) {
      const name = `${blockOf(no)} ${key}`
      const bits = marks.get(name) ?? Array.from({ length: BLOCK_OPINIONS }, () => '0')
      bits[markOf(no)] = '1'
      marks.set(name, bits)
    }
  }
  return [...marks].map(([name, bits]) => {
    const [block, ...key] = name.split(' ')
    return { key: key.join(' '), block: Number(block), marks: bits.join('') }
  })
}

const likely = (fresh: Signature, index: readonly Marks[]) => {
  const keys = probeKeys(twinProbe(fresh))
  return likelyTwins(
    twinProbe(fresh),
    index.filter(({ key }) => keys.includes(key)),
  )
}

describe('opinions that may be twins', () => {
  it('are all that are, each with no less than its likeness, the likeliest first', () => {
    const index = indexOf(texts)
    const signatures = texts.map(signed)
    let twins = 0
    for (const fresh of signatures) {
      const found = likely(fresh, index)
      const atMost = new Map(found.map((one) => [one.no, one.atMost]))
      expect(found).toEqual([...found].sort((a, b) => b.atMost - a.atMost || b.no - a.no))
      for (const [at, old] of signatures.entries()) {
        const real = twinLikeness(fresh, old)
        if (real === null) continue
        twins += 1
        if (!((atMost.get(at + 1) ?? -1) >= real)) expect([fresh.letters, old.letters]).toEqual('found')
      }
    }
    expect(twins).toBeGreaterThan(texts.length)
  })

  it('are few beside those that share a word: what is read to be sure of it does not grow with the store', () => {
    const index = indexOf(texts)
    const read = texts.map((text) => likely(signed(text), index).length)
    const mean = read.reduce((sum, some) => sum + some, 0) / read.length
    expect(mean).toBeLessThan(texts.length / 20)
  })

  it('have the same text though it has neither pair nor matter', () => {
    expect(likely(signed('热'), indexOf(['热！', '冷'])).map(({ no }) => no)).toEqual([1])
  })

  it('are of no other place', () => {
    const index = indexOf(['瞻园路社区路灯坏了', '来凤街社区路灯坏了', '路灯坏了，晚上不敢走'])
    expect(likely(signed('来凤街社区路灯坏了'), index).map(({ no }) => no)).not.toContain(1)
    expect(likely(signed('来凤街社区路灯坏了'), index)[0]).toEqual({ no: 2, atMost: 1 })
  })

  it('are found across blocks', () => {
    const opinions = Array.from({ length: 2 * BLOCK_OPINIONS }, (_, at) =>
      at % 1000 === 5 ? '来凤街社区路灯坏了' : '好',
    )
    expect(likely(signed('来凤街社区：路灯坏了！'), indexOf(opinions)).map(({ no }) => no)).toEqual([2006, 1006, 6])
  })

  it('do not depend on the order in which the index is read', () => {
    const index = indexOf(texts.slice(0, 60))
    fc.assert(
      fc.property(fc.shuffledSubarray(index, { minLength: index.length }), fc.nat(59), (shuffled, at) => {
        expect(likely(signed(texts[at]!), shuffled)).toEqual(likely(signed(texts[at]!), index))
      }),
      { seed: 20261123, numRuns: 20 },
    )
  })
})
