import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import type { Person } from './person.js'

/** 约时间: a vote on when, before the date is fixed. Choices are numbered from 1 in their order. */
export interface Poll {
  readonly choices: readonly PollChoice[]
  readonly closesAt: Moment
  /** Who was asked; only they may answer and only they are reminded. */
  readonly asked: readonly Person[]
  readonly answers: readonly PollAnswer[]
}

export interface PollChoice {
  readonly label: string
  /** Null when the words name no moment (周三下午 without an hour). */
  readonly startsAt: Moment | null
}

/** No numbers at all is an answer too: none of these suits. */
export interface PollAnswer {
  readonly person: Person
  readonly choices: readonly number[]
  readonly seq: number
}

export type PollRefusal =
  | { code: 'closed'; closedAt: Moment }
  | { code: 'unknownChoice'; choices: readonly number[]; count: number }
  | { code: 'notAsked' }

export type PollFault =
  | { code: 'tooFewChoices'; count: number }
  | { code: 'tooManyChoices'; count: number; limit: number }
  | { code: 'sameChoice'; label: string }
  | { code: 'closesInPast'; closesAt: Moment }

const MAX_CHOICES = 9

/** At most nine choices, so that every answer is single digits and "13" can only be a slip. */
export const newPoll = (
  choices: readonly PollChoice[],
  closesAt: Moment,
  asked: readonly Person[],
  now: Moment,
): Result<Poll, PollFault> => {
  if (choices.length < 2) return err({ code: 'tooFewChoices', count: choices.length })
  if (choices.length > MAX_CHOICES) return err({ code: 'tooManyChoices', count: choices.length, limit: MAX_CHOICES })
  const twice = choices.find((choice, index) => choices.findIndex(({ label }) => label === choice.label) !== index)
  if (twice !== undefined) return err({ code: 'sameChoice', label: twice.label })
  if (Temporal.ZonedDateTime.compare(closesAt, now) <= 0) return err({ code: 'closesInPast', closesAt })
  return ok({ choices, closesAt, asked, answers: [] })
}

const isPollOpen = (poll: Poll, now: Moment): boolean => Temporal.ZonedDateTime.compare(now, poll.closesAt) < 0

/** A later answer of the same person replaces the earlier one; an older message that comes late replaces nothing. */
export const answerPoll = (
  poll: Poll,
  person: Person,
  choices: readonly number[],
  { at, seq }: { at: Moment; seq: number },
): Result<{ poll: Poll; code: 'answered' | 'changed' | 'stale' }, PollRefusal> => {
  if (!poll.asked.some((asked) => asked.id === person.id)) return err({ code: 'notAsked' })
  if (!isPollOpen(poll, at)) return err({ code: 'closed', closedAt: poll.closesAt })
  const unknown = choices.filter((no) => !Number.isInteger(no) || no < 1 || no > poll.choices.length)
  if (unknown.length > 0) return err({ code: 'unknownChoice', choices: unknown, count: poll.choices.length })
  const earlier = poll.answers.find((answer) => answer.person.id === person.id)
  if (earlier !== undefined && seq <= earlier.seq) return ok({ poll, code: 'stale' })
  const others = poll.answers.filter((answer) => answer !== earlier)
  const answer: PollAnswer = { person, choices: [...new Set(choices)].sort((a, b) => a - b), seq }
  return ok({
    poll: { ...poll, answers: [...others, answer] },
    code: earlier === undefined ? 'answered' : 'changed',
  })
}

/** Reminded are those who have said nothing; "none suits" has been said. */
export const notAnswered = (poll: Poll): Person[] =>
  poll.asked.filter((person) => !poll.answers.some((answer) => answer.person.id === person.id))

export interface Tally {
  readonly no: number
  readonly choice: PollChoice
  readonly voters: readonly Person[]
}

const tally = (poll: Poll): Tally[] =>
  poll.choices.map((choice, index) => ({
    no: index + 1,
    choice,
    voters: poll.answers.filter((answer) => answer.choices.includes(index + 1)).map((answer) => answer.person),
  }))

export type PollResult =
  | { code: 'winner'; winner: Tally; tally: readonly Tally[] }
  /** The convenor chooses among these; nothing is drawn by lot. */
  | { code: 'tie'; tied: readonly Tally[]; tally: readonly Tally[] }
  | { code: 'nobody'; tally: readonly Tally[] }
  | { code: 'stillOpen'; closesAt: Moment }

/**
 * What the vote came to. Equal votes are settled by the earliest moment, but only where every tied choice names one;
 * otherwise the convenor decides. Before its time a poll has a result only once everybody has answered.
 */
export const pollResult = (poll: Poll, now: Moment): PollResult => {
  if (isPollOpen(poll, now) && notAnswered(poll).length > 0) return { code: 'stillOpen', closesAt: poll.closesAt }
  const counted = tally(poll)
  const most = Math.max(...counted.map((row) => row.voters.length))
  if (most === 0) return { code: 'nobody', tally: counted }
  const best = counted.filter((row) => row.voters.length === most)
  const [first, ...rest] = best.every((row) => row.choice.startsAt !== null)
    ? [...best].sort((a, b) => momentOrder(a.choice, b.choice)).slice(0, 1)
    : best
  if (first === undefined) throw new Error('a poll without choices cannot exist')
  return rest.length === 0
    ? { code: 'winner', winner: first, tally: counted }
    : { code: 'tie', tied: [first, ...rest], tally: counted }
}

const momentOrder = (a: PollChoice, b: PollChoice): number =>
  a.startsAt === null || b.startsAt === null ? 0 : Temporal.ZonedDateTime.compare(a.startsAt, b.startsAt)
