import type { ReplyClass } from '../../station/opinion/opinion-event.js'
import type { Moment, Temporal } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'

export interface ReplyParts {
  text: string
  on: Temporal.PlainDate
  replyClass?: ReplyClass
  promisedOn?: Temporal.PlainDate
}

/** "6月2日 B类 12月31日前 已协调…": date, class and promised day may stand in front; the rest is the answer. */
export function readReplyParts(words: string, now: Moment): ReplyParts {
  let rest = words.trim()
  let on = now.toPlainDate()
  const date = scanDate(rest, now, 'past')
  if (date.kind === 'point' && date.span[0] === 0) {
    on = date.at.toPlainDate()
    rest = rest.slice(date.span[1]).replace(/^[\s,，:：]+/, '')
  }
  const classed = /^([ABCD])\s*类?[\s,，:：]+/i.exec(rest)
  if (!classed) return { text: rest, on }
  rest = rest.slice(classed[0].length)
  const replyClass = classed[1]!.toUpperCase() as ReplyClass
  const promise = replyClass === 'B' || replyClass === 'C' ? scanDate(rest, now) : undefined
  if (promise?.kind === 'point') return { text: rest, on, replyClass, promisedOn: promise.at.toPlainDate() }
  if (promise?.kind === 'deadline') return { text: rest, on, replyClass, promisedOn: promise.by.toPlainDate() }
  return { text: rest, on, replyClass }
}
