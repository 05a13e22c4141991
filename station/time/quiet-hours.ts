import { type Moment, Temporal } from './civil.js'

export interface QuietHours {
  /** "22:00" */
  quietFrom: string
  /** "07:30"; may be the next morning. */
  quietUntil: string
}

/** The same moment, or the end of the quiet hours it falls into. */
export function afterQuietHours(moment: Moment, { quietFrom, quietUntil }: QuietHours): Moment {
  const time = moment.toPlainTime()
  const from = Temporal.PlainTime.from(quietFrom)
  const until = Temporal.PlainTime.from(quietUntil)
  const started = Temporal.PlainTime.compare(time, from) >= 0
  const notEnded = Temporal.PlainTime.compare(time, until) < 0
  const overnight = Temporal.PlainTime.compare(from, until) > 0
  if (overnight ? !(started || notEnded) : !(started && notEnded)) return moment
  const end = moment.withPlainTime(until)
  return overnight && started ? end.add({ days: 1 }) : end
}
