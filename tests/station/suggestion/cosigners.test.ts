import { describe, expect, it } from 'vitest'
import {
  type CongressLevel,
  cosign,
  countNames,
  type NamedPaper,
  uncosign,
} from '../../../station/suggestion/cosigners.js'
import { ALL_SUGGESTION_STATES } from '../../../station/suggestion/states.js'

const paper = (overrides: Partial<NamedPaper> = {}): NamedPaper => ({
  kind: 'motionMaterial',
  state: 'cosigning',
  level: '区',
  leadId: 1,
  coSignerIds: [2, 3],
  ...overrides,
})
const deputy = (personId: number, ...levels: CongressLevel[]) => ({
  personId,
  levels: levels.length > 0 ? levels : (['区'] as const),
})
const code = (result: { ok: boolean; error?: { code: string } }): string =>
  result.ok ? 'ok' : (result.error?.code ?? '')

describe('names under a paper', () => {
  it.each([
    ['motionMaterial', '乡镇', 5],
    ['motionMaterial', '区', 10],
    ['motionMaterial', '市', 10],
    ['motionMaterial', '省', 10],
    ['motionMaterial', '全国', 30],
    ['suggestion', '区', 1],
    ['suggestion', '全国', 1],
  ] as const)('%s at %s level needs %i (组织法 22)', (kind, level, needed) => {
    expect(countNames(paper({ kind, level })).needed).toBe(needed)
  })

  it('counts the lead, and says how many are missing', () => {
    const fourth = cosign(paper(), deputy(4))
    expect(fourth.ok && fourth.value.count).toEqual({ names: 4, needed: 10, missing: 6 })
  })

  it('is complete with the tenth name, not the ninth', () => {
    const nine = paper({ coSignerIds: [2, 3, 4, 5, 6, 7, 8, 9] })
    expect(countNames(nine).missing).toBe(1)
    const ten = cosign(nine, deputy(10))
    expect(ten.ok && ten.value.count.missing).toBe(0)
  })

  it('never holds a person twice', () => {
    expect(code(cosign(paper(), deputy(2)))).toBe('alreadySigned')
    expect(code(cosign(paper(), deputy(1)))).toBe('isLead')
    expect(countNames(paper({ coSignerIds: [1, 2, 2, 3] })).names).toBe(3)
  })

  it("may be taken back by their owner, the lead's may not", () => {
    const left = uncosign(paper(), 2)
    expect(left.ok && left.value.coSignerIds).toEqual([3])
    expect(code(uncosign(paper(), 1))).toBe('isLead')
    expect(code(uncosign(paper(), 9))).toBe('notSigned')
  })

  it('come and go only while names are collected', () => {
    for (const state of ALL_SUGGESTION_STATES) {
      const open = state === 'cosigning' ? 'ok' : 'notOpen'
      expect([state, code(cosign(paper({ state }), deputy(4))), code(uncosign(paper({ state }), 2))]).toEqual([
        state,
        open,
        open,
      ])
    }
  })

  it('under a motion are of one congress; under a suggestion the office is left to ask', () => {
    expect(code(cosign(paper(), deputy(4, '市')))).toBe('otherCongress')
    expect(code(cosign(paper(), deputy(4, '市', '区')))).toBe('ok')
    const suggestion = cosign(paper({ kind: 'suggestion' }), deputy(4, '市'))
    expect(suggestion.ok && suggestion.value.otherCongress).toBe(true)
    const own = cosign(paper({ kind: 'suggestion' }), deputy(4, '区'))
    expect(own.ok && own.value.otherCongress).toBe(false)
  })
})
