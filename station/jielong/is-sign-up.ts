import { fold } from '../text/fold.js'
import { type JielongList, MAX_HEADER_CHARS } from './list.js'

export interface SignUpVerdict {
  /** unclear: a list that may be one; worth no question unless it names a known activity. */
  readonly verdict: 'signUp' | 'other' | 'unclear'
  /** What spoke for or against it, for the audit row. */
  readonly signs: readonly string[]
}

/** Lists that are passed round in groups for other ends. One of these in the header settles it. */
const OTHER_ENDS: readonly (readonly [sign: string, words: RegExp])[] = [
  ['healthReport', /健康(?:打卡|申报|上报|报告|状况|情况|监测|码)|体温|核酸|抗原|疫苗|接种|报平安|是否发热|行程码/],
  ['habit', /打卡|减脂|减肥|步数|早起|背诵|每日一|读书笔记|练字|跑量/],
  ['order', /点餐|订餐|点单|菜单|下单|外卖|奶茶|咖啡|轻食|套餐|餐厅|盒饭|团购|拼单|代购|快递|取货|每份|每斤|元\/|库存/],
  ['money', /收款|缴费|交费|捐款|众筹|转账|随礼|押金/],
  ['receipt', /收到请|收到的?(?:请)?接龙|收到回复|已阅|知悉|知晓/],
  ['collection', /信息(?:登记|采集|统计|收集)|(?:上报|填报|统计)(?:表|信息|人数|数据)|身份证|生日|尺码|车牌|投票|选举/],
]
const FOR: readonly (readonly [sign: string, words: RegExp])[] = [
  ['signUp', /报名|参加|参与|出席|名额|限\d{1,4}(?:人|名|位|席)|志愿者?招募/],
  [
    'activity',
    /义诊|讲座|宣讲|座谈|调研|视察|走访|接待|会议|培训|活动|论坛|研讨|学习会|观摩|听证|旁听|志愿服务|进社区|进校园|进企业|联席会|慰问/,
  ],
]
const WHEN = /\d{1,2}(?:月\d{1,2}|[./]\d{1,2})|周[一二三四五六日天末]|星期|上午|下午|晚上|\d{1,2}[:点]|截止|集合/

/** What rows of other lists hold: a temperature, a state of health, a price, nothing but an option. */
const ROW_SIGNS: readonly (readonly [sign: string, words: RegExp])[] = [
  ['temperature', /3[4-9]\.\d|℃|体温/],
  ['health', /正常(?!参加|出席|到场)|阴性|无异常|身体(?:好|健康)|已接种/],
  ['price', /\d元|\d ?块|[一两三\d]份|\d斤|¥/],
  ['habit', /打卡|第\d+天|公里|分钟|\d步/],
  ['receipt', /^(?:.{1,6}[ ,:])?(?:收到|已收|知悉)$/],
]

/**
 * Whether a list is a sign-up to something people go to. Careful: a health report, an order of dishes or a list of receipts
 * is left alone, and what is not plain is `unclear`.
 */
export const isSignUp = (list: JielongList): SignUpVerdict => {
  const header = fold([list.header, list.example ?? '', list.tail].join('\n'), MAX_HEADER_CHARS * 3)
  const against = signsIn(OTHER_ENDS, header)
  const byRows = ROW_SIGNS.filter(([, words]) => isCommon(list, words)).map(([sign]) => `rows:${sign}`)
  if (against.length > 0 || byRows.length > 0) return { verdict: 'other', signs: [...against, ...byRows] }
  const inFavour = [...signsIn(FOR, header), ...(WHEN.test(header) ? ['time'] : [])]
  const enough = inFavour.includes('activity') ? list.tag !== 'none' || inFavour.length >= 2 : inFavour.length >= 2
  return { verdict: enough ? 'signUp' : 'unclear', signs: inFavour }
}

const signsIn = (table: typeof FOR, text: string): string[] =>
  table.filter(([, words]) => words.test(text)).map(([sign]) => sign)

const isCommon = (list: JielongList, words: RegExp): boolean => {
  const told = list.rows.filter(({ text }) => words.test(fold(text, 300))).length
  return told > 0 && told * 2 >= list.rows.length
}
