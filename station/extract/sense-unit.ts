import { withoutFiller } from './filler.js'
import { termsOf } from './terms.js'

/** Something said by one person at one time. `text` is already masked: nothing here hides personal data. */
export interface Utterance {
  speaker: string
  text: string
}

/** The smallest piece that is quoted: one or more whole clauses of one sentence, without fillers. */
export interface SenseUnit {
  /** Index into the utterances. */
  utterance: number
  /** Position among all units, in order of speech. */
  order: number
  text: string
  lengthChars: number
  terms: string[]
  question: boolean
  /** Begins in the middle of a thought: hard to read alone. */
  dangling: boolean
  /** Thanks, greetings, announcing who speaks next. */
  courtesy: boolean
}

const SENTENCES = /[^。！？!?\n]+[。！？!?]*/gu
const CLAUSES = /[^，,；;]+[，,；;]?/gu
const QUESTION = /[？?]\s*$|(?:什么|怎么|如何|请问|哪里|哪个|多少|是不是|能不能|有没有|为何)|[吗么](?:[，。]|$)/u
const DANGLING = /^(?:的|了|着|过|被|而|也|去|来|又|还|都|再|并|就|或)/u
const COURTESY = /谢谢|感谢|欢迎|有请|掌声|大家好|讲讲|分享|我先|我来/u
const END_MARKS = /[，,；;。！!、：:\s]+$/u

/** Shorter than this a clause is joined to the next one of its sentence. */
const JOIN_UNDER_CHARS = 20

const unitTexts = (sentence: string): string[] => {
  const texts: string[] = []
  let open = ''
  for (const clause of sentence.match(CLAUSES) ?? []) {
    const kept = withoutFiller(clause)
    if (kept.replace(END_MARKS, '') === '') continue
    open += kept
    if (open.length >= JOIN_UNDER_CHARS) {
      texts.push(open)
      open = ''
    }
  }
  if (open !== '') texts.push(open)
  return texts.map((text) => text.replace(END_MARKS, ''))
}

export const senseUnits = (utterances: readonly Utterance[]): SenseUnit[] => {
  const units: SenseUnit[] = []
  utterances.forEach(({ text }, utterance) => {
    for (const sentence of text.match(SENTENCES) ?? []) {
      for (const unit of unitTexts(sentence)) {
        units.push({
          utterance,
          order: units.length,
          text: unit,
          lengthChars: [...unit].length,
          terms: termsOf(unit),
          question: QUESTION.test(unit),
          dangling: DANGLING.test(unit),
          courtesy: COURTESY.test(unit),
        })
      }
    }
  })
  return units
}
