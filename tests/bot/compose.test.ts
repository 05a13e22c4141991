import { describe, expect, it } from 'vitest'
import { compose, MESSAGE_CHARS, parts } from '../../bot/compose.js'
import type { OutboxMessage } from '../../prisma/generated/client.js'

const row = (id: number, text: string, more: Partial<OutboxMessage> = {}): OutboxMessage =>
  ({ id, text, merge: null, file: null, mentionIds: [], ...more }) as OutboxMessage

const signedUp = (id: number, name: string, places: string): OutboxMessage =>
  row(id, `${name} 已报名 H12（${places}）。`, {
    merge: { key: 'signed-up:12', subject: name, tail: ` 已报名 H12（${places}）。` },
  })

describe('what waits together for one room', () => {
  it('given three confirmations of one activity, then one line names all three with the newest count', () => {
    const waiting = [signedUp(1, '张敏', '5/8'), signedUp(2, '陈静', '6/8'), signedUp(3, '周宁', '7/8')]
    expect(compose(waiting).text).toBe('张敏、陈静、周宁 已报名 H12（7/8）。')
  })

  it('given a repeated subject, then it is named once', () => {
    expect(compose([signedUp(1, '张敏', '5/8'), signedUp(2, '张敏', '5/8')]).text).toBe('张敏 已报名 H12（5/8）。')
  })

  it('given different matters, then each keeps its line, in order', () => {
    const { text, rows } = compose([row(1, '已记 Y1'), signedUp(2, '张敏', '1/8'), row(3, '已记 Y2')])
    expect(text).toBe('已记 Y1\n张敏 已报名 H12（1/8）。\n已记 Y2')
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('takes no more rows than fit, and at least one', () => {
    const long = '长'.repeat(MESSAGE_CHARS - 5)
    expect(compose([row(1, long), row(2, '已记 Y2')]).rows.map(({ id }) => id)).toEqual([1])
    expect(compose([row(1, '长'.repeat(2000))]).rows).toHaveLength(1)
  })

  it('never puts a file and words into one message', () => {
    const file = { name: 'a.xlsx', mimeType: 'x', path: 'a' }
    expect(compose([row(1, '', { file }), row(2, '好')]).rows.map(({ id }) => id)).toEqual([1])
    expect(compose([row(1, '好'), row(2, '', { file })]).rows.map(({ id }) => id)).toEqual([1])
  })
})

describe('a long text', () => {
  it('goes out in numbered parts that lose nothing and cut at line ends', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `第${index + 1}行：社区医院缺儿科，夜里没处看。`)
    const pieces = parts(lines.join('\n'))
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.every((piece) => piece.length <= MESSAGE_CHARS)).toBe(true)
    expect(pieces[0]).toMatch(new RegExp(`（1/${pieces.length}）$`))
    expect(pieces.map((piece) => piece.replace(/（\d+\/\d+）$/, '')).join('\n')).toBe(lines.join('\n'))
  })

  it('is never cut inside a character', () => {
    for (const piece of parts('😀'.repeat(900))) expect(piece).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})
