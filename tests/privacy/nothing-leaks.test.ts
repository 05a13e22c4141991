import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documents } from '../../commands/documents/index.js'
import { borrowed, leaks, own, type Row, secrets, WholeProgram } from './whole-program.js'

const BUNDLE = 20

/** Several texts said as one, for the ways in which a single one would only take longer. */
const inBundles = (rows: readonly Row[]): string[] =>
  Array.from({ length: Math.ceil(rows.length / BUNDLE) }, (_, at) =>
    rows
      .slice(at * BUNDLE, (at + 1) * BUNDLE)
      .map(({ text }) => text)
      .join('；'),
  )

/** Every way in which a text comes to be said, kept or sent back in a deputy's or liaison's words. */
const IN_THE_GROUP = (text: string): [string, string][] => [
  ['张敏', text],
  ['张敏', `「王阿姨：${text}」\n- - - - - - - - - - - - - - -\n记意见`],
  ['陈静', `建言 ${text}`],
  ['张敏', `改 Y1 ${text}`],
  ['孙莉', `转 Y1 ${text}`],
  ['孙莉', `类别 Y1 ${text}`],
  ['孙莉', `退办 Y2 ${text}`],
  ['孙莉', `答复 Y2 卫健委 ${text}`],
  ['孙莉', `当场 Y3 ${text}`],
  ['孙莉', `办结 Y3 ${text}`],
  ['孙莉', `不受理 Y3 ${text}`],
  ['孙莉', `移交 Y3 ${text}`],
  ['孙莉', `民生 Y1 已解决 依据 ${text}`],
  ['张敏', `不满意 Y2 ${text}`],
  ['张敏', `重办 Y2 ${text}`],
  ['张敏', `查意见 ${text}`],
  ['张敏', `J1 案由 ${text}`],
  ['张敏', `J1 标题 ${text}`],
  ['张敏', `J1 主送 ${text}`],
  ['孙莉', `J1 成效 ${text}`],
  ['孙莉', `J1 沟通 ${text}`],
  ['孙莉', `J2 交办 ${text}`],
  ['孙莉', `联合督办 J2 成员 ${text}`],
  ['张敏', `L1 第3条 ${text}`],
  ['李强', `L1 反馈 第3条 ${text}`],
  ['李强', `议题 ${text} 邀请 赵磊`],
  ['张敏', `联系群众 走访3户 ${text}`],
  ['孙莉', `单位 ${text} 别名`],
  ['张敏', `条例 ${text} 我们提了什么`],
  ['陈静', `请假 H1 ${text}`],
  ['张敏', `H1 收获 ${text}`],
  ['李强', `改小结 H1 ${text}`],
  ['李强', `H1 备注 ${text}`],
  ['李强', `T1 写纪要 ${text}`],
  ['孙莉', `T1 纪要 定事项 1 卫健委 12月30日前${text}`],
  ['孙莉', `任务 ${text} 市人大 12月31日`],
  ['赵磊', `请假 12月1日 至 12月20日 ${text}`],
  ['李强', `D1 主题 ${text}`],
  ['李强', `D1 记录 ${text}`],
  ['孙莉', `督办结果 Y2 ${text}`],
  ['李强', `K1 发现 ${text}`],
  ['孙莉', '导入 观察点 2条'],
  ['孙莉', `1. ${text}\n2. ${text}`],
]

/** Every kind of document, asked for once. */
const DOCUMENTS: Parameters<WholeProgram['said']> = [
  ['李强', '发 H1'],
  ['张敏', '报名 H1'],
  ['张敏', '公务证明 H1'],
  ['李强', '图卡 H1'],
  ['张敏', '日历 H1'],
  ['张敏', '日历', 'privately'],
  ['孙莉', '发布制度 接待制度 第1版\n第一条 每月10日上午接待群众。\n第二条 请假须提前五天。'],
  ['孙莉', '制度上墙'],
  ['孙莉', '年报 四定位'],
  ['李强', 'H1 海报'],
  ['李强', '排班 12月'],
  ['李强', '确认'],
  ['李强', '公告 12月'],
  ['孙莉', '公示栏 12月'],
  ['孙莉', '值班表 图片'],
  ['孙莉', '值班表 导出'],
  ['孙莉', '台账 2026年11月', 'privately'],
  ['孙莉', '台账 意见 2026年11月 csv', 'privately'],
  ['张敏', '述职草稿', 'privately'],
  ['李强', '履职展示 图'],
  ['李强', '体检 图'],
  ['李强', '小结 H1'],
  ['李强', '发布 H1 归档'],
  ['李强', '小结图 本月'],
  ['李强', '月度图'],
  ['张敏', '导出建议 J1'],
  ['张敏', '导出建议 J2'],
  ['李强', '导出条文意见 L1'],
]

let whole: WholeProgram
const said = (...lines: Parameters<WholeProgram['said']>) => whole.said(...lines)

beforeAll(async () => {
  whole = await WholeProgram.open(['秦淮医疗', '秦淮金融'])
  await said(
    ['张敏', '意见 社区医院缺儿科'],
    ['张敏', '意见 课后服务太贵'],
    ['张敏', '意见 路灯不亮'],
    ['张敏', '起草建议 Y1'],
    ['张敏', '起草建议 Y2'],
    ['孙莉', '转 Y2 卫健委'],
    ['孙莉', '征求意见 中医药条例草案 截止 12月20日'],
    ['李强', '建活动 义诊进社区 11月28日上午9点 来凤街 限8人'],
    ['陈静', '报名 H1'],
    ['李强', '建联席会 12月20日14:30 议题 基层医疗能力'],
    ['李强', '接待 12月10日 主题 课后服务'],
    ['李强', '议题 基层医保支付 邀请 赵磊'],
  )
  for (const { text } of borrowed) await said(['张敏', `意见 ${text}`], ['陈静', `意见（走访） ${text}`, 'privately'])
  for (const text of inBundles(borrowed)) {
    await said(...IN_THE_GROUP(text), ['张敏', `意件 ${text}`])
    await said(
      ['张敏', text, 'privately'],
      // Of two stations: the line is kept until the station is named.
      ['赵磊', `意见 ${text}`, 'privately'],
      ['赵磊', '1', 'privately'],
      ['赵磊', `意见 ${text}。`, 'privately'],
    )
  }
  for (const text of inBundles(own))
    await said(
      ['张敏', `意见 ${text}`],
      ['陈静', `「居民：${text}」\n- - - - - - - - - - - - - - -\n记意见`],
      ['张敏', `J1 案由 ${text}`],
    )
  const opinions = await whole.store.prisma.opinion.findMany({
    select: { no: true },
    take: 40,
    orderBy: { no: 'desc' },
  })
  await said(...opinions.map(({ no }): [string, string, 'privately'] => ['孙莉', `Y${no} 原话`, 'privately']))
  for (const line of ['意见列表', '最近群众关心什么', '小结', 'Y1 经过', 'J1']) await said(['孙莉', line])
  await said(...DOCUMENTS)
  await whole.makeCalendar()
  await whole.later(8)
})

afterAll(() => whole?.close())

describe('after every borrowed and own text went through the whole program', () => {
  it('there was something to find', async () => {
    expect(secrets.length).toBeGreaterThan(80)
    expect(await whole.store.prisma.opinion.count()).toBeGreaterThan(100)
    expect(await whole.store.prisma.opinionReading.count()).toBe(40)
    expect(whole.logged.length).toBeGreaterThan(0)
  })

  it('no table holds a secret outside the sealed bytes', async () => {
    expect(leaks(secrets, (await whole.dump()).keys())).toEqual([])
  })

  it('nor does a line of the log', () => {
    expect(leaks(secrets, whole.logged)).toEqual([])
  })

  it('nor a prompt the model was sent', () => {
    expect(whole.asked.length).toBeGreaterThan(0)
    expect(
      leaks(
        secrets,
        whole.asked.map((body) => JSON.stringify(body)),
      ),
    ).toEqual([])
  })

  it('nor a message to a group', () => {
    const toGroups = whole.toGroups()
    expect(toGroups.length).toBeGreaterThan(60)
    expect(leaks(secrets, toGroups)).toEqual([])
  })

  it('nor a document of any kind, in its text, its shape or its name', async () => {
    const runs = await whole.store.prisma.jobRun.findMany({ where: { job: 'document' } })
    const made = runs.flatMap(({ outcome, payload }) =>
      outcome === 'done' ? [(payload as { kind: string }).kind] : [],
    )
    expect([...new Set(made)].sort()).toEqual(Object.keys(documents).sort())
    expect(whole.saved.length).toBeGreaterThanOrEqual(Object.keys(documents).length)
    expect(leaks(secrets, whole.drawn)).toEqual([])
    expect(leaks(secrets, whole.fileTexts())).toEqual([])
  })
})
