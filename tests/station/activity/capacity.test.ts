import { describe, expect, test } from 'vitest'
import { changeCapacity } from '../../../station/activity/capacity.js'
import { capacityBook, Talk, 周宁, 张敏, 赵磊, 陈静 } from './stage.js'

describe('a change of capacity', () => {
  const full = (): Talk => {
    const talk = new Talk(capacityBook(2))
    for (const who of [张敏, 陈静, 赵磊, 周宁]) talk.signUp(who)
    return talk
  }
  const to = (talk: Talk, capacityPersons: number | null, moveLastToWaiting = false) =>
    changeCapacity(talk.book, { pool: '到场', capacityPersons, at: talk.now, moveLastToWaiting })

  test('growing moves the line up in order', () => {
    const grown = to(full(), 3)
    expect(grown.ok && grown.value.promoted.map((move) => move.row.person)).toEqual([赵磊])
    const unlimited = to(full(), null)
    expect(unlimited.ok && unlimited.value.promoted.map((move) => move.row.person)).toEqual([赵磊, 周宁])
  })

  test('shrinking below what is held is refused with the last names, and nothing changes', () => {
    expect(to(full(), 1)).toMatchObject({
      ok: false,
      error: { code: 'overbooked', heldPersons: 2, capacityPersons: 1, last: [{ person: 陈静 }] },
    })
  })

  test('on the convenor’s word the last ones go back to the head of the line and are named', () => {
    const shrunk = to(full(), 1, true)
    if (!shrunk.ok) throw new Error('refused')
    expect(shrunk.value.movedToWaiting).toMatchObject([{ person: 陈静, status: 'waiting' }])
    expect(shrunk.value.book.rows.map((row) => `${row.person.name} ${row.status}`)).toEqual([
      '张敏 confirmed',
      '陈静 waiting',
      '赵磊 waiting',
      '周宁 waiting',
    ])
  })

  test.each([0, -1, 2.5])('%s places are refused', (capacityPersons) => {
    expect(to(full(), capacityPersons)).toEqual({ ok: false, error: { code: 'capacityInvalid', capacityPersons } })
  })

  test('an unknown kind of place is refused, the same number changes nothing', () => {
    const talk = full()
    expect(changeCapacity(talk.book, { pool: '线上', capacityPersons: 3, at: talk.now })).toMatchObject({
      error: { code: 'poolUnknown', pools: ['到场'] },
    })
    expect(to(talk, 2)).toMatchObject({ value: { code: 'unchanged', promoted: [] } })
  })
})
