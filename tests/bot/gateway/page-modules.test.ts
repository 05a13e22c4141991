import { describe, expect, it } from 'vitest'

interface Chain {
  header: string
  rows: string[]
  tail: string
}
interface Move {
  label: string
  to(nowMs: number): number
}

/** The page's modules are plain JavaScript for the browser: loaded by address, as the browser does. */
const load = (name: string) => import(new URL(`../../../bot/gateway/page/${name}`, import.meta.url).href)
const chain: { readChain(text: string): Chain; writeChain(chain: Chain): string; isChain(text: string): boolean } =
  await load('chain.js')
const time: {
  MOVES: Move[]
  momentSeenFrom(ms: number, nowMs: number): string
  longDate(ms: number): string
  toInput(ms: number): string
  fromInput(value: string): number
} = await load('shanghai-time.js')

const at = (text: string): number => Date.parse(`${text}+08:00`)

describe('接龙 on the page', () => {
  it('reads and writes the shape clients use', () => {
    const text =
      '#接龙\n5月18日义诊进社区，来凤街，限8人\n例 姓名+科室\n\n1. 张敏 儿科\n2. 陈静 内科\n\n截止5月16日18:00'
    const read = chain.readChain(text)
    expect(read).toEqual({
      header: '5月18日义诊进社区，来凤街，限8人\n例 姓名+科室',
      rows: ['张敏 儿科', '陈静 内科'],
      tail: '截止5月16日18:00',
    })
    expect(chain.writeChain(read)).toBe(text)
  })

  it('keeps a row that goes over several lines together', () => {
    expect(chain.readChain('#接龙\n标题\n\n1. 张敏\n儿科\n2. 陈静').rows).toEqual(['张敏\n儿科', '陈静'])
  })

  it('knows one by its tag only', () => {
    expect(chain.isChain('#Group Note\n\n1. We.AB')).toBe(true)
    expect(chain.isChain('1. 张敏\n2. 陈静')).toBe(false)
  })
})

describe('time on the page', () => {
  const monday = at('2026-11-23T09:00')

  it.each([
    ['+1 小时', '2026-11-23T10:00'],
    ['+1 天', '2026-11-24T09:00'],
    ['明天 7:30', '2026-11-24T07:30'],
    ['下周一 8:30', '2026-11-30T08:30'],
  ])('%s from Monday 9:00 is %s', (label, expected) => {
    expect(time.MOVES.find((move) => move.label === label)?.to(monday)).toBe(at(expected))
  })

  it('finds next Monday from a Sunday night and over a year’s end', () => {
    const nextMonday = time.MOVES.find((move) => move.label === '下周一 8:30')!
    expect(nextMonday.to(at('2026-12-27T23:59'))).toBe(at('2026-12-28T08:30'))
    expect(nextMonday.to(at('2026-12-31T12:00'))).toBe(at('2027-01-04T08:30'))
  })

  it.each([
    ['2026-11-23T08:05', '08:05'],
    ['2026-11-22T23:59', '昨天 23:59'],
    ['2026-11-18T07:30', '星期三 07:30'],
    ['2026-11-10T07:30', '11月10日 07:30'],
    ['2025-12-31T07:30', '2025年12月31日 07:30'],
  ])('writes %s as %s on Monday', (moment, words) => {
    expect(time.momentSeenFrom(at(moment), monday)).toBe(words)
  })

  it('fills and reads the field for a date in Chinese civil time', () => {
    expect(time.toInput(monday)).toBe('2026-11-23T09:00')
    expect(time.fromInput('2026-11-23T09:00')).toBe(monday)
    expect(time.longDate(monday)).toBe('2026年11月23日 星期一')
  })
})
