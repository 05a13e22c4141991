import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.js'
import { leaks, WholeProgram } from './whole-program.js'

/** One of each kind, none of which stands anywhere else. */
const PROBES = [
  '13951234567',
  '320104198707125819',
  '6222021001116245702',
  '苏A5J21K',
  'liu_yi@qq.com',
  '12号3幢502室',
  '025-84556677',
]
const TOLD = `电话${PROBES[0]}，身份证${PROBES[1]}，卡号${PROBES[2]}，车牌${PROBES[3]}，邮箱${PROBES[4]}，住来凤街${PROBES[5]}，座机${PROBES[6]}`
const SHORT = `找王阿姨${PROBES[0]}`
/** Of residents: nobody of the stations is called so. */
const NAMES = ['钱桂香', '俞翠莲', '买买提·吐逊', '郝建福', '柴冬生']
const NAMED = `居民${NAMES[0]}反映难处，独居老人${NAMES[1]}断药，村民${NAMES[2]}说，她父亲${NAMES[3]}病了，有个叫${NAMES[4]}的`
const HIDDEN = [...PROBES, ...NAMES, '王阿姨']

const WORLD: Parameters<WholeProgram['said']> = [
  ['张敏', '意见 社区医院缺儿科'],
  ['张敏', '意见 路灯不亮'],
  ['张敏', '起草建议 Y1'],
  ['李强', '建活动 义诊进社区 11月28日上午9点 来凤街 限8人'],
  ['李强', '建观摩 科普站 11月29日上午9点'],
  ['李强', '建联席会 12月20日14:30 议题 基层医疗能力'],
  ['李强', '接待 12月10日 主题 课后服务'],
  ['孙莉', '征求意见 中医药条例草案 截止 12月20日'],
  ['李强', '议题 基层医保支付 邀请 金融站 赵磊'],
  ['孙莉', '成果 《强化投资者教育》 领衔 沈浩'],
  ['孙莉', '转 Y2 城管局'],
]

/** Every number an example is about, made one that is there. */
const here = (example: string): string => example.replace(/([HYJDTXKL])\d+/g, (_whole, letter: string) => `${letter}1`)

let whole: WholeProgram

beforeAll(async () => {
  whole = await WholeProgram.open(['秦淮医疗', '秦淮金融'])
  await whole.said(...WORLD)
  for (const { examples, where, name } of commands) {
    // What ends a term, a person's standing or the world itself ends the test.
    if (/换届|退出站|撤销|换站|复制站|解绑/.test(name)) continue
    for (const example of new Set(examples.map(here)))
      for (const words of [`${TOLD}，${NAMED}`, SHORT]) {
        const privately = where.includes('group') ? undefined : 'privately'
        await whole.said(['孙莉', `${example} ${words}`, privately], ['张敏', `${example}，${words}`, privately])
      }
  }
  for (const [from, text] of [
    ['李强', '发布制度 值班制度'],
    ['李强', `第一条 有事找王阿姨${PROBES[0]}。\n第二条 请假须提前五天，联系${PROBES[4]}。`],
    ['李强', '导入计划'],
    ['李强', `3月 义诊进社区 联系${PROBES[0]}\n6月 法律讲座 ${PROBES[4]}`],
    ['李强', `小结 H1 11月28日在来凤街义诊，服务86人次，联系${PROBES[0]}。`],
    ['李强', '讨论记录 开'],
    ['李强', `改小结 H1 11月28日在来凤街义诊，${NAMED}，居民代表张敏到场。`],
    ['张敏', `昨天那位王阿姨的电话是${PROBES[0]}，住来凤街${PROBES[5]}`],
    ['张敏', `#接龙\n义诊进社区 联系人${PROBES[0]}\n\n1. 张敏 ${PROBES[0]}\n2. 陈静 讲解 ${PROBES[4]}`],
    ['陈静', `#接龙\n周末慢跑 联系人${PROBES[0]}\n\n1. 张敏 ${PROBES[0]}\n2. 陈静`],
  ] as const)
    await whole.said([from, text])
  await whole.sent('李强', `王阿姨${PROBES[0]}名单.csv`, `姓名\n张敏`, '文件 名单 2026-04 区人大常委会')
  await whole.later(3)
})

afterAll(() => whole?.close())

describe('after every command was told personal numbers in its words', () => {
  it('there was something to find: rows were written and what was told is in them without its numbers', async () => {
    const rows = [...(await whole.dump()).keys()]
    const told = new Set(rows.filter((row) => row.includes('〔电话〕')).map((row) => row.slice(0, row.indexOf(':'))))
    for (const table of ['Activity', 'Consultation', 'ContactRecord', 'JielongList', 'Suggestion', 'Opinion'])
      expect([table, told.has(table)]).toEqual([table, true])
    expect(told.size).toBeGreaterThan(15)
  })

  it('no table holds a number or a resident’s name outside the sealed bytes', async () => {
    expect(leaks(HIDDEN, (await whole.dump()).keys())).toEqual([])
  })

  it('nor the log, a prompt, a group, a drawing, a file or its name', () => {
    expect(leaks(HIDDEN, whole.logged)).toEqual([])
    expect(
      leaks(
        HIDDEN,
        whole.asked.map((body) => JSON.stringify(body)),
      ),
    ).toEqual([])
    expect(leaks(HIDDEN, whole.toGroups())).toEqual([])
    expect(leaks(HIDDEN, whole.drawn)).toEqual([])
    expect(leaks(HIDDEN, whole.fileTexts())).toEqual([])
  })
})
