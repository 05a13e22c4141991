import { oneLine } from '../text/one-line.js'
import { type ReadLine, type Said, sentencesOf } from './chat-line.js'
import { isQuestion } from './open-questions.js'

export interface ToDo extends Said {
  /** Who is to do it; null: everybody in the group. */
  who: string | null
  /** The time in the speaker's own words; null: none was said. It counts from `at`. */
  when: string | null
}

const DEED =
  '(?:负责|联系|整理|准备|起草|写|发|问|跟进|对接|安排|通知|提交|报送|落实|协调|汇总|收集|打印|预约|订|带|统计|核实|修改|完善|补充|确认|填|报|牵头|主持|转发|提供|拍照|采购|布置|接待|回复|反馈|交)'
const DAY =
  '(?:今天|今晚|明天|明早|明晚|后天|大后天|(?:本|这|下下|下)?(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[日号]|(?:本|这个?|下个?)月(?:初|中|底)|月底|年底|会前|会后|活动前|下班前)'
const HOUR =
  '(?:(?:早上|上午|中午|下午|晚上)?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:[:：]\\d{2}|点(?:半|\\d{1,2}分?)?))'
const WHEN = new RegExp(
  `${DAY}(?:早上|上午|中午|下午|晚上)?(?:${HOUR}|(?:下班|会|活动)(?=前))?(?:之前|以前|前|之内|内)?|${HOUR}(?:之前|以前|前)?`,
  'gu',
)

/** A limit (…前) before a mere time; among equals the last said, which stands nearest to the task. */
const whenIn = (sentence: string): string | null => {
  const times = sentence.match(WHEN) ?? []
  return times.findLast((time) => /[前内]$/u.test(time)) ?? times.at(-1) ?? null
}

/** Done already, refused, or only imagined: no task. */
const NO_TASK =
  /已经|完了|过了|好了|不去|不了|没法|没空|没时间|不能|无法|如果|要是|不用|不必|[^要]了$|我[^，,。]{0,4}过/u
const SELF = new RegExp(`(?:^|[，,、：:\\s]|那|由)我(?:们)?(?:[^，,。]{0,10}?)(?:来|去|会|${DEED})`, 'u')
const EVERYBODY = /(?:请|麻烦)(?:大家|各位|所有)[^，,。]{0,16}/u

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

const assignedTo = (sentence: string, names: readonly string[]): string | null => {
  for (const name of names) {
    if (!sentence.includes(name)) continue
    const own = escaped(name)
    const asked = new RegExp(`(?:请|麻烦|由|辛苦|@)\\s*${own}`, 'u')
    const named = new RegExp(`${own}(?:代表|主任|老师)?(?:[^，,。]{0,12}?)${DEED}`, 'u')
    if (asked.test(sentence) || named.test(sentence)) return name
  }
  return null
}

/**
 * Promises and requests found in the talk, each with who and when as said. `names` are the people of the group; a task
 * for somebody unknown is attributed to nobody and left out.
 */
export const toDos = (lines: readonly ReadLine[], names: readonly string[], maxChars: number): ToDo[] => {
  const found: ToDo[] = []
  const known = new Set<string>()
  for (const line of lines) {
    for (const sentence of sentencesOf(line.text)) {
      if (isQuestion(sentence) || NO_TASK.test(sentence)) continue
      const assignee = assignedTo(sentence, names)
      const everybody = assignee === null && EVERYBODY.test(sentence)
      if (assignee === null && !everybody && !SELF.test(sentence)) continue
      const who = everybody ? null : (assignee ?? line.speaker)
      const text = oneLine(sentence, maxChars)
      const key = `${who ?? ''} ${text}`
      if (known.has(key)) continue
      known.add(key)
      found.push({ id: line.id, speaker: line.speaker, at: line.at, text, who, when: whenIn(sentence) })
    }
  }
  return found
}
