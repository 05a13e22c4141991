import { type Argument, count, optional } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { PLANNERS } from './plan.js'

const HOURS = /(\d{1,2})[:：](\d{2})\s*[-–~至到]\s*(\d{1,2})[:：](\d{2})/
const LEVEL = /(全国|省|市|区|县|乡)(?:代表)?(\d)人?/g

/** 9:00-11:00 */
const hours: Argument<{ from: string; until: string }> = {
  label: '时间',
  example: '9:00-11:00',
  take(line) {
    const match = HOURS.exec(line.rest)
    if (!match) return { missing: true }
    line.claim(match.index, match.index + match[0].length)
    const [, fromHour, fromMinute, untilHour, untilMinute] = match
    const clock = (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`
    return { value: { from: clock(fromHour!, fromMinute!), until: clock(untilHour!, untilMinute!) } }
  },
}

/** 市1 区1: which levels sit at the desk together. */
const levels: Argument<string[]> = {
  label: '层级',
  example: '市1 区1',
  take(line) {
    const matches = [...line.rest.matchAll(LEVEL)]
    if (matches.length === 0) return { missing: true }
    for (const { index, 0: text } of matches) line.claim(index, index + text.length)
    return { value: matches.flatMap(([, level, persons]) => Array.from({ length: Number(persons) }, () => level!)) }
  },
}

/** The station's own reception rule: day of the month, hours, how many deputies and of which levels. */
export const receptionDayCommand = command({
  name: '接待日',
  summary: '看或定每月接待日、时间、人数',
  args: {
    day: optional(count('日期', '每月5日', /每月\s*(\d{1,2})\s*[日号]/)),
    hours: optional(hours),
    persons: optional(count('人数', '每次2人', /每次\s*(\d{1,2})\s*人/)),
    levels: optional(levels),
  },
  who: PLANNERS,
  changes: true,
  examples: ['接待日 每月5日 9:00-11:00 每次2人', '接待日 每月5日 市1 区1'],
  async run({ station, settings, change, say }, { day, hours: time, persons, levels: wanted }) {
    if (day === undefined && !time && persons === undefined && !wanted) return say(copy.receptionDay(settings))
    if (day !== undefined && (day < 1 || day > 28)) return say(copy.receptionDayRange)
    const deputies = wanted?.length ?? persons
    if (deputies !== undefined && (deputies < 1 || deputies > 10)) return say(copy.receptionPersonsRange)
    if (time && (time.from >= time.until || time.until > '23:59')) return say(copy.receptionHoursWrong)
    const next = {
      ...settings,
      ...(day !== undefined && { receptionDay: day }),
      ...(time && { receptionFrom: time.from, receptionUntil: time.until }),
      ...(deputies !== undefined && { deputiesPerShift: deputies, receptionLevels: wanted ?? [] }),
    }
    const { receptionDay, receptionFrom, receptionUntil, deputiesPerShift, receptionLevels } = next
    await change.update('Station', station.id, {
      settings: {
        ...(station.settings as object),
        receptionDay,
        receptionFrom,
        receptionUntil,
        deputiesPerShift,
        receptionLevels,
      },
    })
    await say(copy.receptionDay(next))
  },
})
