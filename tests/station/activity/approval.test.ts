import { describe, expect, test } from 'vitest'
import { decideName } from '../../../station/activity/approval.js'
import { capacityBook, Talk, 张敏, 陈静 } from './stage.js'

describe('names cleared by an outside organ (核名)', () => {
  test('approved is confirmed; refused frees the place for the next, who is to be cleared in turn', () => {
    const talk = new Talk(capacityBook(1, { needsApproval: true }))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(decideName(talk.book, 张敏.id, 'approved', talk.now)).toMatchObject({
      value: { code: 'approved', row: { status: 'confirmed' } },
    })
    const refused = decideName(talk.book, 张敏.id, 'refused', talk.now)
    expect(refused).toMatchObject({ value: { code: 'refused' } })
    expect(refused.ok && refused.value.promoted).toMatchObject([{ to: 'pendingApproval', row: { person: 陈静 } }])
    expect(decideName(talk.book, 陈静.id, 'approved', talk.now)).toMatchObject({ error: { code: 'notPending' } })
  })

  test('told twice is told once', () => {
    const talk = new Talk(capacityBook(1, { needsApproval: true }))
    talk.signUp(张敏)
    const once = decideName(talk.book, 张敏.id, 'approved', talk.now)
    if (!once.ok) throw new Error('refused')
    expect(decideName(once.value.book, 张敏.id, 'approved', talk.now)).toMatchObject({ value: { code: 'already' } })
  })
})
