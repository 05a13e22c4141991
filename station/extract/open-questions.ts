import { oneLine } from '../text/one-line.js'
import { type ReadLine, type Said, sentencesOf } from './chat-line.js'
import { termsOf } from './terms.js'

const ASKS =
  /[？?]\s*$|[吗么呢]\s*$|谁(?:来|去|有|能|负责|参加|知道)|什么时候|什么时间|几点|几号|在哪|哪里|哪天|怎么办|怎么弄|如何|能不能|可不可以|要不要|行不行|有没有|是不是|是否|多少/u
/** Questions that only keep a talk polite and wait for no answer. */
const RHETORICAL = /(?:好不好|对不对|对吧|是吧|行吧|好吗|可以吗)[？?]?\s*$/u
const SHORT_ANSWER =
  /^(?:可以|行|好|是的?|对|不是|不行|有|没有|能|不能|会|不会|我(?:来|去|可以|有|行)|已经|应该|大概|还没|上午|下午|晚上|周|星期|\d)/u

const ANSWER_WITHIN_LINES = 10
const SHORT_ANSWER_WITHIN_LINES = 2
const ANSWER_WITHIN_MINUTES = 120

export const isQuestion = (sentence: string): boolean => ASKS.test(sentence) && !RHETORICAL.test(sentence)

const minutesBetween = (earlier: ReadLine, later: ReadLine): number =>
  (later.at.epochMilliseconds - earlier.at.epochMilliseconds) / 60_000

/** A line near several questions is read once for all of them. */
const rememberedTerms = (): ((line: ReadLine) => ReadonlySet<string>) => {
  const known = new Map<ReadLine, ReadonlySet<string>>()
  return (line) => {
    const terms = known.get(line) ?? new Set(termsOf(line.text))
    known.set(line, terms)
    return terms
  }
}

/** Whether `line`, standing `distance` lines after the question, answers it. Lexical: a wrong topic is no answer. */
const answers = (
  question: ReadLine,
  asked: readonly string[],
  line: ReadLine,
  distance: number,
  termsIn: (line: ReadLine) => ReadonlySet<string>,
): boolean => {
  if (line.speaker === question.speaker) return false
  if (line.quoted !== null) {
    return line.quoted.text !== '' && question.text.startsWith(line.quoted.text.slice(0, 12)) && line.text !== ''
  }
  if (sentencesOf(line.text).every(isQuestion)) return false
  if (line.text.startsWith(`@${question.speaker}`)) return true
  if (distance <= SHORT_ANSWER_WITHIN_LINES && SHORT_ANSWER.test(line.text)) return true
  return asked.some((term) => termsIn(line).has(term))
}

/** Questions that nobody answered, in order. An answer by quoting counts however late it comes. */
export const openQuestions = (lines: readonly ReadLine[], maxChars: number): Said[] => {
  const quotedStarts = new Map<string, ReadLine[]>()
  for (const line of lines) {
    if (line.quoted === null || line.quoted.text === '') continue
    const start = line.quoted.text.slice(0, 12)
    quotedStarts.set(start, [...(quotedStarts.get(start) ?? []), line])
  }

  const termsIn = rememberedTerms()
  const open: Said[] = []
  lines.forEach((line, index) => {
    const sentence = sentencesOf(line.text).find(isQuestion)
    if (sentence === undefined) return
    const asked = termsOf(sentence)
    const quotedLater = (quotedStarts.get(line.text.slice(0, 12)) ?? []).some(
      (reply) => reply.at.epochMilliseconds >= line.at.epochMilliseconds && answers(line, asked, reply, 1, termsIn),
    )
    if (quotedLater) return
    const following = lines.slice(index + 1, index + 1 + ANSWER_WITHIN_LINES)
    const answered = following.some(
      (later, offset) =>
        minutesBetween(line, later) <= ANSWER_WITHIN_MINUTES && answers(line, asked, later, offset + 1, termsIn),
    )
    if (!answered) open.push({ id: line.id, speaker: line.speaker, at: line.at, text: oneLine(sentence, maxChars) })
  })
  return open
}
