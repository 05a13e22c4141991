import type { DutyShift } from '../../prisma/generated/client.js'
import { type Moment, momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'

export type ShiftWithNames = { shift: DutyShift; names: readonly string[] }

const hours = ({ startsAt, endsAt }: DutyShift): string => {
  const end = momentOf(endsAt)
  return `${describe(momentOf(startsAt))}–${end.hour}:${String(end.minute).padStart(2, '0')}`
}

const who = (names: readonly string[]): string => (names.length > 0 ? names.join('、') : '（暂缺人）')

export const copy = {
  drafted: ({ shift, names }: ShiftWithNames, wanted: number) =>
    [
      `D${shift.no} 进站接待已排：${hours(shift)}${shift.place ? `，${shift.place}` : ''}。`,
      `接待代表：${who(names)}${names.length < wanted ? `（应${wanted}人，还缺${wanted - names.length}人，请召集人补）` : ''}。`,
      '前一天18:00和当天7:30会提醒。',
    ].join('\n'),
  moved: (from: Moment, because: string, to: Moment) =>
    `${from.month}月${from.day}日是${because}，顺延到${describe(to)}。`,
  holiday: { weekend: '周末', holiday: '节假日' },
  makeUpWorkday: (day: Moment) =>
    `${describe(day)}是调休上班日，代表们要上班。仍排这天请写明日期：排班 ${day.month}月${day.day}日`,
  unpublished: (year: number, day: Moment) =>
    `${year}年的放假安排还没有公布，${day.month}月${day.day}日是否放假不能确定。要排请写明日期：排班 ${day.month}月${day.day}日`,
  already: (row: ShiftWithNames) =>
    `${row.shift.rosterMonth.replace('-', '年')}月已排：D${row.shift.no} ${hours(row.shift)}，${who(row.names)}。`,
  past: '这一天已经过去了，请写一个将来的日期。例：排班 12月10日',
  unclear: '没看清是哪个月或哪一天。例：排班 12月，或 排班 12月10日',
  table: (rows: readonly ShiftWithNames[]) =>
    rows.length > 0
      ? ['进站接待：', ...rows.map(({ shift, names }) => `D${shift.no} ${hours(shift)} ${who(names)}`)].join('\n')
      : '接待还没有排。召集人回“排班”即可按规则生成。',
  tomorrow: ({ shift, names }: ShiftWithNames) =>
    `明天${names.map((name) => `@${name}`).join(' ')} 进站接待：${hours(shift)}${shift.place ? `，${shift.place}` : ''}（D${shift.no}）。请携带代表证。`,
  today: ({ shift, names }: ShiftWithNames) =>
    `今天${names.map((name) => `@${name}`).join(' ')} 进站接待：${hours(shift)}${shift.place ? `，${shift.place}` : ''}（D${shift.no}）。`,
  nobody: (shift: DutyShift, day: string) =>
    `${day}的接待 D${shift.no}（${hours(shift)}）还没有人，请轮值召集人尽快安排。`,
}
