import { TOKENS } from './kinds.js'
import { type Found, mask } from './mask.js'

const numbersIn = (text: string): Found[] => mask(text).found.filter(({ kind }) => kind !== 'name')

const without = (text: string, stays: (secret: string, before: string, after: string) => boolean): string => {
  const parts: string[] = []
  let reached = 0
  for (const { kind, span } of numbersIn(text)) {
    if (stays(text.slice(...span), text.slice(0, span[0]), text.slice(span[1]))) continue
    parts.push(text.slice(reached, span[0]), TOKENS[kind as keyof typeof TOKENS])
    reached = span[1]
  }
  return reached === 0 ? text : parts.join('') + text.slice(reached)
}

/** The text without phones, documents, cards, plates, doors and mailboxes; names stay, for they may be asked for. */
export const withoutNumbers = (text: string): string => without(text, () => false)

/** A number in a street (箍桶巷12号) is where a station or an activity is; a home has a flat, a stair or a block as well. */
const STREET_NUMBER = /^\d{1,4}\s*号院?$/

/** 3号楼会议室, 5楼502室: rooms where people meet. */
const ROOM = /^\d{1,4}\s*(?:号|栋|幢)?楼?(?:\s*\d{1,4})?\s*室?$/
const VENUE_BEFORE = /(?:楼|层|厅|中心|大厦|广场|医院|学校|机关|政府|委员会|常委会)\s*$/
const VENUE_AFTER = /^\s*(?:楼|院|大厅|会议室|报告厅|活动室|教室|门诊|诊室)/

/** Whether a door is a place where a station or an activity is, and nobody's home. */
const isVenue = (secret: string, before: string, after: string): boolean =>
  STREET_NUMBER.test(secret) || (ROOM.test(secret) && (VENUE_AFTER.test(after) || VENUE_BEFORE.test(before)))

/** A text as it may be written down where people speak of activities, meetings and papers: venues keep their doors. */
export const keptWords = (text: string): string => without(text, isVenue)

/**
 * Takes out of an answer whatever personal numbers stood in the words it answers: an echo ("没有“…”这个单位") must not
 * repeat them. `spoken`: the words in every form in which they may come back.
 */
export const echoGuard = (...spoken: string[]): ((answer: string) => string) => {
  const hidden = spoken.flatMap((text) =>
    numbersIn(text)
      .map(({ kind, span }) => [text.slice(...span), TOKENS[kind as keyof typeof TOKENS]] as const)
      .filter(([secret]) => !STREET_NUMBER.test(secret)),
  )
  if (hidden.length === 0) return (answer) => answer
  return (answer) => hidden.reduce((text, [secret, token]) => text.replaceAll(secret, token), answer)
}
