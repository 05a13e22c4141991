import type { BalanceCount } from '../../station/plan/balance.js'
import type { Coverage } from '../../station/plan/coverage.js'
import type { ByLevel } from '../../station/statistics/by-level.js'
import { POSITIONS, type Position } from '../../station/statistics/four-positions.js'
import type { Initiation } from '../../station/statistics/initiation.js'
import type { Span } from '../../station/statistics/span.js'
import type { Moment } from '../../station/time/civil.js'
import type { StationFigures } from './load.js'
import type { FourPositions } from './year-report.js'

const sum = (figures: readonly StationFigures[], key: 'opinions' | 'closed'): number =>
  figures.reduce((total, each) => total + each[key], 0)
const listed = (names: readonly string[]): string => names.join('、')

export const copy = {
  toldPrivately: '这项汇总涉及各站，已私聊发您。',

  initiation: ({ total, count, convenorPercent }: Initiation, { label }: Span) =>
    total === 0
      ? `${label}还没有安排活动。`
      : `${label}${total}次活动：召集人发起${count.convenor}次（${convenorPercent}%），机关发起${count.office}次${
          count.deputy > 0 ? `，代表发起${count.deputy}次` : ''
        }。`,

  forms: (forms: readonly BalanceCount[], { label }: Span) =>
    `${label}已办活动：${forms
      .map(({ sides }) => sides.map(({ label: side, count }) => `${side}${count}`).join('、'))
      .join('；')}。`,

  linkage: (
    { activities, meetings, platforms }: { activities: number; meetings: number; platforms: number },
    { label }: Span,
  ) =>
    `${label}跨站活动${activities}次，联席会${meetings}次${platforms > 0 ? `，与家、室、联系点、观察点联动${platforms}次` : ''}。`,

  participation: ({ levels, other }: ByLevel, { label }: Span) =>
    `${label}参与（按实际签到）：${levels.map(({ level, count }) => `${level}${count}人次`).join('、')}${
      other > 0 ? `，其他${other}人次` : ''
    }。`,

  coverage: ({ coverage, title, word }: { coverage: Coverage; title: string; word: string }, { label }: Span) =>
    coverage.missions.length === 0
      ? '本站还没有设定功能定位。请联络员在建站资料里补上。'
      : [
          `${title}（${label}已办）：${coverage.missions.map(({ name, count }) => `${name}${count}`).join('、')}${
            coverage.uncovered.length > 0 ? `——${label}尚无${coverage.uncovered.join('、')}类活动` : ''
          }。`,
          coverage.untagged > 0
            ? `还有${coverage.untagged}次没标，可发：H编号 ${word} ${coverage.uncovered[0] ?? coverage.missions[0]!.name}`
            : '',
        ]
          .filter(Boolean)
          .join('\n'),

  roundUp: (figures: readonly StationFigures[], { label }: Span) =>
    `${label}：${figures.map(({ name, held }) => `${name}${/\d$/.test(name) ? ' ' : ''}${held}次`).join('、')}；意见${sum(figures, 'opinions')}件，办结${sum(figures, 'closed')}件。`,

  stations: (figures: readonly StationFigures[], { label }: Span) => {
    const blank = figures.filter(({ held }) => held === 0)
    return `${label}共${figures.length}站：${figures.length - blank.length}站有活动${
      blank.length > 0 ? `，${blank.length}站空白（${listed(blank.map(({ name }) => name))}）` : ''
    }。`
  },

  plans: (figures: readonly { name: string; lines: number }[], { label }: Span) => {
    const missing = figures.filter(({ lines }) => lines === 0)
    return missing.length === 0
      ? `${figures.length}站${label}年度计划均已上报。`
      : `${figures.length}站中${figures.length - missing.length}站已报${label}年度计划，${missing.length}站未报（${listed(missing.map(({ name }) => name))}）。`
  },

  reportTitle: (station: string, year: number) => `${station}站${year}年度报告（四个定位）`,
  reportSubtitle: (now: Moment) => `初稿，${now.year}年${now.month}月${now.day}日由记录汇总，请召集人核改`,
  reportColumns: ['编号', '日期', '活动', '人次'],
  positionLine: (position: Position, figures: FourPositions): string => {
    const held = figures.held[position]
    const persons = held.reduce((sum, { persons }) => sum + (persons ?? 0), 0)
    const activities = `活动${held.length}次${persons > 0 ? `、${persons}人次` : ''}`
    switch (position) {
      case '宣传法治的阵地':
        return `${activities}。`
      case '联系群众的桥梁':
        return `${activities}，接待${figures.receptions}次，联系群众${figures.contacts}次，意见${figures.opinions}件（办结${figures.closed}件）。`
      case '民主协商的平台':
        return `${activities}，联席会${figures.meetings}次，征求意见${figures.consultations}次（提${figures.comments}条），议题${figures.topics}个。`
      case '人大工作的窗口':
        return `${activities}，代表建议${figures.suggestions}件，上报上级人大${figures.reportedUp}件。`
    }
  },
  positions: (figures: FourPositions) =>
    [
      `${figures.year}年报已按四部分成稿（初稿，请核改）：`,
      ...POSITIONS.map((position, index) => `${'①②③④'[index]}${position}：${copy.positionLine(position, figures)}`),
    ].join('\n'),

  missionTagged: (no: number, title: string, missions: readonly string[]) =>
    `H${no} ${title} 已标：${missions.join('、')}。`,
  noMission: (typed: string, missions: readonly string[]) =>
    missions.length === 0 ? '本站还没有设定功能定位。' : `没有“${typed}”这一项。可选：${missions.join('、')}。`,
}
