import { describe, expect, it } from 'vitest'
import { readJsonAnswer } from '../../../bot/model/json-answer.js'

describe('JSON as models send it', () => {
  it.each([
    ['bare', '{"a":1}'],
    ['fenced', '```json\n{"a":1}\n```'],
    ['fenced without a language', '```\n{"a":1}\n```'],
    ['fenced on one line', '```{"a":1}```'],
    ['with a byte of chatter on both sides', '好的 {"a":1} 以上'],
    ['behind thoughts that hold braces', '<think>{maybe}</think>{"a":1}'],
  ])('%s', (_, text) => {
    expect(readJsonAnswer(text)).toEqual({ ok: true, value: { a: 1 } })
  })

  it('braces and quotes inside strings do not end it early', () => {
    expect(readJsonAnswer('答：{"a":"}\\"}"} 完')).toEqual({ ok: true, value: { a: '}"}' } })
  })

  it.each(['', '没有', '{"a":', '```json\n```', '}{'])('%j is none', (text) => {
    expect(readJsonAnswer(text).ok).toBe(false)
  })
})
