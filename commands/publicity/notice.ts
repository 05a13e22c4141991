import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, type Moment, Temporal } from '../../station/time/civil.js'
import { type Argument, optional } from '../arguments.js'
import { command } from '../command.js'
import { requestDocument } from '../documents/request.js'
import { copy } from './copy.js'
import { noticeFacts } from './facts.js'

const MONTH = /(?:(20\d{2})年)?(1[0-2]|[1-9])月(?:份)?|本月|这个月|下个?月|上个?月/u
/** A month named without its year lies no further back than this. */
const MONTHS_BACK = 6

/** 6月, 下月, 2026年6月. `past`: the latest of that number; otherwise the coming one when it lies more than half a year back. */
export function monthArgument(past = false): Argument<Temporal.PlainYearMonth> {
  return {
    label: '月份',
    example: '6月',
    take(line, { now }) {
      const match = MONTH.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: monthOf(match, now, past) }
    },
  }
}

function monthOf([whole, year, month]: RegExpExecArray, now: Moment, past: boolean): Temporal.PlainYearMonth {
  const current = now.toPlainDate().toPlainYearMonth()
  if (month === undefined) {
    if (whole.startsWith('下')) return current.add({ months: 1 })
    return whole.startsWith('上') ? current.subtract({ months: 1 }) : current
  }
  const named = Temporal.PlainYearMonth.from({ year: Number(year ?? now.year), month: Number(month) })
  if (year !== undefined) return named
  const back = named.until(current, { largestUnit: 'month' }).months
  if (past) return back < 0 ? named.subtract({ years: 1 }) : named
  return back > MONTHS_BACK ? named.add({ years: 1 }) : named
}

/** 公示栏: in words for whoever asks; for the office, with a month, also as a page and a picture to hang. */
export const noticeCommand = command({
  name: '公示栏',
  aliases: ['服务内容公示栏'],
  summary: '看本月接待和服务内容公示',
  args: { month: optional(monthArgument()) },
  who: MEMBERS,
  changes: true,
  examples: ['公示栏', '公示栏 6月'],
  async run(context, { month }) {
    const { now, speaker, change, station } = context
    const wanted = month ?? now.toPlainDate().toPlainYearMonth()
    const text = copy.notice(await noticeFacts(context, wanted))
    if (month === undefined || !LEADING.some((role) => speaker.roles.has(role))) return context.say(text)
    const about = wanted.toString()
    await change.create('PublicText', { stationId: station.id, kind: 'notice', about, text, createdAt: dateOf(now) })
    await requestDocument(context, { kind: 'notice-png', args: { month: about }, to: 'here' })
    await requestDocument(context, { kind: 'notice-docx', args: { month: about }, to: 'here' })
  },
})
