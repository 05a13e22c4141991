import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { ACTIVITY_STATES, type ActivityState } from '../../../station/activity/states.js'
import { dateOf, parseMoment } from '../../../station/time/civil.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'

const NOW = parseMoment('2026-11-28 09:30')
const room = { roomId: simulatedRoom('医疗代表群') }

/** The states an activity is kept in, and when it begins and ends, in hours from now. A draft and a line of the plan are records of their own. */
const TIMES = {
  notified: [480, 483],
  open: [120, 123],
  full: [120, 123],
  closed: [120, 123],
  checkingIn: [-0.2, 2.5],
  ended: [-3, -1],
  summaryDraft: [-3, -1],
  summaryPublished: [-48, -45],
  archived: [-720, -717],
  cancelled: [120, 123],
} as const satisfies Partial<Record<ActivityState, readonly [number, number]>>
type Kept = keyof typeof TIMES
const STATES = Object.keys(TIMES) as Kept[]

/**
 * Every line about one activity, who types it, and a mark for each state in the order above: + it is done, = it was so already
 * or only reads, - it is refused.
 */
const MATRIX = `
陈静 报名 H#                              -++-------
张敏 退出 H#                              -++-------
张敏 请假 H# 出差                         -++++-----
张敏 代报 H# 陈静                         -++-------
张敏 确认 H#                              ----------
张敏 不去 H#                              ----------
孙莉 核名 H# 周宁 通过                    -++++-----
李强 H# 邀请 法律站                       +++-------
李强 名单 H#                              ==========
李强 通知 H#                              -==-------
李强 发 H#                                -==-------
张敏 公务证明 H#                          -========-
李强 改期 H# 12月20日9:00                 +++++-----
李强 取消 H# 暴雨                         +++++-----
李强 取消 H#                              ----------
李强 截止报名 H#                          -++-------
李强 开放报名 H#                          +--+------
李强 改人数 H# 5                          ++++------
李强 递补 H# 征询                         ++++------
李强 H# 混合 线上会议号123                ++++------
李强 约时间 H# 12月20日/12月21日          ++++------
张敏 投 H# 1                              ----------
李强 定时间 H# 1                          ----------
张敏 签到 H#                              ----+-----
孙莉 签到 H# 张敏                         ----++++--
孙莉 签到码 H#                            +++++-----
张敏 签到情况 H#                          ==========
孙莉 H# 人次 86                           ----++++--
孙莉 照片 H#                              ----------
张敏 H# 时长 3                            ----++++--
张敏 收获 H# 居民最缺的是陪诊             ----++++--
李强 H# 发言 周宁 题目 医养结合           ++++++++--
李强 H# 成果 X3                           +++++++++-
李强 小结 H#                              -----==---
李强 改小结 H# 十二月义诊服务八十六人次   -----++---
李强 发布小结 H#                          ------+---
李强 报告 H#                              ----+++++-
李强 H# 标 向上                           +++++++++-
李强 H# 计划项 1                          +++++++++-
李强 更正 H# 地点 夫子庙                  ++++++++++
李强 经过 H#                              ==========
`
const CASES = MATRIX.trim()
  .split('\n')
  .flatMap((row) => {
    const [, who = '', line = '', marks = ''] = /^(\S+) (.+?)\s+([-+=]{10})$/.exec(row) ?? []
    return STATES.map((state, index) => ({ who, line, state, mark: marks[index]! }))
  })

/** A sentence that says what to do next. */
const NEXT = /可发：|“[^”]+”|例[:：]|请|起才能|才开始，办完再记|要到.*才能|办完再写小结|不用退出/

describe('every line about an activity × every state', () => {
  let theatre: Theatre
  let stage: Stage
  let no = 0
  beforeAll(async () => {
    theatre = await Theatre.open()
    stage = await theatre.stage()
    stage.clock.moment = NOW
    await stage.load(['秦淮医疗', '秦淮法律'])
    await stage.start()
    const station = await stage.prisma.station.findFirstOrThrow({ where: { name: '秦淮医疗' } })
    await stage.prisma.planItem.create({
      data: { stationId: station.id, no: 1, title: '视察', period: { year: 2026, month: 12 } },
    })
  })
  afterAll(() => theatre.close())

  it('the table is about every state that is kept', () => {
    const elsewhere: ActivityState[] = ['planned', 'drafted', 'inReview']
    expect([...STATES, ...elsewhere].sort()).toEqual(Object.keys(ACTIVITY_STATES).sort())
    expect(CASES.every(({ mark }) => '+-='.includes(mark))).toBe(true)
  })

  it.each(CASES)('$who: $line × $state is $mark', async ({ who, line, state, mark }) => {
    const { prisma, chat, clock } = stage
    const id = await activityIn(state)
    const before = await everythingOf(id)
    const heard = chat.heard.length
    chat.say(simulatedAccount(who), room, line.replace('#', String(no)))
    clock.moment = clock.now().add({ seconds: 1 })
    await stage.settled()
    const said = chat.heard.slice(heard).map(({ to, text }) => ('roomId' in to ? text : `私 ${text}`))
    expect(said.length).toBeGreaterThan(0)
    expect(said.join('\n')).not.toMatch(/系统出了差错|undefined|null|NaN/)
    const changed = (await everythingOf(id)) !== before
    expect([mark === '+', said]).toEqual([changed, said])
    if (mark !== '-') return
    const [only, ...more] = said
    expect(more).toEqual([])
    expect(only!.length).toBeLessThan(100)
    expect(only).toMatch(NEXT)
    if (!only!.includes('大家已经收到通知')) expect(only).toContain(`H${no}`)
    expect(await prisma.activity.count({ where: { no: { gt: no } } })).toBe(0)
  })

  async function activityIn(state: Kept): Promise<number> {
    const { prisma } = stage
    no++
    const person = async (name: string) => (await prisma.person.findFirstOrThrow({ where: { name } })).id
    const station = await prisma.station.findFirstOrThrow({ where: { name: '秦淮医疗' } })
    const [starts, ends] = TIMES[state]
    const inHours = (hours: number) => dateOf(stage.clock.now().add({ minutes: Math.round(hours * 60) }))
    const [going, toClear] = [await person('张敏'), await person('周宁')]
    const { id } = await prisma.activity.create({
      data: {
        stationId: station.id,
        no,
        title: '视察',
        type: '视察',
        state,
        startsAt: inHours(starts),
        endsAt: inHours(ends),
        place: '站里',
        pools: [{ key: '到场', capacityPersons: state === 'full' ? 2 : 4 }],
        roles: [],
        createdById: going,
        createdByRole: 'convenor',
        createdAt: inHours(-800),
        notifiedAt: inHours(-800),
        opensAt: state === 'notified' ? inHours(48) : null,
        deadlineAt: state === 'closed' ? inHours(-1) : null,
        summaryPublishedAt: /Published|archived/.test(state) ? inHours(starts + 20) : null,
      },
    })
    if (state === 'notified') return id
    for (const [personId, status] of [
      [going, 'confirmed'],
      [toClear, 'pendingApproval'],
    ] as const)
      await prisma.signUp.create({
        data: {
          activityId: id,
          personId,
          byId: personId,
          status,
          arrivalSeq: personId,
          lastSeq: 0,
          pool: '到场',
          signedUpAt: inHours(-700),
        },
      })
    return id
  }

  async function everythingOf(id: number): Promise<string> {
    const { prisma } = stage
    const activityId = id
    return JSON.stringify([
      await prisma.activity.findUniqueOrThrow({ where: { id }, include: { attendances: true } }),
      // A word that changed nothing may still be remembered as the newest of that person.
      (await prisma.signUp.findMany({ where: { activityId }, orderBy: { id: 'asc' } })).map(
        ({ lastSeq: _lastSeq, ...row }) => row,
      ),
      await prisma.poll.findMany({ where: { activityId } }),
      await prisma.serviceHours.findMany({ where: { activityId } }),
      await prisma.activityTakeaway.findMany({ where: { activityId } }),
      await prisma.guestStation.findMany({ where: { activityId } }),
    ])
  }
})
