import { type Line, tokenAt } from './line.js'

const HAN_WEEKDAYS = '一二三四五六日'

/** The weekdays a token after 周一 adds: three and five in 周一三五, five in 一、五, Sunday in 周六日, a whole 周三. */
export const moreWeekdays = (line: Line, at: number): readonly number[] => {
  const { type, from, to, value, digits, word } = tokenAt(line, at)
  if (type === 'weekday') return word?.shift === undefined ? [value] : []
  if (type === 'dayOfMonth') return line.text.charAt(from) === '日' ? [7] : []
  if (type !== 'number' || digits > 0) return []
  const listed = [...line.text.slice(from, to)].map((char) => HAN_WEEKDAYS.indexOf(char) + 1)
  return listed.includes(0) ? [] : listed
}
