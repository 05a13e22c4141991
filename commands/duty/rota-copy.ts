import type { ShiftState } from '../../station/duty/book.js'
import { DUTY_STAGES } from '../../station/duty/machine.js'
import { startOf } from '../../station/duty/shift-time.js'
import type { Turn } from '../../station/rotation/turn.js'
import { type Moment, Temporal } from '../../station/time/civil.js'
import { describeDay } from '../../station/time/describe.js'
import { datedName } from '../rotation/copy.js'

const monthName = (key: string): string => `${key.slice(0, 4)}年${Number(key.slice(5, 7))}月`
/** 09:00 → 9:00, as every sentence says it. */
const clock = (time: string): string => time.replace(/^0/, '')
const dayOf = (iso: string): string => describeDay(Temporal.PlainDate.from(iso))

/** The rota as a picture, a sheet and a notice. */
export const copy = {
  day: ({ shift }: ShiftState) => describeDay(startOf(shift)),
  hours: ({ shift }: ShiftState) => `${clock(shift.startsAt)}–${clock(shift.endsAt)}`,
  placeAndTheme: ({ shift }: ShiftState, address: string | null) =>
    `${shift.place ?? address ?? '站内'}${shift.theme ? `（主题：${shift.theme}）` : ''}`,
  names: ({ seats }: ShiftState, names: readonly string[]) =>
    `${names.join('、')}${seats.length > names.length ? `（缺${seats.length - names.length}人）` : ''}`,
  stage: ({ stage }: ShiftState) => DUTY_STAGES[stage],
  span: (from: string, until: string) => (from === until ? monthName(from) : `${monthName(from)}至${monthName(until)}`),

  noticeTitle: (station: string, month: string) => `${station}站${Number(month.slice(5, 7))}月代表接待公告`,
  noticeSubtitle: '人大代表进站接待群众',
  noticeHead: ['日期', '时间', '地点', '接待代表'],
  largeTime: (state: ShiftState) => {
    const { month, day } = startOf(state.shift)
    const weekday = /（(.+)）/.exec(describeDay(startOf(state.shift)))?.[1] ?? ''
    return [
      { value: `${month}月${day}日`, label: weekday },
      { value: copy.hours(state), label: '接待时间' },
    ]
  },
  largeFacts: (state: ShiftState, address: string | null, names: string): (readonly [string, string])[] => [
    ['接待代表', names],
    ['接待地点', state.shift.place ?? address ?? '站内'],
    ...(state.shift.theme ? [['接待主题', state.shift.theme] as const] : []),
  ],
  welcome: '欢迎居民群众来站反映意见和建议。来访请如实说明情况，代表会记录、转交有关部门并反馈办理情况。',
  addressLabel: '站址',
  noticeFooter: (station: string, { year, month, day }: Moment) =>
    `${station}代表联络站　${year}年${month}月${day}日公布`,

  rotaTitle: (station: string) => `${station}站值班表`,
  turnsHeading: '召集人轮值',
  turnsHead: ['期间', '起止', '召集人'],
  turnPeriod: ({ period }: Turn) => datedName(period),
  turnDays: ({ period }: Turn) =>
    period.startsOn === period.endsOn ? dayOf(period.startsOn) : `${dayOf(period.startsOn)}–${dayOf(period.endsOn)}`,
  shiftsHeading: '进站接待',
  shiftsHead: ['编号', '日期', '时间', '接待代表', '状态'],
  nothingPlanned: '还没有排接待。召集人在群里回“排班”即可按规则生成。',
  rotaFooter: ({ year, month, day }: Moment) => `${year}年${month}月${day}日按当时安排生成，换班、改期以群内最新为准`,

  noticeFile: (station: string, month: string) => `${station}站${monthName(month)}接待公告.png`,
  noticeText: '可打印张贴（A4）。',
  rotaPicture: (station: string, from: string, until: string) => `${station}站值班表${copy.span(from, until)}.png`,
  rotaBook: (station: string, from: string, until: string) => `${station}站值班表${copy.span(from, until)}.xlsx`,
  empty: '这段时间还没有轮值和接待安排。召集人回“排班”即可按规则生成。',
  formats: '回“值班表 图片”或“值班表 导出”要文件。',

  sheets: { shifts: '进站接待', turns: '召集人轮值', ledger: '接待次数' },
  shiftColumns: [
    '编号',
    '日期',
    '开始',
    '结束',
    '地点',
    '主题',
    '接待代表',
    '缺人',
    '状态',
    '已签到',
    '未到',
    '来访人数',
  ],
  turnColumns: ['期间', '开始日期', '结束日期', '召集人'],
  ledgerColumns: ['姓名', '层级', '历年接待次数', '负担分（含折算）', '最近一次'],
}
