import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { fold, foldWithMap, MAX_MESSAGE_CHARS } from '../../../station/text/fold.js'
import { stripMentions } from '../../../station/text/mention.js'
import { stripPoliteness } from '../../../station/text/politeness.js'
import { parseQuote } from '../../../station/text/quote.js'
import { scanReferences } from '../../../station/text/reference.js'
import { loadSound } from '../../../station/text/sound.js'
import { type HeadIndex, headIndex, nearestHeads } from '../../../station/text/typo.js'

const NAUGHTY: readonly string[] = JSON.parse(
  readFileSync(new URL('../../data/robustness/blns.json', import.meta.url), 'utf8'),
)
let index: HeadIndex

beforeAll(async () => {
  index = headIndex(['报名', '退出', '请假', '签到', '换班', '意见', '帮助', '我的活动'], await loadSound())
})

const through = (raw: string): void => {
  const said = parseQuote(raw)?.text ?? raw
  const { text } = foldWithMap(stripMentions(said, ['助手'], ['报名']).text)
  expect(text.length).toBeLessThanOrEqual(MAX_MESSAGE_CHARS * 2)
  expect(text.startsWith(stripPoliteness(text))).toBe(true)
  for (const { no, span } of scanReferences(text)) {
    expect(no).toBeGreaterThan(0)
    expect(span[1]).toBeGreaterThan(span[0])
  }
}

describe('strings that break programs', () => {
  test('as messages: read without harm', () => {
    for (const raw of NAUGHTY) through(raw)
    through(NAUGHTY.join('\n'))
  })

  test('as names of the assistant: only it is taken out', () => {
    for (const name of NAUGHTY.filter((one) => one.trim() !== '')) {
      expect(stripMentions(`@${name}\u2005报名 H12`, [name])).toEqual({ text: '报名 H12', mentioned: true })
    }
  })

  test('as first words: none is taken for a mistyped command', () => {
    for (const raw of NAUGHTY) expect(nearestHeads(fold(raw), index), raw).toEqual([])
  })

  test('as quoted messages: what is said now is kept apart', () => {
    for (const raw of NAUGHTY) {
      expect(parseQuote(`「王芳：${raw}」\n- - - - - -\n记意见`)?.text, raw).toBe('记意见')
    }
  })
})

/** Anything worse than linear would take minutes on these. */
test.each([
  '1',
  'H',
  'H1',
  'H 1、',
  'h 12',
  '12号',
  '活动 第',
  '一',
  '@',
  '@助手',
  '「',
  '」\n- - - -\n',
  '- ',
  '谢谢',
  '哈',
  '[',
  ']',
  '[强]',
  '①1',
  '1\ufe0f\u20e3',
  '報',
  'Ａ',
  ' ',
  '\n',
  'https://',
  'www.',
  '\ud83d',
  '🏻',
])('a very long message of %j', { timeout: 10_000 }, (unit) => {
  through(unit.repeat(200_000 / unit.length))
  through(`「王芳：${unit.repeat(200_000 / unit.length)}」\n- - - - - -\n${unit.repeat(1000)}`)
})
