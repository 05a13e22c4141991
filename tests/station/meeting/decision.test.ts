import { describe, expect, test } from 'vitest'
import {
  DECISION_STATES,
  DECISION_TRANSITIONS,
  type DecisionEvent,
  type DecisionState,
  newDecision,
  stepDecision,
} from '../../../station/meeting/decision.js'
import { date, decided, must, NOW, 孙莉, 李强 } from './stage.js'

const step = (decision: ReturnType<typeof decided>, event: DecisionEvent) => stepDecision(decision, event, 李强, NOW)

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
