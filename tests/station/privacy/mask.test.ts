import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TOKENS } from '../../../station/privacy/kinds.js'
import { mask } from '../../../station/privacy/mask.js'

const rows = <T>(file: string): T[] =>
  readFileSync(new URL(`../../data/pii/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

type Foreign = {
  id: string
  text: string
  must_be_masked: string[]
  must_survive: string[]
  expected_count: number | null
}
type Own = { text: string; mask: string[]; keep: string[]; keepNames?: string[]; knownNames?: string[] }

const foreign = rows<Foreign>('cn-pii-dev.jsonl')
const own = rows<Own>('residents.jsonl')
const pieces = [...own.map((row) => row.text), ...foreign.map((row) => row.text.slice(0, 60))]

describe('personal data in a message', () => {
  it.each(foreign)('$id: nothing that must be masked survives', (row) => {
    const masked = mask(row.text).text
    expect(row.must_be_masked.filter((secret) => masked.includes(secret))).toEqual([])
  })

  it('masks nothing that must survive in the borrowed set', () => {
    const over = foreign.filter((row) => row.must_survive.some((part) => !mask(row.text).text.includes(part)))
    expect(over.map((row) => row.id)).toEqual([])
  })

  it.each(own)('$text', (row) => {
    const masked = mask(row.text, row).text
    expect(row.mask.filter((secret) => masked.includes(secret))).toEqual([])
    expect(row.keep.filter((part) => !masked.includes(part))).toEqual([])
  })

  it('leaves ordinary opinions alone', () => {
    const texts = ['classes', 'pairs'].flatMap((file) =>
      readFileSync(new URL(`../../data/opinions/${file}.jsonl`, import.meta.url), 'utf8').match(
        /(?<="(?:text|a|b)": ")[^"]+/g,
      ),
    )
    const over = [...new Set(texts)].filter((text) => text !== null && mask(text).found.length > 0)
    console.info(`over-masking: ${over.length} of ${new Set(texts).size} opinions without personal data`)
    expect(over).toEqual([])
  })

  it('survives folding: full-width, traditional and plain forms hide alike', () => {
    for (const row of own) {
      const folded = mask(row.text.normalize('NFKC'), row).text
      expect(row.mask.map((secret) => secret.normalize('NFKC')).filter((secret) => folded.includes(secret))).toEqual([])
    }
  })

  it('says what was found and where, in offsets of the text as it came', () => {
    const text = '王阿姨\u200b１３９１２３４５６７８，来凤小区3-502'
    const { found } = mask(text)
    expect(found.map(({ kind, span }) => [kind, text.slice(...span)])).toEqual([
      ['name', '王'],
      ['phone', '１３９１２３４５６７８'],
      ['door-number', '3-502'],
    ])
  })

  it('keeps the place a matter belongs to', () => {
    expect(mask('双塘街道来凤街社区来凤小区3栋2单元502室漏水').text).toBe(
      `双塘街道来凤街社区来凤小区${TOKENS['door-number']}漏水`,
    )
  })

  it('keeps the names of deputies and hides known residents', () => {
    const options = { keepNames: ['张敏'], knownNames: ['淑芬'] }
    expect(mask('居民张敏和淑芬都来了，张敏女士请坐', options).text).toBe('居民张敏和某某都来了，张敏女士请坐')
  })
})

const sentence = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '，',
        '。',
        ' ',
        '\n',
        '：',
        '的',
        '和',
        '王',
        '居民',
        '号',
        '路',
        '3',
        '13',
        '138',
        '出生',
        '〔',
        '某',
        '@',
        '-',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  ),
  { maxLength: 8 },
)

describe('masking as a function', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(sentence, (parts) => {
        const once = mask(parts.join('')).text
        expect(mask(once).text).toBe(once)
        expect(mask(once).found).toEqual([])
      }),
      { numRuns: 3000, seed: 20261123 },
    )
  })

  it('hides an identity number, a mobile number and an address however they are surrounded', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String)
    const mobile = fc.tuple(
      fc.constantFrom('13', '15', '17', '18', '19'),
      fc.array(digit, { minLength: 9, maxLength: 9 }),
    )
    const around = fc.constantFrom('', '，', '是', '找', 'tel', '：', ' ', '\n', '王阿姨', '（')
    fc.assert(
      fc.property(mobile, around, around, ([head, tail], before, after) => {
        const number = head + tail.join('')
        for (const written of [
          number,
          `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
          `+86${number}`,
        ])
          expect(mask(before + written + after).text).not.toContain(written.slice(-4))
      }),
      { numRuns: 1000, seed: 7 },
    )
  })

  it('never grows a text beyond twice its length and reports disjoint ranges in order', () => {
    fc.assert(
      fc.property(sentence, (parts) => {
        const text = parts.join('')
        const { text: masked, found } = mask(text)
        expect(masked.length).toBeLessThanOrEqual(2 * text.length)
        let reached = 0
        for (const { span } of found) {
          expect(span[0]).toBeGreaterThanOrEqual(reached)
          expect(span[1]).toBeGreaterThan(span[0])
          reached = span[1]
        }
        expect(reached).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000, seed: 11 },
    )
  })
})
