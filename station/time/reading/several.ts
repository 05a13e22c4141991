import { isType, type Line, type Match, tokenAt } from './line.js'
import type { Phrase, WhenPhrase } from './phrase.js'
import { parseWhen } from './when.js'

const MAX_LISTED = 7

/** 5月18日、20日; 周三或周四; 周三下午/周四上午/周六: days that are listed, each with its own time. */
export const parseSeveral = (line: Line, first: Match<WhenPhrase>): Match<Phrase> | undefined => {
  if (!first.value.day) return undefined
  const whens: WhenPhrase[] = [first.value]
  let either = false
  let next = first.next
  while (whens.length < MAX_LISTED) {
    const joint = tokenAt(line, next)
    const isChoice = joint.type === 'or' || joint.type === 'slash'
    if (!isChoice && joint.type !== 'list' && joint.type !== 'and') break
    if (isType(line, next + 1, 'number') && isChoice && joint.type === 'slash') break
    const more = parseWhen(line, next + 1)
    if (!more?.value.day) break
    whens.push(more.value)
    either ||= isChoice
    next = more.next
  }
  return whens.length > 1 ? { value: { is: 'several', whens, either }, next } : undefined
}
