import { selectUnits } from './select-units.js'
import { type SenseUnit, senseUnits, type Utterance } from './sense-unit.js'

export interface Extract {
  /** Index into the utterances: who said it and when. */
  utterance: number
  text: string
}

/**
 * What was mainly said, in the speakers' own words and in their order; the texts and one mark between them stay within
 * `maxChars` characters. Nothing is added: every number and name was in the input.
 */
export const summarise = (utterances: readonly Utterance[], maxChars: number): Extract[] =>
  selectUnits(senseUnits(utterances), maxChars).map(({ utterance, text }: SenseUnit) => ({ utterance, text }))

/** The extracts as one running text, ≤ the `maxChars` they were chosen for. */
export const runningText = (extracts: readonly Extract[]): string =>
  extracts.length === 0 ? '' : `${extracts.map(({ text }) => text).join('；')}。`
