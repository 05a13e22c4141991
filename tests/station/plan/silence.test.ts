import { describe, expect, test } from 'vitest'
import { silence } from '../../../station/plan/silence.js'
import { activity, date } from './stage.js'

const FOUNDED = date('2022-06-20')

describe('gap alarm', () => {
  const last = [activity(1, '2026-03-01')]
  const on = (today: string, more: ReturnType<typeof activity>[] = []) =>
    silence([...last, ...more], FOUNDED, date(today))

  test('more than 45 days, not 45', () => {
    expect(on('2026-04-15')).toMatchObject({ silentDays: 45, alarmKey: null })
    expect(on('2026-04-16')).toMatchObject({ silentDays: 46, alarmKey: 'silence:2026-03-01:0' })
  })

  test('本站已47天无活动: the alarm comes once, and again after fifteen more days', () => {
    expect(on('2026-04-17').silentDays).toBe(47)
    expect(on('2026-04-30').alarmKey).toBe('silence:2026-03-01:0')
    expect(on('2026-05-01').alarmKey).toBe('silence:2026-03-01:1')
  })

  test('the next one announced is named; a cancelled one breaks no silence', () => {
    const more = [activity(2, '2026-04-01', { state: 'cancelled' }), activity(3, '2026-04-25', { state: 'open' })]
    const gap = on('2026-04-17', more)
    expect(gap.nextOn?.toString()).toBe('2026-04-25')
    expect(gap.silentDays).toBe(47)
  })

  test('a station that has held none is counted from its founding', () => {
    expect(silence([], date('2026-06-01'), date('2026-06-11'))).toMatchObject({ silentDays: 10, alarmKey: null })
  })
})
