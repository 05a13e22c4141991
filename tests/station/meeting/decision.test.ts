import { describe, expect, test } from 'vitest'
import {
  DECISION_STATES,
  DECISION_TRANSITIONS,
  type DecisionEvent,
  type DecisionState,
  newDecision,
  stepDecision,
} from '../../../station/meeting/decision.js'
import { daysLeft, decisionProgress, decisionRemindersDue } from '../../../station/meeting/decision-progress.js'
import { date, decided, must, NOW, T3_START, 孙莉, 李强 } from './stage.js'

const step = (decision: ReturnType<typeof decided>, event: DecisionEvent) => stepDecision(decision, event, 李强, NOW)
const none = new Set<string>()

describe('what a joint meeting decided', () => {
  test('is numbered on, and due today at the earliest', () => {
    const first = decided()
    expect(decided('2026-06-30', [first]).no).toBe(2)
    const task = { task: ' ', owner: { kind: 'person' as const, person: 孙莉 }, dueOn: date('2026-06-30') }
    expect(newDecision([], task, NOW)).toEqual({ ok: false, error: { code: 'emptyTask' } })
    expect(newDecision([], { ...task, task: '整理纪要', dueOn: date('2026-05-05') }, NOW)).toMatchObject({
      error: { code: 'dueInPast' },
    })
    expect(newDecision([], { ...task, task: '整理纪要', dueOn: date('2026-05-06') }, NOW)).toMatchObject({ ok: true })
  })

  const LEGAL = [
    'open progress open',
    'open report reported',
    'open confirm done',
    'open extend open',
    'open drop dropped',
    'reported progress reported',
    'reported report reported',
    'reported confirm done',
    'reported reopen open',
    'reported drop dropped',
    'done reopen open',
  ]
  const states = Object.keys(DECISION_STATES) as DecisionState[]
  const events = Object.keys(DECISION_TRANSITIONS) as DecisionEvent['event'][]
  const say = (event: DecisionEvent['event']): DecisionEvent =>
    event === 'extend' ? { event, words: '等采购', dueOn: date('2026-07-31') } : { event, words: '情况如下' }

  test('every state × every event: exactly these steps, all others refused', () => {
    const found = states.flatMap((state) =>
      events.flatMap((event) => {
        const result = step({ ...decided(), state }, say(event))
        if (!result.ok) expect(result.error).toEqual({ code: 'illegal', state, event })
        return result.ok ? [`${state} ${event} ${result.value.state}`] : []
      }),
    )
    expect(found.sort()).toEqual([...LEGAL].sort())
  })

  test.each(['report', 'confirm', 'drop', 'progress'] as const)('%s needs words', (event) => {
    expect(step(decided(), { event, words: ' ' })).toEqual({ ok: false, error: { code: 'wordsNeeded', event } })
  })

  test('an extension is later, says why and keeps the old day on record', () => {
    expect(step(decided(), { event: 'extend', words: '等采购', dueOn: date('2026-06-30') })).toMatchObject({
      error: { code: 'notLater' },
    })
    const later = must(step(decided(), { event: 'extend', words: '等采购', dueOn: date('2026-07-31') }))
    expect(later.dueOn.toString()).toBe('2026-07-31')
    expect(later.history.map((entry) => `${entry.what} ${entry.dueBefore} ${entry.by.name} ${entry.words}`)).toEqual([
      'extend 2026-06-30 李强 等采购',
    ])
  })
})

describe('tracked to the end', () => {
  const due = (today: string, done: ReadonlySet<string> = none) =>
    decisionRemindersDue(3, [decided()], date(today), done).map(({ offsetDays, convenorToo }) => ({
      offsetDays,
      convenorToo,
    }))

  test.each([
    ['2026-06-26', []],
    ['2026-06-27', [{ offsetDays: -3, convenorToo: false }]],
    ['2026-06-29', [{ offsetDays: -3, convenorToo: false }]],
    ['2026-06-30', [{ offsetDays: 0, convenorToo: false }]],
    ['2026-07-01', [{ offsetDays: 1, convenorToo: true }]],
    ['2026-07-07', [{ offsetDays: 7, convenorToo: true }]],
    ['2026-07-13', [{ offsetDays: 7, convenorToo: true }]],
    ['2026-07-14', [{ offsetDays: 14, convenorToo: true }]],
    ['2026-09-01', [{ offsetDays: 63, convenorToo: true }]],
  ])('6月30日前回复: on %s', (today, reminders) => {
    expect(due(today)).toEqual(reminders)
  })

  test('each reminder goes out once, and an extension arms them again', () => {
    const [first] = decisionRemindersDue(3, [decided()], date('2026-06-27'), none)
    expect(first?.key).toBe('T:3:1:2026-06-30:-3')
    expect(due('2026-06-28', new Set([first?.key ?? '']))).toEqual([])
    const later = must(step(decided(), { event: 'extend', words: '等采购', dueOn: date('2026-07-31') }))
    expect(decisionRemindersDue(3, [later], date('2026-07-28'), none).map(({ key }) => key)).toEqual([
      'T:3:1:2026-07-31:-3',
    ])
  })

  test('who has reported is not reminded; the convenor has to confirm', () => {
    const reported = must(step(decided(), { event: 'report', words: '已增设儿科门诊' }))
    expect(decisionRemindersDue(3, [reported], date('2026-07-14'), none)).toEqual([])
    const open = decided('2026-06-30', [reported])
    const future = decided('2026-08-31', [reported, open])
    const done = must(step({ ...open, no: 4 }, { event: 'confirm', words: '现场看过' }))
    const dropped = must(step({ ...open, no: 5 }, { event: 'drop', words: '并入市里项目' }))
    const progress = decisionProgress([reported, open, future, done, dropped], date('2026-07-01'))
    expect(progress).toMatchObject({ total: 5, done: 1, dropped: 1 })
    expect(progress.toConfirm).toEqual([reported])
    expect(progress.overdue).toEqual([open])
    expect(progress.inTime).toEqual([future])
  })

  test('days left: none of it once settled', () => {
    expect(daysLeft(decided(), date('2026-06-27'))).toBe(3)
    expect(daysLeft(decided(), date('2026-07-02'))).toBe(-2)
    expect(daysLeft({ ...decided(), state: 'done' }, T3_START.toPlainDate())).toBeNull()
  })
})
