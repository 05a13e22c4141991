import { expect, it } from 'vitest'
import { asksForOpinion } from '../../../station/guards/opinion-asked.js'
import { bearsSecretMark } from '../../../station/guards/secret-mark.js'
import { isUnrecorded, pausedTopicIn } from '../../../station/guards/unrecorded.js'

it.each(['助手你怎么看这个政策', '小助手，你支持医保改革吗', '@助手 你觉得这样合理吗', '助手对这件事有什么看法'])(
  '“%s” asks the bot for its mind',
  (line) => {
    expect(asksForOpinion(line, false)).toBe(true)
  },
)

it.each(['大家怎么看这个政策', '你觉得合理吗', '助手怎么用', '助手怎么看不到名单', '助手你能做什么'])(
  '“%s” in a group is not for the bot to judge',
  (line) => {
    expect(asksForOpinion(line, false)).toBe(false)
  },
)

it('said to the bot, by name or privately, the name need not be repeated', () => {
  expect(asksForOpinion('你怎么评价这次改革', true)).toBe(true)
  expect(asksForOpinion('对这次改革怎么看', true)).toBe(true)
  expect(asksForOpinion('我的意见怎么看', true)).toBe(false)
  expect(asksForOpinion('最近有什么意见', true)).toBe(false)
  expect(asksForOpinion('报名 H12', true)).toBe(false)
})

it.each(['机密★5年 关于某工作的通知', '绝密★长期', '密级：秘密', '【机密】通知全文'])('“%s” bears a mark', (line) => {
  expect(bearsSecretMark(line)).toBe(true)
})

it.each(['大家注意保密', '这是个秘密', '机密文件要走机要渠道', '密级怎么定', '商业秘密保护讲座'])(
  '“%s” only talks of secrecy',
  (line) => {
    expect(bearsSecretMark(line)).toBe(false)
  },
)

it.each(['社区医院缺儿科（不记录）', '意见 缺儿科 不记录', '不记录：我说个情况', '意见 缺儿科，请勿记录。'])(
  '“%s” is not to be recorded',
  (line) => {
    expect(isUnrecorded(line)).toBe(true)
  },
)

it.each(['这个就不记录了吧', '意见 医院不记录病史', '会议不记录发言人怎么办'])('“%s” is no such mark', (line) => {
  expect(isUnrecorded(line)).toBe(false)
})

it('a paused topic is found wherever it stands', () => {
  expect(pausedTopicIn('意见 药品集采以后有的药买不到', ['学区', '药品集采'])).toBe('药品集采')
  expect(pausedTopicIn('意见 社区医院缺儿科', ['药品集采'])).toBeNull()
})
