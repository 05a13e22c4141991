import { dottedAfter, introductions } from './resident-parts.js'
import { CONTACT_BARRIER } from './shape.js'
import { COMPOUND_SURNAMES, closesWord, opensWord, PLAIN_SURNAMES, WORDLIKE_SURNAMES } from './surnames.js'

/** Half-open [start, end) in the shape. */
export type Range = [number, number]

const HAN = /^[一-龥]+$/
/** Characters that are hardly ever in a given name but often stand right after a surname-like character. */
const NEVER_GIVEN = new Set(
  '的了着过在是我你他她它们这那哪有或但而都也还不没很太最被把给说讲住吗呢吧啊号码线话电机打拨箱址证卡费部室处站店局科所办社区街组栋幢户条件张个只次米左右口旁灯屋药病医疗诊床票钱款税价贵贱反映投诉咨询觉该会需题停修',
)

// The honorifics by which residents are spoken of. 主任, 局长, 代表 are offices, not residents: their holders are named on purpose.
const TITLES =
  /阿姨|大爷|大妈|大叔|大娘|大婶|大伯|大嫂|大姐|大哥|叔叔|伯伯|婶婶|爷爷|奶奶|姥姥|外婆|婆婆|老伯|老太|老爹|老汉|老人|老爷子|先生|女士|小姐|太太|夫人|师傅|老师|医生|大夫|护士|医师|同学|同志|老板|妈妈|爸爸|小朋友|婆|爹|姨|姐|哥|嫂|婶|叔|伯|妈|爷|奶/g
const TITLES_AT_START =
  /^(?:阿姨|大[爷妈叔娘婶伯嫂姐哥夫]|叔叔|伯伯|爷爷|奶奶|外婆|老[伯太汉人师]|先生|女士|小姐|太太|师傅|医生|护士|同[学志]|老板|妈妈|爸爸)/
const TITLE_INSIDE =
  /阿姨|大爷|大妈|大叔|大娘|大婶|大伯|大嫂|大姐|大哥|叔叔|伯伯|爷爷|奶奶|外婆|老伯|老太|老汉|老人|先生|女士|小姐|太太|师傅|老师|大夫|护士|同学|同志|老板|[姨姐哥嫂婶叔伯爷奶婆]$/
const SHORT_TITLE_TAIL =
  /^(?:$|[^一-龥]|反映|说|称|讲|提|问|来|打|家|的|和|与|及|等|因|在|住|是|今年|想|希望|建议|认为|觉得|也|就|都|这|腿|身|患|独居|一家|他|她|要|需|天天|每|总|经常|常|老是|昨|刚)/

/** In an opinion also those who act for residents, and whoever calls himself something. */
const INTRODUCED = introductions(
  '志愿者|本人叫|楼栋长|申请人|经办人|网格员|联系人|负责人|医生|司机|员工|外婆|奶奶|对象|工人|护士|教师|本人|爷爷|老师|职工|叫做|我是',
)
const LABELLED =
  /(?:姓名|联系人|反映人|来访人|投诉人|申请人|求助人|举报人|户主|当事人|业主|患者|患者姓名|收件人|称呼)\s?[:：]\s{0,2}([一-龥·]{2,12})(?=[^一-龥·]|$)/g
const DOTTED = dottedAfter(['同志'])
const OWNER =
  /(?:^|(?<=[^一-龥]))([一-龥]{2,4}?)(?=的?(?:手机|电话|联系方式|身份证|住址|家庭住址|银行卡|微信|病历|工资卡|社保卡))/g
const BEFORE_SEX = /(?<=([一-龥]{2,4}))(?=\s?[（(,，、]\s?[男女][,，、）)\s])/g
const BEFORE_CONTACT = new RegExp(`(?<=([一-龥]{2,4}))[ :：,，、(（]{0,2}(?=${CONTACT_BARRIER})`, 'g')
const FAMILIAR =
  /(?<=[^一-龥]|^|[和与跟找请给问])[老小]([一-龥])(?=反映|说|讲|告诉|称|家的|家住|一家|的爱人|的儿子|的女儿)/g

const AFTER_NAME =
  /^(?:$|[^一-龥]|反映|反应|来电|来访|来信|说|称|讲|提|问|打|建议|投诉|咨询|表示|希望|要求|认为|觉得|想|的|在|住|家|和|与|及|等|因|向|到|去|是|从|已|也|曾|被|今年|今天|昨|一直|一家|两|夫妇|夫妻|母|父|女士|先生|老人|同志|电话|手机|身份证|现|患|病|独居|长期|多次|前|给|对|把|又|就|没|不|有|要|需|可|能|会|经|为|于|受|遇|发现|发生|举报|求助|诉|告|带|拿|找|请|让|帮|买|看|拨|申请|办|领|交|缴|骑|坐|摔|腿|了|她|他|年|岁)/

const surnameLength = (text: string, at: number): number => {
  if (COMPOUND_SURNAMES.some((surname) => text.startsWith(surname, at))) return 2
  const character = text[at] ?? ''
  return PLAIN_SURNAMES.has(character) || WORDLIKE_SURNAMES.has(character) ? 1 : 0
}

/** Is text[at, end) shaped like a person's name, and not the pieces of ordinary words around it? */
const isName = (text: string, at: number, end: number): boolean => {
  const surname = surnameLength(text, at)
  const given = end - at - surname
  if (surname === 0 || given < 0 || given > 2) return false
  if (!HAN.test(text.slice(at, end))) return false
  if (surname === 1 && closesWord(text.slice(at - 1, at + 1))) return false
  if (given > 0 && surname === 1 && opensWord(text.slice(at, at + 2))) return false
  if (TITLE_INSIDE.test(text.slice(at + surname, end))) return false
  return [...text.slice(at + surname, end)].every((character) => !NEVER_GIVEN.has(character))
}

/** The longest name that ends at `end`: given names of two characters are the most common. */
export const nameEndingAt = (text: string, end: number, minimum: number): Range | undefined => {
  for (let length = 4; length >= minimum; length--) {
    const at = end - length
    if (at < 0) continue
    if (length === 4 && surnameLength(text, at) !== 2) continue
    if (isName(text, at, end)) return [at, end]
  }
  return undefined
}

/** A name that begins at `at`, judged by what follows it; a plain surname needs no such witness. */
const nameStartingAt = (text: string, at: number): Range | undefined => {
  const surname = surnameLength(text, at)
  if (surname === 0) return undefined
  for (const given of [2, 1]) {
    const end = at + surname + given
    if (end <= text.length && isName(text, at, end) && AFTER_NAME.test(text.slice(end, end + 4))) return [at, end]
  }
  const titled = TITLES_AT_START.test(text.slice(at + surname, at + surname + 2))
  const plain = !titled && (PLAIN_SURNAMES.has(text[at] ?? '') || surname === 2)
  for (const given of plain ? [2, 1] : []) {
    const end = at + surname + given
    if (end <= text.length && isName(text, at, end)) return [at, end]
  }
  return undefined
}

export function* titled(text: string, titles: RegExp = TITLES): Generator<Range> {
  for (const match of text.matchAll(titles)) {
    const at = match.index
    if (match[0].length === 1) {
      // 王姐, 陈叔: one character of title is weak, so the sentence must go on as one does after a person.
      const character = text[at - 1] ?? ''
      if (!PLAIN_SURNAMES.has(character) || !isName(text, at - 1, at) || opensWord(character + match[0])) continue
      if (!SHORT_TITLE_TAIL.test(text.slice(at + 1, at + 4))) continue
      yield [at - 1, at]
      continue
    }
    const name = nameEndingAt(text, at, 1)
    if (name) yield name
  }
}

export function* introduced(text: string, words: RegExp = INTRODUCED): Generator<Range> {
  for (const match of text.matchAll(words)) {
    const name = nameStartingAt(text, match.index + match[0].length)
    if (!name) continue
    // "我是" opens any sentence about oneself: only a whole name up to a boundary is believed after it.
    if (match[0].startsWith('我是') && !/^(?:$|[^一-龥])/.test(text.slice(name[1], name[1] + 1))) continue
    yield name
  }
}

export function* captured(text: string, pattern: RegExp): Generator<Range> {
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? ''
    const start = match.index + match[0].indexOf(name)
    yield [start, start + name.length]
  }
}

/**
 * Where residents' names stand, told by their surroundings: a title (王阿姨), a role (居民王小明), a label (姓名：…),
 * an introduction (我叫…), a possession (张三的手机号), or contact data right behind them. Names without any such
 * witness are left alone: a dictionary of names would eat ordinary words.
 */
export function* residentNames(text: string): Generator<Range> {
  yield* titled(text)
  yield* introduced(text)
  for (const [start, end] of captured(text, LABELLED))
    if (!/[有无]$|登记|填写|如下/.test(text.slice(start, end))) yield [start, end]
  yield* captured(text, DOTTED)
  for (const [start, end] of captured(text, OWNER)) {
    const name = nameEndingAt(text, end, 2)
    if (name && name[0] === start) yield name
  }
  for (const pattern of [BEFORE_CONTACT, BEFORE_SEX])
    for (const match of text.matchAll(pattern)) {
      const name = nameEndingAt(text, match.index, 2)
      if (name) yield name
    }
  for (const match of text.matchAll(FAMILIAR)) {
    const at = match.index + 1
    if (PLAIN_SURNAMES.has(text[at] ?? '')) yield [at, at + 1]
  }
}
