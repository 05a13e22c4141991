import { expect, it } from 'vitest'
import { readAnswers } from '../../../station/digest/read-answers.js'

const said = (text: string, open: number[]) => {
  const answers = readAnswers(text, open)
  return answers && [...answers].map(([no, yes]) => `${no}${yes ? '+' : '-'}`).join(' ')
}

it.each([
  ['1是 2是', [1, 2], '1+ 2+'],
  ['1是2否', [1, 2], '1+ 2-'],
  ['2 不去，1 参加', [1, 2], '2- 1+'],
  ['1、是；2、不便。', [1, 2], '1+ 2-'],
  ['1是', [1, 2], '1+'],
  ['都是', [1, 2, 3], '1+ 2+ 3+'],
  ['都不去', [1, 2], '1- 2-'],
  ['是', [2], '2+'],
  ['不', [2], '2-'],
])('%s with %j open is %s', (text, open, answers) => {
  expect(said(text, open)).toBe(answers)
})

it.each([
  ['是', [1, 2]],
  ['3是', [1, 2]],
  ['1是 1否', [1, 2]],
  ['1是，我带两个人', [1, 2]],
  ['1', [1, 2]],
  ['收到', [1]],
  ['', [1]],
  ['1是', []],
])('“%s” with %j open is no answer', (text, open) => {
  expect(readAnswers(text, open)).toBeUndefined()
})
