import { NAME_CHARACTER } from './kinds.js'
import { listedNames } from './listed-names.js'
import { captured, introduced, nameEndingAt, type Range, titled } from './resident-names.js'
import { dottedAfter, introductions } from './resident-parts.js'
import { shapeOf } from './shape.js'

// Where people speak of activities, meetings and papers, 李医生, 王师傅 and 联系人刘洋 are guests and partners, named on purpose.
// Only who stands there as a resident is one: by how residents are addressed, by their part, by kinship, by a label.
const TITLES =
  /老奶奶|老爷爷|阿姨|大爷|大妈|大叔|大娘|大婶|大伯|大嫂|大姐|叔叔|伯伯|婶婶|爷爷|奶奶|姥姥|外婆|婆婆|老伯|老太|老爹|老汉|老人|先生|女士|小姐|太太/g

/** 葛大姐调解室, 李先生牛肉面: what is named after somebody. */
const NAMESAKE =
  /^.{0,3}(?:工作室|调解|志愿|服务队|宣讲|说事|议事|热线|品牌|食堂|餐|饭|面馆|牛肉|红烧|幼儿园|[巷桥街路村庙]|广场|诊所|超市|公司|厂|故居|纪念|杯|奖|基金)/

const INTRODUCED = introductions('独居老人|孤寡老人|帮扶对象|走访对象|服务对象|慰问对象|困难户|特困户|孙子')
const LABELLED =
  /(?:反映人|来访人|投诉人|求助人|举报人|户主|当事人|业主|患者|患者姓名|居民)\s?[:：]\s{0,2}([一-龥·]{2,12})(?=[^一-龥·]|$)/g
const DOTTED = dottedAfter()
const OWNER =
  /(?:^|(?<=[^一-龥]))([一-龥]{2,4}?)(?=[的 ,，:：]{0,2}(?:身份证|住址|家庭住址|银行卡|病历|工资卡|社保卡))/g
const BEFORE_AGE = /(?<=([一-龥]{2,4}))(?=\s?[（(,，、]\s?[男女][,，、]?\s?\d{1,3}岁)/g

function* spoken(text: string): Generator<Range> {
  for (const range of titled(text, TITLES)) {
    const title = new RegExp(TITLES.source, 'y')
    title.lastIndex = range[1]
    title.test(text)
    if (!NAMESAKE.test(text.slice(title.lastIndex || range[1]))) yield range
  }
  yield* introduced(text, INTRODUCED)
  for (const [start, end] of captured(text, LABELLED))
    if (!/[有无]$|登记|填写|如下/.test(text.slice(start, end))) yield [start, end]
  yield* captured(text, DOTTED)
  for (const pattern of [OWNER, BEFORE_AGE])
    for (const match of text.matchAll(pattern)) {
      const name = nameEndingAt(text, match.index + (pattern === OWNER ? match[0].length : 0), 2)
      if (name) yield name
    }
}

const NONE: readonly string[] = []
const LONGEST_NAME = 4

/** Every stretch of a text that may be the name of somebody known, where it speaks of a resident: to be asked for at once. */
export const perhapsKnown = (text: string): readonly string[] => {
  const shape = shapeOf(text)
  const found = new Set<string>()
  for (const [start, end] of spoken(shape.text))
    for (let from = Math.max(0, start - LONGEST_NAME); from < end; from++)
      for (let length = 2; length <= LONGEST_NAME; length++)
        if (from + length > start && from + length <= shape.text.length)
          found.add(shape.text.slice(from, from + length))
  return found.size === 0 ? NONE : [...found]
}

/** The text without the names of residents; `keepNames` are the stations' own people. A masked text stays as it is. */
export const withoutResidents = (text: string, keepNames: readonly string[] = NONE): string => {
  const shape = shapeOf(text)
  const kept = listedNames(shape.text, keepNames)
  const ranges = [...spoken(shape.text)]
    .filter(([start, end]) => !kept.some(([from, to]) => from < end && start < to))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let out = ''
  let reached = 0
  for (const [start, end] of ranges) {
    const [from, to] = [shape.starts[start] ?? 0, shape.ends[end - 1] ?? 0]
    if (from < reached) continue
    out += text.slice(reached, from) + NAME_CHARACTER.repeat(end - start)
    reached = to
  }
  return out + text.slice(reached)
}
