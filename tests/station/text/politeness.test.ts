import { expect, test } from 'vitest'
import { fold } from '../../../station/text/fold.js'
import { stripPoliteness } from '../../../station/text/politeness.js'

test.each([
  ['报名 H12 谢谢', '报名 H12'],
  ['报名 H12，谢谢啦！', '报名 H12'],
  ['報名 H12 謝謝', '报名 H12'],
  ['报名吧~', '报名'],
  ['+1哈哈', '+1'],
  ['好的👍🏻', '好的'],
  ['报名H12 🙏🙏 辛苦了', '报名H12'],
  ['报名 H12[强][呲牙]', '报名 H12'],
  ['报名 H12 Thanks!', '报名 H12'],
  ['帮我报名 H12，拜托拜托', '帮我报名 H12'],
  ['报名 H12🇨🇳', '报名 H12'],
  ['谢谢大家！', ''],
  ['报名 H12', '报名 H12'],
])('%s asks for %j', (raw, asked) => {
  expect(stripPoliteness(fold(raw))).toBe(asked)
})

test.each(['报名吗？', '报名呢', '报名了', '收到', '报名 [2026]'])('%s asks or tells something else', (raw) => {
  expect(stripPoliteness(fold(raw))).toBe(fold(raw))
})
