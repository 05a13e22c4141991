import { describe, expect, test } from 'vitest'
import { type DecisionEvent, stepDecision } from '../../../station/meeting/decision.js'
import { daysLeft, decisionProgress, decisionRemindersDue } from '../../../station/meeting/decision-progress.js'
import { date, decided, must, NOW, T3_START, 李强 } from './stage.js'

const step = (decision: ReturnType<typeof decided>, event: DecisionEvent) => stepDecision(decision, event, 李强, NOW)
const none = new Set<string>()

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
