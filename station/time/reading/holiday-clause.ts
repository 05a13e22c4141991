import type { HolidayShift } from '../recurrence.js'
import type { Span } from '../scan.js'

const SHIFT_OF: Readonly<Record<string, HolidayShift>> = {
  顺延: 'nextWorkday',
  延后: 'nextWorkday',
  推迟: 'nextWorkday',
  后延: 'nextWorkday',
  提前: 'previousWorkday',
  取消: 'skip',
  跳过: 'skip',
  暂停: 'skip',
  停办: 'skip',
  除外: 'skip',
}

const DAYS_OFF = '(?:法定|国家|国定)?(?:节假日|节日|假期|假日|双休日|休息日|公休日|周末)'
const CLAUSE = new RegExp(
  `[(]?(?:如|若|凡)?(?:遇到|遇上|遇|逢|碰到)?(?:${DAYS_OFF}[、和或及]?){1,2}(?:则|自动|一律|依次|往后)?(${Object.keys(SHIFT_OF).join('|')})` +
    '(?:[到至]?(?:下一个|下个|下一|上一个)?(?:工作日|天|日))?(?:进行|举行)?[)]?',
  'g',
)

export type HolidayClause = { readonly shift: HolidayShift; readonly span: Span }

/** 遇节假日顺延, （逢节假日顺延）, 节假日取消: what becomes of a day that is off. The first one at or after `from`. */
export const findHolidayClause = (text: string, from: number): HolidayClause | undefined => {
  CLAUSE.lastIndex = from
  const match = CLAUSE.exec(text)
  const shift = match?.[1] && SHIFT_OF[match[1]]
  return match && shift ? { shift, span: [match.index, match.index + match[0].length] } : undefined
}
