import { describe, expect, it } from 'vitest'
import { readLine, saysSomething } from '../../../station/extract/chat-line.js'
import { parseMoment } from '../../../station/time/civil.js'

const says = (text: string) =>
  saysSomething(readLine({ id: 'm1', speaker: '张敏', at: parseMoment('2026-11-23 09:00'), text }))

describe('a line of the group', () => {
  it.each([
    '收到收到',
    '谢谢李主任收到',
    '各位代表早上好[强][强]',
    '辛苦了感谢大家！',
    '[强][强][强][强][强][强][强][强][强]',
    '👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍',
    '哈哈哈哈哈哈',
  ])('“%s” says nothing', (text) => expect(says(text)).toBe(false))

  it.each(['来凤街的路灯又坏了', '谢谢大家，周六八点在门口集合', '好的材料周五前交'])('“%s” says something', (text) =>
    expect(says(text)).toBe(true),
  )

  it('thanks without an end, or nearly, are seen through at once', () => {
    for (const unit of ['谢谢', '早感早', '嗯', '收到谢谢', '[强]', '好'])
      for (const count of [40, 9000]) expect(says(`${unit.repeat(count)}呢`)).toBe(true)
  })
})
