import { type Entry, entries, type Word } from './word.js'

/** How many weeks, months or quarters each word moves. */
const SHIFTS: readonly (readonly [number, readonly string[]])[] = [
  [-2, ['上上', '上上个']],
  [-1, ['上', '上个', '上一个']],
  [0, ['本', '这', '这个', '当']],
  [1, ['下', '下个', '下一个']],
  [2, ['下下', '下下个']],
  [3, ['下下下', '下下下个']],
]

const shifted = (names: readonly string[], rest: (shift: number) => Word): Entry[] =>
  SHIFTS.flatMap(([shift, prefixes]) =>
    prefixes.flatMap((prefix) => names.map((name): Entry => [prefix + name, rest(shift)])),
  )

const WEEKS = ['周', '星期', '礼拜']
const HAN_WEEKDAYS = [...'一二三四五六日'].map((char, index) => [char, index + 1] as const)
const ASCII_WEEKDAYS = [...'1234567'].map((char, index) => [char, index + 1] as const)

const weekdays: Entry[] = WEEKS.flatMap((week) => [
  ...[...HAN_WEEKDAYS, ['天', 7] as const].flatMap(([char, value]) => [
    ...entries('weekday', [week + char], { value }),
    ...shifted([week + char], (shift) => ({ type: 'weekday', value, shift })),
  ]),
  ...ASCII_WEEKDAYS.flatMap(([char, value]) => [
    ...entries('weekday', [week + char], { value, weak: true }),
    ...shifted([week + char], (shift) => ({ type: 'weekday', value, shift, weak: true })),
  ]),
])

const YEARS: readonly (readonly [number, readonly string[]])[] = [
  [-2, ['前年']],
  [-1, ['去年']],
  [0, ['今年', '本年', '当年']],
  [1, ['明年', '来年']],
  [2, ['后年']],
]

/** Weeks, months, quarters and years that are named by how far they are. */
export const WEEK_WORDS: readonly Entry[] = [
  ...weekdays,
  ...WEEKS.flatMap((week) => [
    ...entries('unit', [week], { unit: 'week' }),
    ...entries('weekend', [`${week}末`]),
    ...shifted([week], (shift) => ({ type: 'week', value: 0, shift })),
    ...shifted([`${week}末`], (shift) => ({ type: 'weekend', value: 0, shift })),
  ]),
  ...shifted(['月'], (shift) => ({ type: 'monthOf', value: 0, shift })),
  ...shifted(['季度', '季'], (shift) => ({ type: 'quarterOf', value: 0, shift })),
  ...shifted(['小时', '钟头'], (shift) => ({ type: 'hourOf', value: 0, shift })),
  ...YEARS.flatMap(([shift, texts]) => entries('yearOf', texts, { shift })),
  ...entries('halfYear', ['上半年', '前半年'], { value: 1 }),
  ...entries('halfYear', ['下半年', '后半年'], { value: 2 }),
]
