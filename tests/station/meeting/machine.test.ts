import { describe, expect, test } from 'vitest'
import { stepDecision } from '../../../station/meeting/decision.js'
import {
  ALL_MEETING_EVENTS,
  ALL_MEETING_STATES,
  MEETING_STATES,
  meetingEventsFrom,
  stepMeeting,
} from '../../../station/meeting/machine.js'
import { decided, EMPTY, must, NOW, T3_START, t3, 李强 } from './stage.js'

/** Written by hand; every other pair must be refused. */
const LEGAL = `
preparing invite invited
preparing postpone preparing
preparing cancel cancelled
invited hold held
invited postpone invited
invited cancel cancelled
held draftMinutes minutesDraft
minutesDraft draftMinutes minutesDraft
minutesDraft confirmMinutes minutesConfirmed
minutesConfirmed conclude concluded
`
  .trim()
  .split('\n')

const generous = { now: NOW, newStartsAt: T3_START, reason: '撞期' }
const at = (event: string) => (event === 'hold' ? { ...generous, now: T3_START } : generous)

describe('every state × every event of a joint meeting', () => {
  const pairs = ALL_MEETING_STATES.flatMap((state) => ALL_MEETING_EVENTS.map((event) => [state, event] as const))

  test('the table holds exactly the legal steps', () => {
    const found = pairs.flatMap(([state, event]) => {
      const result = stepMeeting(state, event, t3(), at(event))
      return result.ok ? [`${state} ${event} ${result.value}`] : []
    })
    expect(found.sort()).toEqual([...LEGAL].sort())
  })

  const legal = new Set(LEGAL.map((line) => line.split(' ').slice(0, 2).join(' ')))
  test.each(pairs.filter((pair) => !legal.has(pair.join(' '))))('illegal: %s × %s', (state, event) => {
    expect(stepMeeting(state, event, t3(), at(event))).toEqual({
      ok: false,
      error: { code: 'illegal', state, event, allowed: meetingEventsFrom(state) },
    })
  })

  test.each(ALL_MEETING_STATES)('%s leads on unless it is final', (state) => {
    expect(meetingEventsFrom(state).length === 0).toBe(MEETING_STATES[state].final)
  })
})

describe('guards', () => {
  test('an invitation needs time, place, a topic and at least two organisations', () => {
    expect(stepMeeting('preparing', 'invite', EMPTY, generous)).toMatchObject({
      error: { code: 'missing', fields: ['startsAt', 'place', 'agenda'] },
    })
    const alone = { ...t3(), invited: t3().invited.slice(0, 1) }
    expect(stepMeeting('preparing', 'invite', alone, generous)).toMatchObject({
      error: { code: 'tooFewOrganisations', count: 1, needed: 2 },
    })
    expect(stepMeeting('preparing', 'invite', t3(), { now: T3_START })).toMatchObject({ error: { code: 'inPast' } })
  })

  test('it is not held before its time, not moved into the past, not called off without a word', () => {
    expect(stepMeeting('invited', 'hold', t3(), generous)).toMatchObject({ error: { code: 'tooEarly' } })
    expect(stepMeeting('invited', 'postpone', t3(), { now: NOW })).toMatchObject({ error: { code: 'missing' } })
    expect(stepMeeting('invited', 'postpone', t3(), { now: NOW, newStartsAt: NOW })).toMatchObject({
      error: { code: 'inPast' },
    })
    expect(stepMeeting('invited', 'cancel', t3(), { now: NOW })).toMatchObject({ error: { code: 'reasonNeeded' } })
    expect(stepMeeting('preparing', 'cancel', t3(), { now: NOW })).toEqual({ ok: true, value: 'cancelled' })
  })

  test('it is concluded only when everything decided has come to an end', () => {
    const open = decided()
    expect(stepMeeting('minutesConfirmed', 'conclude', t3(), { now: NOW, decisions: [open] })).toMatchObject({
      error: { code: 'openDecisions', open: [open] },
    })
    const reported = must(stepDecision(open, { event: 'report', words: '已增设' }, 李强, NOW))
    expect(stepMeeting('minutesConfirmed', 'conclude', t3(), { now: NOW, decisions: [reported] })).toMatchObject({
      error: { code: 'openDecisions' },
    })
    const done = must(stepDecision(reported, { event: 'confirm', words: '现场看过' }, 李强, NOW))
    expect(stepMeeting('minutesConfirmed', 'conclude', t3(), { now: NOW, decisions: [done] })).toEqual({
      ok: true,
      value: 'concluded',
    })
  })
})
