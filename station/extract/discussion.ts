import type { Moment } from '../time/civil.js'
import { type ChatLine, readLine, type Said, saysSomething } from './chat-line.js'
import { openQuestions } from './open-questions.js'
import { type ToDo, toDos } from './to-dos.js'
import { type Topic, topicsOf } from './topics.js'

export interface Discussion {
  /** Messages that were read, and how many of them said something. */
  messages: number
  substantial: number
  speakers: string[]
  from: Moment | null
  until: Moment | null
  topics: Topic[]
  questions: Said[]
  toDos: ToDo[]
}

export interface DiscussionLimits {
  topics: number
  quoteChars: number
}

const LIMITS: DiscussionLimits = { topics: 4, quoteChars: 60 }

/**
 * What a group talked about: topics, questions left open, promises made, each with who and when, all in the speakers'
 * own words. `names` are the members who may be given a task besides those who spoke.
 */
export const discussionOf = (
  messages: readonly ChatLine[],
  names: readonly string[] = [],
  limits: DiscussionLimits = LIMITS,
): Discussion => {
  const lines = messages.map(readLine)
  const substantial = lines.filter(saysSomething)
  const speakers = [...new Set(substantial.map(({ speaker }) => speaker))]
  return {
    messages: lines.length,
    substantial: substantial.length,
    speakers,
    from: messages[0]?.at ?? null,
    until: messages.at(-1)?.at ?? null,
    topics: topicsOf(substantial, limits),
    questions: openQuestions(lines, limits.quoteChars),
    toDos: toDos(substantial, [...new Set([...names, ...speakers])], limits.quoteChars),
  }
}
