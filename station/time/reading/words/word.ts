import type { DayPart } from '../../day-part.js'

export type Unit = 'second' | 'minute' | 'quarterHour' | 'hour' | 'day' | 'week' | 'workday'

/**
 * What a word may be to a date. `value` is its number: days from today, ISO weekday, row of FESTIVALS, hours to add.
 * `shift` is the weeks, months, quarters or years by which 上, 本 and 下 move it.
 */
export type Word = {
  readonly type: WordType
  readonly value: number
  readonly shift?: number
  readonly part?: DayPart
  readonly unit?: Unit
  /** Also means other things (早, 五一, 周3): counts only beside something plainer. */
  readonly weak?: true
}

export type WordType =
  // a day
  | 'day'
  | 'weekday'
  | 'festival'
  | 'nearFestival'
  | 'lunarMonth'
  | 'lunarNewYear'
  | 'nextDay'
  | 'thatDay'
  | 'nextWorkday'
  // a stretch of days
  | 'week'
  | 'weekend'
  | 'monthOf'
  | 'quarterOf'
  | 'yearOf'
  | 'halfYear'
  | 'holiday'
  | 'edge'
  // a time of day
  | 'part'
  | 'hour'
  | 'minute'
  | 'quarterHour'
  | 'half'
  | 'sharp'
  | 'meridiem'
  | 'offWork'
  | 'hourOf'
  // what a number counts
  | 'year'
  | 'month'
  | 'firstMonth'
  | 'dayOfMonth'
  | 'quarter'
  | 'monthOfQuarter'
  | 'unit'
  | 'measure'
  | 'ordinal'
  | 'first'
  | 'last'
  // how parts hang together
  | 'to'
  | 'and'
  | 'or'
  | 'between'
  | 'from'
  | 'before'
  | 'after'
  | 'within'
  | 'since'
  | 'until'
  | 'due'
  | 'every'
  | 'alternate'
  | 'of'
  | 'lack'
  | 'past'
  | 'about'
  | 'approximately'
  | 'remaining'
  | 'elapse'
  | 'ahead'
  | 'back'
  | 'lunarCalendar'
  | 'solarCalendar'
  | 'leap'
  // marks
  | 'colon'
  | 'dot'
  | 'slash'
  | 'dash'
  | 'comma'
  | 'list'
  | 'open'
  | 'close'
  | 'opaque'

export type Entry = readonly [text: string, word: Word]

export const entries = (type: WordType, texts: readonly string[], rest: Partial<Word> = {}): Entry[] =>
  texts.map((text) => [text, { value: 0, ...rest, type }] as const)
