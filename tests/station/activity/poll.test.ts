import { describe, expect, test } from 'vitest'
import type { Person } from '../../../station/activity/person.js'
import { answerPoll, newPoll, notAnswered, type Poll, pollResult } from '../../../station/activity/poll.js'
import { parseMoment } from '../../../station/time/civil.js'
import { MONDAY, 周宁, 孙莉, 张敏, 赵磊, 陈静 } from './stage.js'

const CLOSES = parseMoment('2026-11-24 20:00')
const choice = (label: string, starts: string | null = null) => ({
  label,
  startsAt: starts === null ? null : parseMoment(starts),
})
const HALF_DAYS = [choice('周三下午'), choice('周四上午'), choice('周六')]
const HOURS = [
  choice('周四上午', '2026-11-26 09:00'),
  choice('周三下午', '2026-11-25 14:00'),
  choice('周六', '2026-11-28 09:00'),
]

const asked = [张敏, 陈静, 赵磊, 周宁]
const open = (choices = HALF_DAYS): Poll => {
  const poll = newPoll(choices, CLOSES, asked, MONDAY)
  if (!poll.ok) throw new Error(poll.error.code)
  return poll.value
}
const answered = (poll: Poll, ...answers: [Person, number[]][]): Poll =>
  answers.reduce((current, [who, choices], index) => {
    const result = answerPoll(current, who, choices, { at: MONDAY, seq: index + 1 })
    if (!result.ok) throw new Error(result.error.code)
    return result.value.poll
  }, poll)

describe('asking', () => {
  test.each([
    [[choice('周三')], CLOSES, 'tooFewChoices'],
    [Array.from({ length: 10 }, (_, n) => choice(`第${n}个`)), CLOSES, 'tooManyChoices'],
    [[choice('周三'), choice('周三')], CLOSES, 'sameChoice'],
    [HALF_DAYS, MONDAY, 'closesInPast'],
  ])('a poll that cannot be: %#', (choices, closesAt, code) => {
    expect(newPoll(choices, closesAt, asked, MONDAY)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('answering', () => {
  test('several choices count each; a second answer replaces the first', () => {
    const poll = answered(open(), [张敏, [1, 3]], [张敏, [2]])
    expect(poll.answers).toEqual([{ person: 张敏, choices: [2], seq: 2 }])
  })

  test('an older message that comes late, or the same one again, changes nothing', () => {
    const poll = answered(open(), [陈静, [1]], [张敏, [2]])
    expect(answerPoll(poll, 张敏, [1], { at: MONDAY, seq: 1 })).toMatchObject({ value: { code: 'stale', poll } })
    expect(answerPoll(poll, 张敏, [2], { at: MONDAY, seq: 2 })).toMatchObject({ value: { code: 'stale' } })
  })

  test('a number that is not on the list is refused whole', () => {
    expect(answerPoll(open(), 张敏, [1, 13], { at: MONDAY, seq: 1 })).toEqual({
      ok: false,
      error: { code: 'unknownChoice', choices: [13], count: 3 },
    })
  })

  test('closed by the clock, to the second; and only for those asked', () => {
    const at = (moment: typeof CLOSES) => answerPoll(open(), 张敏, [1], { at: moment, seq: 1 })
    expect(at(CLOSES.subtract({ seconds: 1 }))).toMatchObject({ ok: true })
    expect(at(CLOSES)).toMatchObject({ error: { code: 'closed' } })
    expect(answerPoll(open(), 孙莉, [1], { at: MONDAY, seq: 1 })).toEqual({ ok: false, error: { code: 'notAsked' } })
  })

  test('reminded are only those who have said nothing; “都不行” is something', () => {
    expect(notAnswered(answered(open(), [张敏, [1]], [陈静, []]))).toEqual([赵磊, 周宁])
  })
})

describe('the result', () => {
  test('most votes wins', () => {
    const poll = answered(open(), [张敏, [1, 3]], [陈静, [3]], [赵磊, [2]])
    expect(pollResult(poll, MONDAY)).toMatchObject({ code: 'stillOpen' })
    expect(pollResult(poll, CLOSES)).toMatchObject({ code: 'winner', winner: { no: 3, voters: [张敏, 陈静] } })
  })

  test('once everybody has answered nobody waits for the clock', () => {
    const poll = answered(open(), [张敏, [2]], [陈静, [2]], [赵磊, []], [周宁, [1]])
    expect(pollResult(poll, MONDAY)).toMatchObject({ code: 'winner', winner: { no: 2 } })
  })

  test('equal votes: the earliest moment, whatever its number', () => {
    const poll = answered(open(HOURS), [张敏, [1, 2, 3]], [陈静, [1, 2, 3]])
    expect(pollResult(poll, CLOSES)).toMatchObject({ code: 'winner', winner: { no: 2 } })
  })

  test('equal votes without moments are the convenor’s to decide', () => {
    const poll = answered(open(), [张敏, [1]], [陈静, [3]])
    const result = pollResult(poll, CLOSES)
    expect(result.code === 'tie' && result.tied.map(({ no }) => no)).toEqual([1, 3])
  })

  test('nobody can, or nobody answered', () => {
    expect(pollResult(answered(open(), [张敏, []]), CLOSES)).toMatchObject({ code: 'nobody' })
    expect(pollResult(open(), CLOSES)).toMatchObject({ code: 'nobody' })
  })
})
