import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Pause, readClock, type WorkdayClock } from '../../../station/opinion/clock.js'
import { OPINION_CLOCK_PRESETS, opinionClockPreset } from '../../../station/opinion/clock-presets.js'
import { passOnReminders } from '../../../station/opinion/pass-on-reminders.js'
import { Temporal } from '../../../station/time/civil.js'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const pause = (from: string, until: string | null): Pause => ({
  from: day(from),
  until: until === null ? null : day(until),
})

const read = (startedOn: string, limitWorkdays: number, today: string, pauses: Pause[] = []) => {
  const clock: WorkdayClock = { startedOn: day(startedOn), limitWorkdays, pauses }
  const reading = readClock(clock, day(today))
  if (!reading.ok) return `unpublished ${reading.error.year}`
  const { dueOn, leftWorkdays, colour } = reading.value
  return `${dueOn?.toString() ?? '-'} ${leftWorkdays} ${colour}`
}
const due = (startedOn: string, limitWorkdays: number): string => read(startedOn, limitWorkdays, startedOn).slice(0, 10)

describe('the last day in time', () => {
  it.each([
    // 春节 2024: off 10–17 February, at work on the Sundays 4 and 18 February; 9 February was an ordinary Friday.
    ['2024-02-08', 1, '2024-02-09'],
    ['2024-02-08', 2, '2024-02-18'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2024-02-02', 1, '2024-02-04'],
    // 国庆 2024: off 1–7 October, at work on 29 September and 12 October.
    ['2024-09-27', 1, '2024-09-29'],
    ['2024-09-30', 5, '2024-10-12'],
    // 春节 2025: off 28 January – 4 February, at work on Sunday 26 January and Saturday 8 February.
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-01-24', 6, '2025-02-08'],
    // 国庆·中秋 2025: off 1–8 October, at work on 28 September and 11 October.
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-26', 6, '2025-10-11'],
    // 元旦 2025 was announced in the notice of 2025: one day off, on a Wednesday.
    ['2024-12-31', 1, '2025-01-02'],
    // 春节 2026: off 15–23 February, at work on Saturdays 14 and 28 February.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-27', 1, '2026-02-28'],
    // An ordinary month: fifteen workdays are three weeks.
    ['2026-11-23', 15, '2026-12-14'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s + %i workdays is %s', (startedOn, limit, expected) => {
    expect(due(startedOn, limit)).toBe(expected)
  })

  it('is not guessed where the notice is not out', () => {
    expect(read('2026-12-18', 15, '2026-12-18')).toBe('unpublished 2027')
    // Late is late, whatever the next notice says of the last days of December: as many workdays as are known of.
    expect(read('2026-11-23', 15, '2026-12-24')).toBe('2026-12-14 -8 red')
    expect(read('2026-11-23', 15, '2026-12-31')).toBe('2026-12-14 -8 red')
    expect(read('2026-11-23', 15, '2027-01-04')).toBe('2026-12-14 -8 red')
  })
})

describe('the colours', () => {
  it.each([
    ['2026-11-23', '2026-12-14 15 green'],
    ['2026-12-08', '2026-12-14 4 green'],
    ['2026-12-09', '2026-12-14 3 yellow'],
    ['2026-12-12', '2026-12-14 1 yellow'],
    ['2026-12-14', '2026-12-14 0 yellow'],
    ['2026-12-15', '2026-12-14 -1 red'],
    ['2026-12-21', '2026-12-14 -5 red'],
  ])('on %s the clock reads %s', (today, expected) => {
    expect(read('2026-11-23', 15, today)).toBe(expected)
  })

  it('is red on the weekend after the last day, though no workday has passed', () => {
    expect(read('2026-11-23', 4, '2026-11-27')).toBe('2026-11-27 0 yellow')
    expect(read('2026-11-23', 4, '2026-11-28')).toBe('2026-11-27 -1 red')
  })
})

describe('退办', () => {
  it('stops the clock: nobody knows the last day, and what was left stays left', () => {
    expect(read('2026-11-23', 15, '2026-11-27', [pause('2026-11-25', null)])).toBe('- 13 paused')
    expect(read('2026-11-23', 15, '2026-12-30', [pause('2026-11-25', null)])).toBe('- 13 paused')
  })

  it('moves the last day by the workdays lost, not by the weekend among them', () => {
    const friday = pause('2026-11-27', '2026-12-01')
    expect(read('2026-11-23', 15, '2026-12-01', [friday])).toBe('2026-12-16 11 green')
    expect(read('2026-11-23', 15, '2026-12-01', [pause('2026-11-28', '2026-11-29')])).toBe('2026-12-14 9 green')
  })

  it('a matter given back and taken up on one day loses nothing', () => {
    expect(read('2026-11-23', 15, '2026-11-25', [pause('2026-11-25', '2026-11-25')])).toBe('2026-12-14 13 green')
  })

  it('adds up over two hops, a make-up Saturday included', () => {
    // Lost: 9–13 February (5 workdays) and 14 February, a make-up Saturday.
    const hops = [pause('2026-02-06', '2026-02-13'), pause('2026-02-13', '2026-02-14')]
    expect(read('2026-02-02', 10, '2026-02-14', hops)).toBe('2026-03-02 6 green')
  })

  it('never leaves more or less time than the limit, however the pauses fall', () => {
    const start = day('2025-03-03')
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 4 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 30 }), (parts, limit) => {
        let at = start
        const pauses = parts.map(([wait, length]): Pause => {
          const from = at.add({ days: wait })
          at = from.add({ days: length })
          return { from, until: at }
        })
        const inPause = (date: Temporal.PlainDate) =>
          pauses.some(
            (one) =>
              Temporal.PlainDate.compare(date, one.from) > 0 && Temporal.PlainDate.compare(date, one.until ?? at) <= 0,
          )
        const reading = readClock({ startedOn: start, limitWorkdays: limit, pauses }, at)
        if (!reading.ok || reading.value.dueOn === null) throw new Error('2025 is published and no pause is open')
        let counted = 0
        for (let date = start; !date.equals(reading.value.dueOn); ) {
          date = date.add({ days: 1 })
          const works = readClock({ startedOn: date.subtract({ days: 1 }), limitWorkdays: 1, pauses: [] }, date)
          if (works.ok && works.value.dueOn?.equals(date) && !inPause(date)) counted += 1
        }
        // A pause may still swallow the last day of a limit that had already run out before it.
        if (Temporal.PlainDate.compare(reading.value.dueOn, at) > 0) expect(counted).toBe(limit)
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })
})

describe('presets', () => {
  it('are found by their id and name where they come from', () => {
    for (const preset of OPINION_CLOCK_PRESETS) expect(opinionClockPreset(preset.id)).toBe(preset)
    expect(OPINION_CLOCK_PRESETS.filter((preset) => preset.source.length < 4)).toEqual([])
  })

  it('never give an urgent matter more time than an ordinary one', () => {
    for (const { ordinary, urgent } of OPINION_CLOCK_PRESETS) {
      expect(urgent.answerWorkdays).toBeLessThanOrEqual(ordinary.answerWorkdays)
      expect(urgent.acknowledgeWorkdays).toBeLessThanOrEqual(ordinary.acknowledgeWorkdays)
    }
  })
})

describe('转告', () => {
  it('is asked for after three days, weekly twice more, then of the convenor', () => {
    expect(passOnReminders(day('2026-02-26')).map(({ on, to }) => `${on} ${to}`)).toEqual([
      '2026-03-01 deputy',
      '2026-03-08 deputy',
      '2026-03-15 deputy',
      '2026-03-22 convenor',
    ])
  })
})
