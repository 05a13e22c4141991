import { describe, expect, it } from 'vitest'
import { stepRefused } from '../../../commands/activity/refusal-copy.js'
import { type ActivityFacts, step } from '../../../station/activity/machine.js'
import { ACTIVITY_STATES, ALL_ACTIVITY_STATES } from '../../../station/activity/states.js'
import { ALL_ACTIVITY_EVENTS, nextState } from '../../../station/activity/transitions.js'
import { parseMoment } from '../../../station/time/civil.js'

const NOW = parseMoment('2026-11-28 09:30')
const facts: ActivityFacts = {
  startsAt: parseMoment('2026-11-28 09:00'),
  endsAt: parseMoment('2026-11-28 11:00'),
  place: '来凤街社区',
  deadlineAt: null,
  opensAt: null,
  summaryPublishedAt: null,
}
const pairs = ALL_ACTIVITY_STATES.flatMap((state) => ALL_ACTIVITY_EVENTS.map((event) => [state, event] as const))
const illegal = pairs.filter(([state, event]) => nextState(state, event) === null)

describe('what is told when a step cannot be taken', () => {
  it('there are such steps for every state', () => {
    expect(new Set(illegal.map(([state]) => state)).size).toBe(ALL_ACTIVITY_STATES.length)
  })

  it.each(illegal)(
    '%s × %s: one sentence says which activity, how it stands, what cannot be done and what can',
    (state, event) => {
      const refused = step(state, event, facts, NOW)
      if (refused.ok) throw new Error('the step was taken')
      const said = stepRefused({ no: 12, title: '义诊', state }, refused.error)
      expect(said).toMatch(/^H12 义诊 现在是“[^”]+”，不能[^“”]{2,6}。./)
      expect(said).toContain(ACTIVITY_STATES[state].label)
      expect(said).toMatch(/(请|可以|稍后|要)[^。]*。$/)
      expect(said).not.toMatch(/undefined|null|[a-z]{3,}/)
      expect(said.length).toBeLessThan(90)
    },
  )
})
