import { describe, expect, it } from 'vitest'
import { discussionText } from '../../../commands/summary/discussion-copy.js'
import { discussionOf } from '../../../station/extract/discussion.js'
import { chatScript } from '../../station/extract/chat-script.js'

const talk = chatScript(
  '2026-11-23',
  `
  09:02 李强 来凤街社区医院儿科的事大家看到了吗，居民反映孩子看病要跑很远
  09:05 陈静 儿科门诊缺的主要是医生，社区医院不缺设备
  09:10 张敏 我来起草建议初稿，下周三前发给大家看
  09:12 李强 请周宁联系卫健委了解补贴政策
  10:01 王芳 停车也是个问题，来凤街早上根本停不下车
  10:02 陈静 停车难居民意见很大，夜间停车更难
  10:05 赵磊 停车收费的标准能不能降一点？
  `,
)

describe('minutes of a talk in the group', () => {
  it('fit a title and five lines: topics, what is open, who does what by when', () => {
    expect(discussionText(discussionOf(talk, ['周宁'])).split('\n')).toEqual([
      '讨论纪要（11月23日09:02–10:05，7条，5人发言）',
      expect.stringMatching(/^议题 停车（10:01–10:05，3条）：/u),
      expect.stringMatching(/^议题 社区医院、儿科（09:02–09:05，2条）：/u),
      '待答：赵磊“停车收费的标准能不能降一点？”（11月23日10:05）',
      '要办：张敏“我来起草建议初稿，下周三前发给大家看”（下周三前，11月23日09:10说）',
      '要办：周宁“请周宁联系卫健委了解补贴政策”（未说时间，李强提出，11月23日09:12说）',
    ])
  })

  it('say so when nobody spoke', () => {
    expect(discussionText(discussionOf([]))).toBe('这段时间群里没有讨论。')
  })
})
