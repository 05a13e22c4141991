import { FORMS, weigh } from '../../station/plan/balance.js'
import { missionCoverage } from '../../station/plan/coverage.js'
import { LEADING, MEMBERS, type Role } from '../../station/roles.js'
import { byLevel } from '../../station/statistics/by-level.js'
import { initiationOf } from '../../station/statistics/initiation.js'
import { copy } from './copy.js'
import { arrangedDuring, districtFigures, districtPlans, heldDuring, within } from './load.js'
import { missionWord } from './missions.js'
import { statistic } from './statistic.js'

const DISTRICT: readonly Role[] = ['district', 'leader']

export const statisticCommands = [
  statistic({
    name: '发起统计',
    aliases: ['发起 统计'],
    summary: '看活动由谁发起',
    examples: ['发起统计 今年'],
    who: LEADING,
    load: async (context, span) =>
      initiationOf((await arrangedDuring(context, span)).map(({ createdByRole }) => createdByRole)),
    say: copy.initiation,
  }),
  statistic({
    name: '方式统计',
    aliases: ['方式 统计'],
    summary: '看线上线下、固定流动各几次',
    examples: ['方式 统计', '方式统计 本季度'],
    who: MEMBERS,
    load: async (context, span) => weigh(await heldDuring(context, span), FORMS),
    say: copy.forms,
  }),
  statistic({
    name: '联动统计',
    aliases: ['联动 统计'],
    summary: '看跨站、联席会、平台联动',
    examples: ['联动 统计'],
    who: MEMBERS,
    async load({ db, station, ...context }, span) {
      const ids = (await arrangedDuring({ db, station, ...context }, span)).map(({ id }) => id)
      const invited = await db.guestStation.findMany({
        where: { activityId: { in: ids } },
        select: { activityId: true },
      })
      const held = { notIn: ['cancelled'] }
      return {
        activities: new Set(invited.map(({ activityId }) => activityId)).size,
        meetings: await db.meeting.count({ where: { stationId: station.id, startsAt: within(span), state: held } }),
        platforms: await db.platformActivity.count({ where: { activityId: { in: ids }, struck: false } }),
      }
    },
    say: copy.linkage,
  }),
  statistic({
    name: '层级参与统计',
    aliases: ['层级 参与统计', '参与统计'],
    summary: '看各级代表参与人次',
    examples: ['层级 参与统计'],
    who: MEMBERS,
    async load({ db, station }, span) {
      const rows = await db.attendance.findMany({
        where: { struck: false, activity: { stationId: station.id, startsAt: within(span) } },
      })
      const people = await db.person.findMany({ where: { id: { in: rows.map(({ personId }) => personId) } } })
      const levelOf = new Map(people.map(({ id, level }) => [id, level]))
      return byLevel(
        station.levels,
        rows.map(({ personId }) => levelOf.get(personId) ?? null),
      )
    },
    say: copy.participation,
  }),
  statistic({
    name: '定位覆盖',
    aliases: ['四个基地 覆盖', '四个平台 覆盖', '四个基地覆盖', '四个平台覆盖', '定位 覆盖'],
    summary: '看各项功能定位的活动次数',
    examples: ['四个基地 覆盖', '四个平台 覆盖'],
    who: MEMBERS,
    load: async (context, span) => ({
      coverage: missionCoverage(await heldDuring(context, span), context.station.missions),
      title: context.station.missionsLabel ?? '功能定位',
      word: missionWord(context.station.missionsLabel),
    }),
    say: copy.coverage,
  }),
  statistic({
    name: '各站汇总',
    aliases: ['三站汇总', '六站汇总', '全区汇总'],
    summary: '全区各站活动和意见汇总',
    examples: ['三站汇总 一季度'],
    who: DISTRICT,
    acrossStations: true,
    load: districtFigures,
    say: copy.roundUp,
  }),
  statistic({
    name: '各站',
    summary: '看哪些站这段时间没有活动',
    examples: ['各站 本月'],
    who: DISTRICT,
    acrossStations: true,
    spanNeeded: true,
    load: districtFigures,
    say: copy.stations,
  }),
  statistic({
    name: '各站计划',
    aliases: ['各站 计划', '各站年度计划'],
    summary: '看各站年度计划报没报',
    examples: ['各站 计划'],
    who: DISTRICT,
    acrossStations: true,
    load: districtPlans,
    say: copy.plans,
  }),
]
