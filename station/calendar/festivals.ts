import type { LunarDate } from './lunar.js'

/** When a festival falls: one row of data, worked out by `festival-date.ts`. */
export type FestivalDay =
  | { readonly solar: { readonly month: number; readonly day: number } }
  | { readonly lunar: LunarDate }
  | { readonly newYearsEve: true }
  | { readonly term: string }
  | { readonly nth: number; readonly weekday: number; readonly month: number }

/**
 * `names` are taken for the festival wherever they stand; `weakNames` also mean something else (五一路, 十一个) and
 * need a word such as 节 or 假期 or a time after them. Two entries in `days` are customs of different regions.
 * `breakDays` is how long the statutory holiday around it has been at most, counted from the festival's own day
 * (全国年节及纪念日放假办法 with the make-up days of the yearly notices).
 */
export type Festival = {
  readonly id: string
  readonly names: readonly string[]
  readonly weakNames?: readonly string[]
  readonly days: readonly FestivalDay[]
  readonly breakDays?: number
}

const solar = (month: number, day: number): FestivalDay => ({ solar: { month, day } })
const lunar = (month: number, day: number): FestivalDay => ({ lunar: { month, day } })

export const FESTIVALS = [
  { id: 'newYearsDay', names: ['元旦', '元旦节'], days: [solar(1, 1)], breakDays: 3 },
  { id: 'springFestival', names: ['春节', '大年初一', '年初一'], days: [lunar(1, 1)], breakDays: 9 },
  { id: 'newYearsEve', names: ['除夕', '除夕夜', '大年三十', '年三十', '大年夜'], days: [{ newYearsEve: true }] },
  { id: 'lanterns', names: ['元宵节', '上元节'], weakNames: ['元宵'], days: [lunar(1, 15)] },
  { id: 'dragonHead', names: ['龙抬头'], days: [lunar(2, 2)] },
  { id: 'volunteers', names: ['学雷锋日', '学雷锋纪念日'], days: [solar(3, 5)] },
  { id: 'women', names: ['妇女节', '三八妇女节', '三八节'], weakNames: ['三八'], days: [solar(3, 8)] },
  { id: 'trees', names: ['植树节'], days: [solar(3, 12)] },
  { id: 'consumers', names: ['消费者权益日'], days: [solar(3, 15)] },
  { id: 'tombs', names: ['清明', '清明节'], days: [{ term: '清明' }], breakDays: 4 },
  {
    id: 'labour',
    names: ['劳动节', '五一节', '五一劳动节'],
    weakNames: ['五一'],
    days: [solar(5, 1)],
    breakDays: 5,
  },
  { id: 'youth', names: ['青年节', '五四青年节'], weakNames: ['五四'], days: [solar(5, 4)] },
  { id: 'nurses', names: ['护士节'], days: [solar(5, 12)] },
  { id: 'mothers', names: ['母亲节'], days: [{ nth: 2, weekday: 7, month: 5 }] },
  { id: 'disabled', names: ['助残日', '全国助残日'], days: [{ nth: 3, weekday: 7, month: 5 }] },
  { id: 'dragonBoats', names: ['端午', '端午节', '端阳节'], days: [lunar(5, 5)], breakDays: 4 },
  { id: 'children', names: ['儿童节', '六一节', '六一儿童节'], weakNames: ['六一'], days: [solar(6, 1)] },
  { id: 'fathers', names: ['父亲节'], days: [{ nth: 3, weekday: 7, month: 6 }] },
  { id: 'party', names: ['建党节', '七一建党节'], weakNames: ['七一'], days: [solar(7, 1)] },
  { id: 'army', names: ['建军节', '八一建军节'], weakNames: ['八一'], days: [solar(8, 1)] },
  { id: 'sevens', names: ['七夕', '七夕节'], days: [lunar(7, 7)] },
  { id: 'ghosts', names: ['中元节'], days: [lunar(7, 15)] },
  { id: 'doctors', names: ['医师节', '中国医师节'], days: [solar(8, 19)] },
  { id: 'teachers', names: ['教师节'], days: [solar(9, 10)] },
  { id: 'midAutumn', names: ['中秋', '中秋节'], days: [lunar(8, 15)], breakDays: 4 },
  { id: 'national', names: ['国庆', '国庆节'], weakNames: ['十一'], days: [solar(10, 1)], breakDays: 8 },
  { id: 'doubleNinth', names: ['重阳', '重阳节', '敬老节'], days: [lunar(9, 9)] },
  { id: 'journalists', names: ['记者节'], days: [solar(11, 8)] },
  { id: 'fireSafety', names: ['消防日', '全国消防日'], days: [solar(11, 9)] },
  { id: 'constitution', names: ['宪法日', '国家宪法日'], days: [solar(12, 4)] },
  { id: 'memorial', names: ['国家公祭日', '公祭日'], days: [solar(12, 13)] },
  { id: 'winterSolstice', names: ['冬至'], days: [{ term: '冬至' }] },
  { id: 'summerSolstice', names: ['夏至'], days: [{ term: '夏至' }] },
  { id: 'springBegins', names: ['立春'], days: [{ term: '立春' }] },
  { id: 'summerBegins', names: ['立夏'], days: [{ term: '立夏' }] },
  { id: 'autumnBegins', names: ['立秋'], days: [{ term: '立秋' }] },
  { id: 'winterBegins', names: ['立冬'], days: [{ term: '立冬' }] },
  { id: 'laba', names: ['腊八', '腊八节'], days: [lunar(12, 8)] },
  // 小年 is the 23rd in the north and the 24th in the south.
  { id: 'littleNewYear', names: ['小年', '小年夜'], days: [lunar(12, 23), lunar(12, 24)] },
] as const satisfies readonly Festival[]

export type FestivalId = (typeof FESTIVALS)[number]['id']

export const festivalOf = (id: FestivalId): Festival => FESTIVALS.find((row) => row.id === id) as Festival
