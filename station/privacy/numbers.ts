import { TOKENS } from './kinds.js'
import { type Found, mask } from './mask.js'

const numbersIn = (text: string): Found[] => mask(text).found.filter(({ kind }) => kind !== 'name')

/** The text without phones, documents, cards, plates, doors and mailboxes; names stay, for they may be asked for. */
export const withoutNumbers = (text: string): string => {
  const parts: string[] = []
  let reached = 0
  for (const { kind, span } of numbersIn(text)) {
    parts.push(text.slice(reached, span[0]), TOKENS[kind as keyof typeof TOKENS])
    reached = span[1]
  }
  return reached === 0 ? text : parts.join('') + text.slice(reached)
}

/** A number in a street (箍桶巷12号) is where a station or an activity is; a home has a flat, a stair or a block as well. */
const STREET_NUMBER = /^\d{1,4}\s*号院?$/

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
