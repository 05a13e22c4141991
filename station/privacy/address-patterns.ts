import type { PersonalPattern } from './number-patterns.js'

// 街道, 社区, 小区 and road names stay: an opinion is worth little without its place. What goes is the part that
// leads to one door.
const NUMBER = '[0-9A-Za-z一二三四五六七八九十百零〇甲乙丙丁东西南北]{1,6}'
const PLAIN = '[0-9]{1,5}[A-Za-z]?'
const CHINESE = '[一二三四五六七八九十百零〇]{1,5}'
const COUNT = `(?:${PLAIN}|${CHINESE}|[A-Za-z][0-9]{0,3}|[甲乙丙丁])`
const BLOCK = '(?:号楼|栋楼|幢楼|号院|栋|幢|座|号)'
const ROOM = '(?:单元|室|房间|房(?!子|屋|产|租|价|东|改)|户室)'
const FLOOR = `(?:${COUNT}(?:楼|层))`
const GAP = '[ ,，、-]{0,2}'

/** 3栋2单元502室 and every shorter way down to a door. */
const CHAIN = `(?:第?${COUNT}${BLOCK}${GAP})(?:${COUNT}${BLOCK}${GAP}){0,2}(?:${COUNT}单元${GAP})?(?:${FLOOR}${GAP})?(?:${COUNT}${ROOM}?)?`

const DWELLING =
  '(?:小区|花园|家园|公寓|新村|村|苑|园|庭|湾|里|府|邸|城|居|坊|庄|院|弄|巷|街|路|大道|胡同|组|社区|宿舍|大厦|广场|公馆|名都)'

/** 3栋楼要加梯 counts houses, 5月18号 is a day, 3号线 a railway, 12号文 a paper. */
const NOT_A_DOOR = /^(?:线|文|令|公告|台|机|馆|门诊|楼梯|病|桌|窗口|电梯|通知|提案|建议|议案|卡|种|店铺?|站)/
const QUANTITY_BEFORE = /(?:共|有|这|那|每|各|几|约|近|多|达|全部|其中|建成?|新建|涉及)$/

export const ADDRESS_PATTERNS: readonly PersonalPattern[] = [
  {
    kind: 'door-number',
    // 3栋2单元502室, 12号楼502, 三幢五零二: at least two steps, so no place word is needed before it.
    pattern: new RegExp(
      `(?<![0-9月])第?${COUNT}${BLOCK}${GAP}(?:${COUNT}${BLOCK}${GAP}|${COUNT}单元${GAP}|${FLOOR}${GAP}){0,4}(?:${COUNT}${ROOM}|${COUNT}单元|[0-9]{3,4}(?![0-9年元万]))`,
      'g',
    ),
  },
  {
    kind: 'door-number',
    // 来凤小区3-502, 雅苑5-2-301
    pattern: new RegExp(
      `(?<=${DWELLING}\\s?)[0-9]{1,3}[A-Za-z]?(?:\\s?[-–#]\\s?[0-9]{1,4}[A-Za-z]?){1,3}(?:${ROOM}|号)?(?![0-9年月])`,
      'g',
    ),
  },
  {
    kind: 'door-number',
    // 中山路123号, 长白街88弄12号, 来凤小区3号, 5组12号
    pattern: new RegExp(
      `(?<=${DWELLING}\\s?)(?:${COUNT}弄${GAP})?第?${NUMBER}号(?:[之-][0-9一二三四五六七八九十]{1,3})?(?:${GAP}${CHAIN})?(?:${GAP}${COUNT}单元)?(?:${GAP}${FLOOR})?(?:${GAP}${PLAIN}${ROOM}?(?![0-9年月日元万人]))?`,
      'g',
    ),
    accept: (_value, _before, after) => !NOT_A_DOOR.test(after),
  },
  {
    kind: 'door-number',
    // One step alone: 3栋, 三号楼, 5幢 — unless it counts houses.
    pattern: new RegExp(`(?<![0-9月第])第?${COUNT}(?:号楼|栋|幢|号院)(?![0-9])`, 'g'),
    accept: (value, before, after) =>
      !(QUANTITY_BEFORE.test(before) && !value.startsWith('第') && !/号/.test(value)) &&
      !(/[栋幢]$/.test(value) && /^(?:楼房?|房|建筑|老|住宅|居民|高层|多层|别墅|危)/.test(after)),
  },
  {
    kind: 'door-number',
    pattern: new RegExp(
      `(?<![0-9])${COUNT}单元(?:${GAP}${FLOOR})?(?:${GAP}${PLAIN}${ROOM}?(?![0-9年月日元万人]))?`,
      'g',
    ),
    accept: (_value, before) => !QUANTITY_BEFORE.test(before),
  },
  {
    kind: 'door-number',
    pattern:
      /(?<![0-9])(?:[0-9]{3,4}(?:[、,和及][0-9]{3,4}){0,9}|[一二三四五六七八九零〇幺]{3,4})(?:室|房间|房(?!子|屋|产|租|价|东|改))(?!内)/g,
  },
  {
    kind: 'door-number',
    // The value of an address label, from its first digit on: 住址：来凤街某巷12
    pattern: new RegExp(
      `(?<=(?:住址|地址|家住|住在)[^\\n。；;0-9\uE000-\uE002]{0,24}${DWELLING}\\s?)[0-9]{1,4}(?:[-#][0-9]{1,4}){0,3}(?![0-9年月日路元人户个米])`,
      'g',
    ),
  },
]
