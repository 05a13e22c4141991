import type { PersonalKind } from './kinds.js'

/**
 * One way personal data is written. `pattern` runs over the folded shape; every repeat in it is bounded, so a scan is
 * linear in the text. With a `value` group only that group is masked, so the label in front of it survives.
 * `accept` sees the masked part, what is right before it and what is right after it.
 */
export type PersonalPattern = {
  kind: PersonalKind
  pattern: RegExp
  accept?: (value: string, before: string, after: string) => boolean
}

const digitsOf = (value: string): string => value.replace(/\D/g, '')

const birthDateIn = (digits: string): boolean => {
  const month = Number(digits.slice(10, 12))
  const day = Number(digits.slice(12, 14))
  return /^(?:18|19|20)/.test(digits.slice(6)) && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** The check sum of bank cards. Only used where the format alone is not proof (digits glued to letters). */
const luhn = (digits: string): boolean => {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** A number that names a paper or an organisation, not a person. */
const RECORD_LABEL =
  /(?:信用代码|机构代码|许可证号?|订单号?|工单号?|单号|工单编号|编号|案号|文号|流水号|备案号|批准文号|ORDER|NO\.?)[为是:：#\s]{0,3}$/i
const ofRecord = (before: string): boolean => RECORD_LABEL.test(before)

const yearFirst = (digits: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits)
const afterLetter = (before: string): boolean => /[A-Za-z]$/.test(before)
const PHONE_LABEL =
  /(?:电话|座机|固话|致电|拨打|号码|联系方式|打给|来电|家电|TEL|PHONE)[号码为是]{0,2}[:：\s]{0,3}(?:\d{7,8}[,，、/或和\s]{1,3})?$/i
/** What follows a count or a sum of money, never a telephone number. */
const MEASURE = /^\s?(?:元|万|亿|人|户|平|米|吨|%|块|次|公里|千|斤|件|棵|分|年|度|字|家|套|辆)/

const GAP = '[ .·/_-]{0,2}'
const MONTH_DAY_YEAR = '(?:19|20)\\d{2}'

/** In order of certainty: what an earlier row has taken, a later row no longer sees. */
export const NUMBER_PATTERNS: readonly PersonalPattern[] = [
  {
    kind: 'email',
    // A label glued to an address (邮箱a@b.cn) is not part of it: only ASCII may stand in a local part here.
    pattern: /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g,
  },
  {
    kind: 'birth-date',
    pattern: new RegExp(
      `(?<=(?:出生|生日|生于|诞生)(?:日期|年月日?|时间|于|在|是|为){0,2}[:：\\s]{0,3})(?:公历|农历|阴历|阳历)?${MONTH_DAY_YEAR}\\s?[年./-]\\s?\\d{1,2}(?:\\s?[月./-]\\s?\\d{1,2})?\\s?[日号月]?`,
      'g',
    ),
  },
  {
    kind: 'birth-date',
    pattern:
      /(?<=(?:出生|生日|生于)(?:日期|年月日?|时间|于|在|是|为){0,2}[:：\s]{0,3})(?:(?:19|20)\d{6}|(?:19|20)?\d{2}年)(?!\d)/g,
  },
  {
    kind: 'birth-date',
    pattern:
      /(?<!\d)(?:19|20)?\d{2}\s?[年./-]\s?\d{1,2}(?:\s?[月./-]\s?\d{1,2})?\s?[日号月]?(?=\s?(?:出生|生人|生于|生的|生[，,。；;）)\s]|生$))/g,
  },
  {
    kind: 'birth-date',
    pattern:
      /[一二三四五六七八九零〇]{2,4}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?)?(?=\s?(?:出生|生人|生的))/g,
  },
  {
    kind: 'identity-number',
    pattern: /(?<!\d)\d(?:[ .·_-]{0,3}\d){16}[ .·_-]{0,3}[\dXx](?![\dA-WYZa-wyz])/g,
    accept: (value, before) => {
      const digits = digitsOf(value)
      if (/信用代码|机构代码/.test(before)) return false
      if (/^\d{17}[\dXx]$/.test(value)) return !ofRecord(before) || birthDateIn(digits)
      return (
        birthDateIn(digits) ||
        /^\d{4}[ .·_-]{1,3}\d{4}[ .·_-]{1,3}\d{4}[ .·_-]{1,3}\d{4}[ .·_-]{1,3}\d[\dXx]$/.test(value)
      )
    },
  },
  {
    kind: 'identity-number',
    pattern: /(?<!\d)\d{6}[ -]{0,3}\d{6}[ -]{0,3}\d{3}(?!\d)/g,
    accept: (value, before) =>
      !ofRecord(before) && (/^\d{15}$/.test(value) || /^(?:0[1-9]|1[0-2])/.test(digitsOf(value).slice(8))),
  },
  // Hong Kong: A123456(7)
  { kind: 'identity-number', pattern: /(?<![A-Za-z0-9])[A-Za-z]{1,2}\d{6}\([\dAa]\)/g },
  { kind: 'identity-number', pattern: /(?<!\d)\d{3,6}[*＊xX●]{6,14}\d{2,4}[\dXx]?(?!\d)/g },
  {
    kind: 'phone',
    pattern: /(?<!\d)(?:\(?(?:\+|00)?86\)?[ -]{0,2})?0?1[3-9]\d(?:[ .·_,、-]{1,2}\d{4}){2}(?!\d)/g,
  },
  { kind: 'phone', pattern: /(?<!\d)(?:\(?(?:\+|00)?86\)?[ -]{0,2})?0?1[3-9]\d{9}(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[*＊xX●]{3,8}\d{2,4}(?!\d)/g },
  {
    kind: 'bank-card',
    pattern: /(?<!\d)\d{4}(?<gap>[ -]{1,3})\d{4}\k<gap>\d{4}\k<gap>\d{1,7}(?:\k<gap>\d{1,3})?(?!\d)/g,
    accept: (value, before) => !(ofRecord(before) && afterLetter(before)) && !yearFirst(digitsOf(value)),
  },
  {
    kind: 'bank-card',
    pattern: /(?<=(?:卡号|账号|银行卡|工资卡|存折)[为是:：\s]{0,3})\d(?:[ -]{0,3}\d){11,18}(?!\d)/g,
  },
  {
    kind: 'bank-card',
    pattern: /(?<!\d)\d{13,19}(?![\dA-Za-z])/g,
    accept: (value, before) => {
      if (ofRecord(before)) return false
      return !afterLetter(before) || (value.length >= 16 && luhn(value))
    },
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<!\\d)(?:\\(?(?:\\+|00)?86\\)?[ -]{0,2})?0?1${GAP}[3-9]${GAP}\\d(?:${GAP}\\d){8}(?!\\d)`,
      'g',
    ),
  },
  {
    kind: 'phone',
    pattern:
      /(?<!\d)(?:\+?86[ -]{0,2})?\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{0,2}[2-9]\d{2,3}[ -]?\d{4}(?:[ -]?(?:转|分机)?[ -]?\d{1,5})?(?!\d)/g,
  },
  {
    kind: 'messenger-account',
    pattern:
      /(?<=(?:微信|薇信|威信|维信|加[我他她个]?V|VX|WX|V信|WECHAT|WEIXIN|QQ|扣扣|企鹅)(?:号码?|账号|ID)?\s?(?:同?是|为|同|[:：]){0,2}\s{0,3})(?:[A-Za-z](?=[A-Za-z]{0,18}[\d_-])[-_A-Za-z0-9]{4,19}|[1-9]\d{4,11})(?![A-Za-z0-9])/gi,
  },
  {
    kind: 'messenger-account',
    pattern:
      /(?<=(?:微信|薇信|威信|维信|加[我他她个]?V|VX|WX|V信|WECHAT|WEIXIN)(?:号码?|账号|ID)?\s?(?:是|为|[:：]|(?<=号))\s{0,3})[A-Za-z][-_A-Za-z0-9]{5,19}(?![A-Za-z0-9])/gi,
  },
  {
    kind: 'phone',
    pattern: /(?<![\dA-Za-z.-])[2-9]\d{2,3}[ -]?\d{4}(?![\dA-Za-z-])/g,
    accept: (value, before, after) => {
      if (MEASURE.test(after) || ofRecord(before)) return false
      if (PHONE_LABEL.test(before)) return true
      const digits = digitsOf(value)
      // Unlabelled, only the eight digits of the big cities count, and a date such as 20241123 does not.
      return digits.length === 8 && !yearFirst(digits) && !/^(?:19|20)\d{2}[ -]/.test(value) && !/0{4}$/.test(digits)
    },
  },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁使领][A-Za-z][ .·•・-]{0,2}(?=[A-Za-z0-9]{0,5}\d)[A-HJ-NP-Za-hj-np-z0-9]{4,6}[挂学警港澳]?(?![A-Za-z0-9])/g,
  },
  {
    kind: 'plate',
    pattern:
      /(?<=(?:车牌|车号|牌照|军牌)(?:号码?|照)?[为是:：\s]{0,3}[一-龥]?)(?=[A-Za-z]?[0-9A-Za-z]{0,5}\d)[A-Za-z0-9][A-Za-z0-9·]{4,6}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'passport',
    pattern:
      /(?<=(?:护照|通行证|回乡证|台胞证|同胞证|港澳证)(?:号码?|编号)?[为是:：\s]{0,3})[A-Za-z]{0,3}\s?\d(?:\s?[\dA-Za-z]){5,10}/gi,
  },
  {
    kind: 'passport',
    pattern: /(?<![A-Za-z0-9])[CDEGHKLMPSTWcdeghmptw][A-Za-z]?\s?\d{7,8}(?:\d{2})?(?![A-Za-z0-9])/g,
    accept: (_value, before) => !ofRecord(before),
  },
  {
    kind: 'long-number',
    pattern:
      /(?<=(?:社保卡|医保卡|病历|住院|就诊卡|准考证|学籍|残疾证|学生证|公积金|护士证|军官证|驾驶证|驾照|房产证|不动产证|尾号)(?:号码?|账号|编号)?[为是:：\s]{0,3})[A-Za-z]{0,3}\d{4,24}[A-Za-z]?(?![A-Za-z0-9年元万人])/g,
  },
  {
    kind: 'long-number',
    pattern: /(?<![\dA-Za-z])\d{20,}(?![A-Za-z])/g,
    accept: (_value, before) => !ofRecord(before),
  },
]
