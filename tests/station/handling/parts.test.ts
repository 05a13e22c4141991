import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerOf,
  handOverRefusal,
  isRequired,
  joinedReply,
  type Part,
  partsOf,
  receiptOf,
  returnOf,
  vacancyOf,
} from '../../../station/handling/parts.js'
import { readAssignment } from '../../../station/handling/read-assignment.js'

const LED = partsOf({ mode: 'lead', lead: ['卫健委'], assisting: ['医保局', '财政局'] })
const SPLIT = partsOf({ mode: 'separate', lead: ['卫健委', '教育局'], assisting: [] })
const with_ = (parts: readonly Part[], unit: string, state: Part['state']): Part[] =>
  parts.map((part) => (part.unit === unit ? { ...part, state } : part))

describe('hand-overs as people say them', () => {
  it.each([
    ['主办 卫健委 会办 医保局、财政局', { mode: 'lead', lead: ['卫健委'], assisting: ['医保局', '财政局'] }],
    ['主办单位：卫健委 协办单位：医保局', { mode: 'lead', lead: ['卫健委'], assisting: ['医保局'] }],
    ['卫健委，会办医保局', { mode: 'lead', lead: ['卫健委'], assisting: ['医保局'] }],
    ['分办 卫健委 教育局', { mode: 'separate', lead: ['卫健委', '教育局'], assisting: [] }],
    ['分办 住房和城乡建设局、教育局', { mode: 'separate', lead: ['住房和城乡建设局', '教育局'], assisting: [] }],
    ['卫健委', null],
    ['卫健委 医保局', null],
  ])('%s', (words, read) => expect(readAssignment(words)).toEqual(read))

  it.each([
    [{ mode: 'separate', lead: ['卫健委'], assisting: [] }, { code: 'severalNeeded' }],
    [
      { mode: 'lead', lead: ['卫健委'], assisting: ['卫健委'] },
      { code: 'unitTwice', unit: '卫健委' },
    ],
    [{ mode: 'lead', lead: [], assisting: ['卫健委'] }, { code: 'unitNeeded' }],
    [{ mode: 'lead', lead: ['卫健委'], assisting: [] }, null],
  ] as const)('%j is refused with %j', (assigned, refusal) => expect(handOverRefusal(assigned)).toEqual(refusal))

  it('a unit that has a matter alone has no part of it', () =>
    expect(partsOf({ mode: 'lead', lead: ['卫健委'], assisting: [] })).toEqual([]))
})

describe('who has answered', () => {
  it('given 主办 and 会办, the answer of 主办 is enough and 会办 are only heard', () => {
    expect(answerOf(LED, '卫健委')).toMatchObject({ ok: true, value: { complete: true } })
    expect(answerOf(LED, '医保局')).toMatchObject({ ok: true, value: { complete: false } })
    expect(answerOf(LED, null)).toMatchObject({ ok: true, value: { part: { unit: '卫健委' } } })
  })

  it('given 分办, the last of them completes it, and without a name nobody knows whose answer it is', () => {
    expect(answerOf(SPLIT, '卫健委')).toMatchObject({ ok: true, value: { complete: false } })
    expect(answerOf(SPLIT, null)).toEqual({ ok: false, error: { code: 'whichUnit', units: ['卫健委', '教育局'] } })
    const one = with_(SPLIT, '卫健委', 'answered')
    expect(answerOf(one, '教育局')).toMatchObject({ ok: true, value: { complete: true } })
    expect(answerOf(one, '卫健委')).toEqual({ ok: false, error: { code: 'answeredAlready', unit: '卫健委' } })
    expect(answerOf(one, '公安局')).toMatchObject({ ok: false, error: { code: 'notAmong' } })
  })

  it('given one of two gave its part back, the other goes on; given the last too, the whole comes back', () => {
    expect(returnOf(SPLIT, '教育局')).toMatchObject({ ok: true, value: { whole: false } })
    expect(returnOf(with_(SPLIT, '卫健委', 'returned'), '教育局')).toMatchObject({ ok: true, value: { whole: true } })
    expect(returnOf(LED, '卫健委')).toMatchObject({ ok: true, value: { whole: true } })
    expect(vacancyOf(with_(SPLIT, '卫健委', 'returned'), null)).toMatchObject({ ok: true, value: { unit: '卫健委' } })
    expect(vacancyOf(SPLIT, '卫健委')).toEqual({ ok: false, error: { code: 'notReturned', unit: '卫健委' } })
  })

  it('given a receipt after the answer, it is refused', () => {
    expect(receiptOf(LED, '医保局')).toMatchObject({ ok: true })
    expect(receiptOf(with_(LED, '医保局', 'answered'), '医保局')).toMatchObject({ ok: false })
  })

  it('is complete exactly once, whatever the order in which the answers come', () => {
    const units = ['甲', '乙', '丙', '丁']
    fc.assert(
      fc.property(
        fc.subarray(units, { minLength: 2 }),
        fc.array(fc.constantFrom(...units), { maxLength: 20 }),
        (lead, order) => {
          let parts: Part[] = partsOf({ mode: 'separate', lead, assisting: units.filter((one) => !lead.includes(one)) })
          let completed = 0
          for (const unit of order) {
            const answer = answerOf(parts, unit)
            if (!answer.ok) continue
            if (answer.value.complete) completed++
            parts = with_(parts, unit, 'answered')
          }
          const all = parts.filter(isRequired).every(({ state }) => state === 'answered')
          expect(completed).toBe(all ? 1 : 0)
        },
      ),
      { seed: 20261126, numRuns: 300 },
    )
  })

  it('joins several answers to the one that owes most, with the last promised day', () => {
    expect(
      joinedReply([
        { replyClass: 'A', promisedOn: null },
        { replyClass: 'B', promisedOn: '2026-12-31' },
        { replyClass: 'C', promisedOn: '2027-03-31' },
      ]),
    ).toEqual({ replyClass: 'C', promisedOn: '2027-03-31' })
    expect(joinedReply([{ replyClass: null, promisedOn: null }])).toEqual({ replyClass: null, promisedOn: null })
  })
})
