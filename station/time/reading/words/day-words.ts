import { FESTIVALS, type Festival } from '../../../calendar/festivals.js'
import { DAY_PARTS, type DayPart } from '../../day-part.js'
import { type Entry, entries } from './word.js'

const DAYS_FROM_TODAY: readonly (readonly [number, readonly string[]])[] = [
  [-3, ['大前天', '大前日']],
  [-2, ['前天', '前日', '前儿']],
  [-1, ['昨天', '昨日', '昨儿', '昨儿个', '昨个']],
  [0, ['今天', '今日', '今儿', '今儿个', '今个', '即日']],
  [1, ['明天', '明日', '明儿', '明儿个', '明个']],
  [2, ['后天', '后日', '后儿', '后儿个']],
  [3, ['大后天', '大后日', '大后儿']],
  [4, ['大大后天']],
]

const DAY_WITH_PART: readonly (readonly [number, DayPart, readonly string[]])[] = [
  [-2, 'evening', ['前晚']],
  [-1, 'morning', ['昨早', '昨晨']],
  [-1, 'evening', ['昨晚', '昨夜', '昨晚上']],
  [0, 'morning', ['今早', '今晨', '今早上']],
  [0, 'evening', ['今晚', '今夜', '今晚上']],
  [1, 'morning', ['明早', '明晨', '明早上']],
  [1, 'evening', ['明晚', '明夜', '明晚上']],
  [2, 'evening', ['后晚', '后晚上']],
]

const LUNAR_MONTHS: readonly (readonly [number, readonly string[]])[] = [
  [1, ['正月']],
  [11, ['冬月']],
  [12, ['腊月']],
]

export const DAY_WORDS: readonly Entry[] = [
  ...DAYS_FROM_TODAY.flatMap(([value, texts]) => entries('day', texts, { value })),
  ...DAY_WITH_PART.flatMap(([value, part, texts]) => entries('day', texts, { value, part })),
  ...(Object.keys(DAY_PARTS) as DayPart[]).flatMap((part) => entries('part', DAY_PARTS[part].words, { part })),
  ...entries('part', ['早'], { part: 'morning', weak: true }),
  ...entries('part', ['晚'], { part: 'evening', weak: true }),
  ...(FESTIVALS as readonly Festival[]).flatMap((row, value) => [
    ...entries('festival', row.names, { value }),
    ...entries('festival', row.weakNames ?? [], { value, weak: true }),
  ]),
  ...entries('nearFestival', ['节']),
  ...entries('holiday', ['假期', '长假', '小长假', '假日', '黄金周', '放假', '放假期间', '假期期间', '期间']),
  ...LUNAR_MONTHS.flatMap(([value, texts]) => entries('lunarMonth', texts, { value })),
  ...entries('lunarNewYear', ['大年']),
  ...entries('nextWorkday', ['下个工作日', '下一个工作日', '下一工作日'], { value: 1 }),
  ...entries('nextWorkday', ['上个工作日', '上一个工作日', '上一工作日'], { value: -1 }),
  // 国庆当天: adds nothing to the day before it.
  ...entries('thatDay', ['当天', '当日', '那天', '这天', '那一天', '这一天']),
  ...entries('part', ['当晚'], { part: 'evening', weak: true }),
  ...entries('nextDay', ['次日', '翌日', '第二天']),
]
