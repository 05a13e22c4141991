import { TARGETS, type Target, type TargetKind, type TargetProgress } from '../../station/targets/target.js'
import type { Temporal } from '../../station/time/civil.js'

const day = (date: Temporal.PlainDate): string => `${date.year}年${date.month}月${date.day}日`
const value = (kind: TargetKind, count: number): string => `${TARGETS[kind].label}${count}${TARGETS[kind].unit}`
const per = (kind: TargetKind): string => (TARGETS[kind].per === 'deputy' ? '每位代表每年' : '本站每年')

const progress = (rows: readonly TargetProgress[]): string =>
  rows.map(({ kind, done, wanted }) => `${TARGETS[kind].label}${done}/${wanted}`).join('、')

export const copy = {
  set: (target: Target, year: number, thisYear: number | null, nudges: boolean) => {
    const later = target.from.year > year
    const now = later && thisYear !== null ? `；${year}年仍按${thisYear}${TARGETS[target.kind].unit}考核` : ''
    const told = nudges && !later ? '，10月起私聊提醒未完成的代表' : ''
    return `已启用：${per(target.kind)}${value(target.kind, target.value)}，自${day(target.from)}起${now}${told}。以前的目标照旧留着。`
  },
  usage: '请写清每人几件。例：目标 每人每年建议1件；从某天起改：目标 每人建议 2 自 2027-01-01',
  past: (date: Temporal.PlainDate) => `${day(date)}所在的年度已经过去，考核不能改。请写今年或以后的日期。`,
  history: (rows: readonly Target[]) =>
    rows.length === 0
      ? '本站还没有自定目标，按惯例：每位代表每年建议1件、活动4次、接待2次。改：目标 每人每年建议1件'
      : [
          '目标（从哪天起）：',
          ...rows.slice(-5).map((row) => `${day(row.from)}起 ${per(row.kind)}${value(row.kind, row.value)}`),
        ].join('\n'),
  own: (year: number, rows: readonly TargetProgress[]) => {
    const open = rows.filter(({ met }) => !met)
    return `${year}年：${progress(rows)}（仅您可见）。${open.length === 0 ? '都已达到，谢谢您！' : advice(open[0]!)}`
  },
  sentPrivately: '已私发给您。',
  nudge: (year: number, rows: readonly TargetProgress[]) =>
    `${year}年还有${rows.length}项未完成：${progress(rows)}（只提醒您本人）。${advice(rows[0]!)}`,
  research: (year: number, wanted: number, written: number, underway: number) =>
    `${year}年目标${wanted}篇，已成文${written}、在研${underway}。`,
}

const ADVICE: Readonly<Partial<Record<TargetKind, string>>> = {
  suggestion: '可从您记过的意见起草：起草建议 Y编号',
  activity: '回“活动”看可以报名的活动。',
  reception: '回“我的接待”看排班；想排一次请告诉轮值召集人。',
  contact: '走访后发：联系群众 走访3户 反映停车',
}
const advice = ({ kind }: TargetProgress): string => ADVICE[kind] ?? ''
