import { describe, expect, it } from 'vitest'
import { discussionOf } from '../../../station/extract/discussion.js'
import { parseMoment } from '../../../station/time/civil.js'
import { chatScript } from './chat-script.js'

const morning = chatScript(
  '2026-11-23',
  `
  09:01 李强 各位代表早上好
  09:02 李强 来凤街社区医院儿科的事大家看到了吗，居民反映孩子看病要跑很远
  09:03 张敏 我们医院可以派儿科医生每周下沉半天，社区医院要提供诊室
  09:05 陈静 儿科门诊缺的主要是医生，不是设备，我在社区医院干过
  09:06 赵磊 收到
  09:08 周宁 建议形成一件代表建议，儿科下沉要有编制和补贴支持
  09:10 张敏 我来起草建议初稿，下周三前发给大家看
  09:12 李强 好，请周宁联系卫健委了解补贴政策
  09:15 陈静 义诊那天谁负责带血压计？
  09:16 王芳 血压计我们科有，我带两台
  09:20 赵磊 社区医院的诊室什么时候能腾出来？
  09:50 孙莉 「赵磊：社区医院的诊室什么时候能腾出来？」
  - - - - - - - - - - - - - - -
  我问过站长了，月底前能腾出来
  10:01 王芳 停车也是个问题，来凤街早上根本停不下车
  10:02 陈静 停车难居民意见很大，夜间停车更难
  10:05 赵磊 停车收费的标准能不能降一点？
  10:20 李强 今天先到这里，请各位代表周五下班前把接待日的时间报给孙莉
  10:21 张敏 谢谢李主任
  10:22 何平 #接龙
  义诊进社区

  1. 张敏
  2. 陈静
  `,
)

describe('given a morning of talk in the group', () => {
  const discussion = discussionOf(morning, ['何平'])

  it('then its topics are named in its own words, the most discussed first', () => {
    expect(discussion.topics.map(({ label }) => label.join('、'))).toEqual([
      expect.stringContaining('社区医院'),
      expect.stringContaining('停车'),
      expect.stringContaining('血压计'),
    ])
    expect(discussion.topics[0]!.speakers).toEqual(expect.arrayContaining(['张敏', '陈静']))
    const quoted = discussion.topics[0]!.said.map(({ speaker, text }) => `${speaker}：${text}`).join('\n')
    expect(quoted).toContain('陈静：儿科门诊缺的主要是医生')
  })

  it('then the one question that nobody answered stays open, with who and when', () => {
    expect(discussion.questions).toEqual([
      { id: '15', speaker: '赵磊', at: parseMoment('2026-11-23 10:05'), text: '停车收费的标准能不能降一点？' },
    ])
  })

  it('then each to-do names who and when, as said', () => {
    expect(discussion.toDos.map(({ who, when, speaker }) => ({ who, when, speaker }))).toEqual([
      { who: '张敏', when: '下周三前', speaker: '张敏' },
      { who: '周宁', when: null, speaker: '李强' },
      { who: '王芳', when: null, speaker: '王芳' },
      { who: null, when: '周五下班前', speaker: '李强' },
    ])
  })

  it('then greetings, thanks and the chain sign-up are counted but not summarised', () => {
    expect(discussion.messages).toBe(18)
    expect(discussion.substantial).toBe(14)
    expect(JSON.stringify(discussion)).not.toContain('接龙')
  })

  it('then nothing shown was not said', () => {
    const talk = morning.map(({ text }) => text).join('\n')
    for (const { label } of discussion.topics) for (const word of label) expect(talk).toContain(word)
    const shown = [...discussion.questions, ...discussion.toDos]
    for (const { id, text } of shown) expect(morning.find((line) => line.id === id)!.text).toContain(text)
    for (const { when } of discussion.toDos) if (when !== null) expect(talk).toContain(when)
  })
})

describe('answers', () => {
  const openIn = (script: string) => discussionOf(chatScript('2026-11-23', script)).questions.map(({ text }) => text)

  it('a short yes right after counts', () => {
    expect(openIn('09:00 张敏 周六的义诊能不能改到下午？\n09:01 李强 可以')).toEqual([])
  })

  it('a short yes much later does not', () => {
    expect(openIn('09:00 张敏 周六的义诊能不能改到下午？\n13:01 李强 可以')).toHaveLength(1)
  })

  it("one's own next message does not", () => {
    expect(openIn('09:00 张敏 周六的义诊谁来主持？\n09:01 张敏 义诊在来凤街')).toHaveLength(1)
  })

  it('a question in return does not', () => {
    expect(openIn('09:00 张敏 义诊几点开始？\n09:01 李强 义诊在哪里？')).toHaveLength(2)
  })

  it('another subject does not', () => {
    expect(openIn('09:00 张敏 义诊几点开始？\n09:01 李强 停车收费的牌子装好了')).toHaveLength(1)
  })

  it('a quoting reply counts however late', () => {
    const script = `
      09:00 张敏 义诊几点开始？
      18:30 李强 「张敏：义诊几点开始？」
      - - - - - - - - -
      九点`
    expect(openIn(script)).toEqual([])
  })
})

describe('tasks', () => {
  const tasksIn = (script: string) =>
    discussionOf(chatScript('2026-11-23', script), ['何平']).toDos.map(({ who, when }) => ({ who, when }))

  it.each([
    ['我明天上午9点联系街道', { who: '张敏', when: '明天上午9点' }],
    ['这份材料由何平负责汇总，11月28日前报送', { who: '何平', when: '11月28日前' }],
    ['@何平 麻烦把场地订一下', { who: '何平', when: null }],
    ['请大家月底前把履职材料交给联络员', { who: null, when: '月底前' }],
  ])('%s', (text, task) => {
    expect(tasksIn(`09:00 张敏 ${text}`)).toEqual([task])
  })

  it.each(['我已经联系过街道', '我周六去不了', '谁去联系街道？', '如果下雨我来通知大家', '社区医院缺儿科医生'])(
    '%s: none',
    (text) => {
      expect(tasksIn(`09:00 张敏 ${text}`)).toEqual([])
    },
  )
})

describe('an empty group', () => {
  it('has nothing to tell', () => {
    expect(discussionOf([])).toEqual({
      messages: 0,
      substantial: 0,
      speakers: [],
      from: null,
      until: null,
      topics: [],
      questions: [],
      toDos: [],
    })
  })
})

describe('5,000 messages', () => {
  const subjects = ['社区医院儿科看病难', '停车收费标准太高', '养老机构床位不足', '老旧小区加装电梯', '课后服务收费']
  const start = parseMoment('2026-11-01 09:00')
  const busy = Array.from({ length: 5000 }, (_, i) => ({
    id: String(i),
    speaker: `代表${i % 40}`,
    at: start.add({ minutes: i }),
    text: `${subjects[(i * 7) % 5]}，居民${i % 97}次反映希望尽快解决，我来联系相关部门${i % 13 === 0 ? '，什么时候能答复？' : '明天答复'}`,
  }))

  it('are read in less than a second of processor time', () => {
    const spentMs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage()
      const { topics } = discussionOf(busy)
      const { user, system } = process.cpuUsage(before)
      expect(topics.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(3500)
      return (user + system) / 1000
    })
    expect(Math.min(...spentMs)).toBeLessThan(1000)
  })
})
