import { describe, expect, it } from 'vitest'
import { figure, figuresOf } from '../../../station/summary/figures.js'
import { novemberWeek } from './november-week.js'

describe('figures of a week', () => {
  const figures = figuresOf(novemberWeek)

  it('are counted with the records they rest on', () => {
    expect(figure(figures, 'activitiesHeld')).toEqual({ key: 'activitiesHeld', value: 2, evidence: ['H12', 'H13'] })
    expect(figure(figures, 'opinionsUrgent')).toEqual({ key: 'opinionsUrgent', value: 1, evidence: ['Y18'] })
    expect(figures.categories).toEqual([
      { category: '卫生计生', value: 2, evidence: ['Y17', 'Y18'] },
      { category: '交通运输', value: 1, evidence: ['Y19'] },
    ])
  })

  it('sum only what was recorded: H13 kept no attendance', () => {
    expect(figure(figures, 'attended')).toEqual({ key: 'attended', value: 7, evidence: ['H12'] })
    expect(figure(figures, 'signedUp')).toEqual({ key: 'signedUp', value: 13, evidence: ['H12', 'H13'] })
  })

  it('where nothing was recorded there is no figure, not a nought', () => {
    const unrecorded = novemberWeek.activities.map((activity) => ({ ...activity, attendedPersons: null }))
    expect(figure(figuresOf({ ...novemberWeek, activities: unrecorded }), 'attended')).toBeNull()
  })

  it('a cancelled activity counts neither as held nor in the sign-ups', () => {
    const cancelled = novemberWeek.activities.map((activity) => ({ ...activity, phase: 'cancelled' as const }))
    const counted = figuresOf({ ...novemberWeek, activities: cancelled })
    expect(figure(counted, 'activitiesHeld')?.value).toBe(0)
    expect(figure(counted, 'activitiesCancelled')?.value).toBe(2)
    expect(figure(counted, 'signedUp')).toBeNull()
  })
})
