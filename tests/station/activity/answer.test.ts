import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../station/activity/answer.js'
import { capacityBook, Talk, 孙莉, 张敏, 陈静 } from './stage.js'

describe('answers', () => {
  test('同意 to a 代报 joins the line with that very word', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(陈静, { by: 孙莉 })
    talk.signUp(张敏)
    expect(answerQuestion(talk.book, 陈静, 'yes', talk.next())).toMatchObject({
      ok: true,
      value: { code: 'accepted', row: { status: 'waiting' } },
    })
  })

  test('an answer where nothing was asked is refused, a repeated one is recognised', () => {
    const talk = new Talk(capacityBook(2))
    talk.signUp(陈静, { by: 孙莉 })
    expect(answerQuestion(talk.book, 张敏, 'yes', talk.next())).toMatchObject({ error: { code: 'nothingAsked' } })
    const word = talk.next()
    const yes = answerQuestion(talk.book, 陈静, 'yes', word)
    if (!yes.ok) throw new Error('refused')
    expect(answerQuestion(yes.value.book, 陈静, 'yes', word)).toMatchObject({ value: { code: 'stale' } })
    expect(answerQuestion(yes.value.book, 陈静, 'yes', talk.next())).toMatchObject({ error: { code: 'nothingAsked' } })
  })
})
