import { describe, expect, test } from 'vitest'
import { type ActivityFacts, archiveDueAt, dueEvent, step } from '../../../station/activity/machine.js'
import { isShortNotice } from '../../../station/activity/notice.js'
import { ACTIVITY_STATES, type ActivityState, ALL_ACTIVITY_STATES } from '../../../station/activity/states.js'
import {
  ACTIVITY_BEGINNINGS,
  type ActivityEvent,
  ALL_ACTIVITY_EVENTS,
  eventsFrom,
  mayTrigger,
} from '../../../station/activity/transitions.js'
import { type Moment, parseMoment } from '../../../station/time/civil.js'

/** Every legal step, written by hand from the process; the 13 × 16 pairs that are not here must be refused. */
const LEGAL = `
计划 draft 草拟
计划 reschedule 计划
计划 cancel 取消
草拟 submit 待审
草拟 notify 已通知
草拟 reschedule 草拟
草拟 cancel 取消
待审 sendBack 草拟
待审 notify 已通知
待审 reschedule 待审
待审 cancel 取消
已通知 openSignUp 报名中
已通知 startCheckIn 签到中
已通知 reschedule 已通知
已通知 cancel 取消
报名中 fill 满员
报名中 close 报名截止
报名中 startCheckIn 签到中
报名中 reschedule 报名中
报名中 cancel 取消
满员 free 报名中
满员 close 报名截止
满员 startCheckIn 签到中
满员 reschedule 报名中
满员 cancel 取消
报名截止 reopen 报名中
报名截止 startCheckIn 签到中
报名截止 reschedule 报名中
报名截止 cancel 取消
签到中 end 已结束
签到中 reschedule 报名中
签到中 cancel 取消
已结束 draftSummary 小结草稿
小结草稿 draftSummary 小结草稿
小结草稿 publishSummary 小结已发布
小结已发布 archive 归档
`
  .trim()
  .split('\n')

const START = parseMoment('2026-11-28 09:00')
const facts: ActivityFacts = {
  startsAt: START,
  endsAt: parseMoment('2026-11-28 11:00'),
  place: '来凤街社区',
  deadlineAt: parseMoment('2026-11-26 18:00'),
  opensAt: null,
  summaryPublishedAt: parseMoment('2026-11-29 10:00'),
}
/** A moment at which the time guard of each event is satisfied. */
const goodTime = (event: ActivityEvent): Moment =>
  event === 'archive'
    ? parseMoment('2026-12-06 10:00')
    : ['startCheckIn', 'end', 'draftSummary', 'publishSummary'].includes(event)
      ? parseMoment('2026-11-28 11:00')
      : parseMoment('2026-11-20 09:00')
const input = { reason: '场地停电', newStartsAt: parseMoment('2026-12-05 09:00') }
const label = (state: ActivityState): string => ACTIVITY_STATES[state].label

describe('every state × every event', () => {
  const pairs = ALL_ACTIVITY_STATES.flatMap((state) => ALL_ACTIVITY_EVENTS.map((event) => [state, event] as const))

  test('the table holds exactly the legal steps', () => {
    const found = pairs.flatMap(([state, event]) => {
      const result = step(state, event, facts, goodTime(event), input)
      return result.ok ? [`${label(state)} ${event} ${label(result.value.state)}`] : []
    })
    expect(found.sort()).toEqual([...LEGAL].sort())
  })

  const legal = new Set(LEGAL.map((line) => line.split(' ').slice(0, 2).join(' ')))
  test.each(pairs.filter(([state, event]) => !legal.has(`${label(state)} ${event}`)))(
    'illegal: %s × %s is refused and says what is possible',
    (state, event) => {
      expect(step(state, event, facts, goodTime(event), input)).toEqual({
        ok: false,
        error: { code: 'illegal', state, event, allowed: eventsFrom(state) },
      })
    },
  )

  test('every state but the final ones leads on, and every state can be reached', () => {
    const reached = new Set<ActivityState>(Object.values(ACTIVITY_BEGINNINGS))
    for (let grown = -1; grown !== reached.size; ) {
      grown = reached.size
      for (const [state, event] of pairs) {
        const result = step(state, event, facts, goodTime(event), input)
        if (reached.has(state) && result.ok) reached.add(result.value.state)
      }
    }
    expect([...reached].sort()).toEqual([...ALL_ACTIVITY_STATES].sort())
    for (const state of ALL_ACTIVITY_STATES) expect(eventsFrom(state).length === 0).toBe(ACTIVITY_STATES[state].final)
  })
})

describe('guards', () => {
  const now = parseMoment('2026-11-20 09:00')
  const refusal = (
    state: ActivityState,
    event: ActivityEvent,
    at: Moment,
    over: Partial<ActivityFacts> = {},
    extra: typeof input | object = {},
  ) => {
    const result = step(state, event, { ...facts, ...over }, at, extra)
    return result.ok ? result.value.state : result.error
  }

  test('a notice needs a time and a place, and a time to come', () => {
    expect(refusal('drafted', 'notify', now, { startsAt: null, place: null })).toEqual({
      code: 'missing',
      fields: ['startsAt', 'place'],
    })
    expect(refusal('drafted', 'notify', START)).toMatchObject({ code: 'inPast' })
    expect(refusal('drafted', 'notify', now)).toBe('notified')
  })

  test('check-in opens half an hour before the start; the end waits for the start', () => {
    expect(refusal('closed', 'startCheckIn', parseMoment('2026-11-28 08:29'))).toMatchObject({ code: 'tooEarly' })
    expect(refusal('closed', 'startCheckIn', parseMoment('2026-11-28 08:30'))).toBe('checkingIn')
    expect(refusal('checkingIn', 'end', parseMoment('2026-11-28 08:45'))).toMatchObject({ code: 'tooEarly' })
  })

  test('sign-up is not reopened once the activity has begun', () => {
    expect(refusal('closed', 'reopen', now)).toBe('open')
    expect(refusal('closed', 'reopen', START)).toMatchObject({ code: 'started' })
  })

  test('a new date is needed, in the future, and different', () => {
    expect(refusal('open', 'reschedule', now)).toEqual({ code: 'missing', fields: ['startsAt'] })
    expect(refusal('open', 'reschedule', now, {}, { newStartsAt: now })).toMatchObject({ code: 'inPast' })
    expect(refusal('open', 'reschedule', now, {}, { newStartsAt: START })).toMatchObject({ code: 'sameTime' })
  })

  test('what was announced is cancelled with a reason, a draft without', () => {
    expect(refusal('open', 'cancel', now, {}, { reason: ' ' })).toEqual({ code: 'reasonNeeded' })
    expect(refusal('drafted', 'cancel', now)).toBe('cancelled')
  })

  test('archive: seven days after the summary, or the new year', () => {
    expect(refusal('summaryPublished', 'archive', parseMoment('2026-12-06 09:59'))).toMatchObject({ code: 'tooEarly' })
    expect(archiveDueAt(parseMoment('2026-12-29 10:00')).equals(parseMoment('2027-01-01 00:00'))).toBe(true)
  })
})

describe('临时', () => {
  test.each([
    ['2026-11-25 23:59', false],
    ['2026-11-26 00:00', true],
    ['2026-11-28 08:00', true],
  ])('a notice at %s for 11月28日 9:00 is short: %s (three calendar days)', (at, short) => {
    expect(isShortNotice(parseMoment(at), START)).toBe(short)
    expect(step('drafted', 'notify', facts, parseMoment(at))).toMatchObject({ value: { shortNotice: short } })
  })

  test('a new date asks everybody again, and may be short notice itself; a draft asks nobody', () => {
    const now = parseMoment('2026-11-20 09:00')
    const tomorrow = { newStartsAt: parseMoment('2026-11-21 09:00') }
    expect(step('full', 'reschedule', facts, now, tomorrow)).toMatchObject({
      value: { state: 'open', shortNotice: true, askAgain: true },
    })
    expect(step('drafted', 'reschedule', facts, now, tomorrow)).toMatchObject({
      value: { shortNotice: null, askAgain: false },
    })
  })
})

describe('the clock', () => {
  test('a bot that slept through it all walks every state', () => {
    const late = parseMoment('2026-12-20 09:00')
    const walked: ActivityState[] = ['notified']
    for (let state: ActivityState = 'notified'; ; ) {
      const event = dueEvent(state, facts, late)
      if (event === null) break
      const next = step(state, event, facts, late)
      if (!next.ok) throw new Error(`the clock asked for an illegal ${event}`)
      state = next.value.state
      walked.push(state)
    }
    expect(walked).toEqual(['notified', 'open', 'closed', 'checkingIn', 'ended', 'summaryDraft'])
  })

  test('满员 follows the sign-ups, both ways', () => {
    const now = parseMoment('2026-11-20 09:00')
    expect(dueEvent('open', facts, now, true)).toBe('fill')
    expect(dueEvent('full', facts, now, false)).toBe('free')
    expect(dueEvent('open', facts, now, false)).toBeNull()
    expect(dueEvent('full', facts, now, true)).toBeNull()
  })

  test('without a deadline sign-up closes when check-in opens', () => {
    const open = { ...facts, deadlineAt: null }
    expect(dueEvent('open', open, parseMoment('2026-11-28 08:29'))).toBeNull()
    expect(dueEvent('open', open, parseMoment('2026-11-28 08:30'))).toBe('close')
  })

  test('sign-up that opens later waits for its time', () => {
    const later = { ...facts, opensAt: parseMoment('2026-11-21 08:00') }
    expect(dueEvent('notified', later, parseMoment('2026-11-20 09:00'))).toBeNull()
    expect(dueEvent('notified', later, parseMoment('2026-11-21 08:00'))).toBe('openSignUp')
  })
})

test('a deputy may draft and submit; telling everybody is the convenors’', () => {
  expect(ALL_ACTIVITY_EVENTS.filter((event) => mayTrigger(event, 'deputy'))).toEqual(['draft', 'submit'])
  expect(mayTrigger('notify', 'convenor')).toBe(true)
  expect(ALL_ACTIVITY_EVENTS.filter((event) => mayTrigger(event, 'clock'))).toEqual([
    'openSignUp',
    'fill',
    'free',
    'close',
    'startCheckIn',
    'end',
    'draftSummary',
    'archive',
  ])
})
