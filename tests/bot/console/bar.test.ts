import { expect, test } from 'vitest'
import { Bar } from '../../../bot/console/bar.js'

const WORK = { label: '正在备份', unit: '条', longFrom: 2000 }

/** A screen that keeps what is written to it. */
function screen(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

test('at a terminal one line is drawn over and over, and left when the work ends', () => {
  const terminal = screen(true)
  let nowMs = 0
  const bar = new Bar(terminal, WORK, () => nowMs)
  for (const done of [1, 2, 500, 1000]) {
    bar.at(done, 1000)
    nowMs += 100
  }
  bar.end()
  expect(terminal.written).toEqual([
    '\r\u001b[K正在备份 [------------------------] 0% 1/1000条',
    '\r\u001b[K正在备份 [------------------------] 0% 2/1000条',
    '\r\u001b[K正在备份 [############------------] 50% 500/1000条',
    '\r\u001b[K正在备份 [########################] 100% 1000/1000条',
    '\n',
  ])
})

test('it is not drawn more often than an eye follows, but its end always is', () => {
  const terminal = screen(true)
  const bar = new Bar(terminal, WORK, () => 0)
  for (let done = 1; done <= 1000; done++) bar.at(done, 1000)
  expect(terminal.written.length).toBe(2)
  expect(terminal.written.at(-1)).toContain('100% 1000/1000条')
})

test('where nobody watches it is four lines, and none for what takes a moment', () => {
  const pipe = screen(false)
  const bar = new Bar(pipe, WORK)
  for (let done = 100; done <= 4000; done += 100) bar.at(done, 4000)
  bar.end()
  expect(pipe.written).toEqual([
    '正在备份……25% 1000/4000条\n',
    '正在备份……50% 2000/4000条\n',
    '正在备份……75% 3000/4000条\n',
    '正在备份……100% 4000/4000条\n',
  ])
  const quick = screen(false)
  new Bar(quick, WORK).at(1, 1)
  expect(quick.written).toEqual([])
})
