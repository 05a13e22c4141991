import { describe, expect, it } from 'vitest'
import { type CountedOpinion, figuresOf, percentOf } from '../../../station/opinion/rates.js'
import { monthlyTrend } from '../../../station/opinion/trend.js'
import { Temporal } from '../../../station/time/civil.js'

const one = (patch: Partial<CountedOpinion> = {}): CountedOpinion => ({
  state: 'registered',
  answered: false,
  passedOn: false,
  satisfaction: null,
  replyClass: null,
  solved: false,
  late: false,
  reporters: 1,
  ...patch,
})
const answered = (patch: Partial<CountedOpinion> = {}) =>
  one({ state: 'rated', answered: true, passedOn: true, ...patch })

describe('满意率 and 办成率', () => {
  it('are two figures: everybody may be content and nothing be done', () => {
    const figures = figuresOf([
      answered({ state: 'tracking', satisfaction: '满意', replyClass: 'B' }),
      answered({ state: 'closed', satisfaction: '基本满意', replyClass: 'D' }),
    ])
    expect(percentOf(figures.content)).toBe(100)
    expect(percentOf(figures.done)).toBe(0)
    expect([figures.satisfied, figures.tracking]).toEqual([1, 1])
  })

  it('count as done what was closed with an A answer, a kept promise or confirmed solved, not what is merely closed', () => {
    const figures = figuresOf([
      answered({ state: 'closed', replyClass: 'A' }),
      answered({ state: 'closed', solved: true }),
      answered({ state: 'closed' }),
      answered({ replyClass: 'A' }),
      answered({ state: 'closed', replyClass: 'B' }),
      answered({ state: 'tracking', replyClass: 'C' }),
      answered({ state: 'closed', replyClass: 'D' }),
    ])
    expect(figures.done).toEqual({ part: 3, of: 7 })
  })

  it('divide by those who said, by what was answered, by what was accepted', () => {
    const figures = figuresOf([
      one(),
      one({ state: 'notAccepted' }),
      answered({ satisfaction: '不满意' }),
      answered(),
      one({ state: 'withdrawn' }),
      one({ state: 'merged' }),
      one({ late: true, state: 'referred', reporters: 3 }),
    ])
    expect(figures).toMatchObject({
      recorded: 5,
      voices: 7,
      refused: 1,
      late: 1,
      answered: { part: 2, of: 4 },
      content: { part: 0, of: 1 },
    })
  })

  it('are no figure where there is nothing to divide by', () => {
    expect(percentOf(figuresOf([]).content)).toBeNull()
    expect(percentOf(figuresOf([one()]).done)).toBeNull()
  })
})

describe('the trend', () => {
  const on = (day: string, category: string | null) => ({ recordedOn: Temporal.PlainDate.from(day), category })

  it('shows each month, the empty ones too, with its largest categories', () => {
    const months = monthlyTrend(
      [
        on('2026-11-01', '教育文体'),
        on('2026-11-30', '卫生计生'),
        on('2026-11-02', '卫生计生'),
        on('2026-09-30', null),
      ],
      Temporal.PlainDate.from('2026-11-30'),
      3,
    )
    expect(months.map(({ month, opinions }) => `${month} ${opinions}`)).toEqual(['2026-09 1', '2026-10 0', '2026-11 3'])
    expect(months[2]?.top).toEqual([
      { label: '卫生计生', opinions: 2 },
      { label: '教育文体', opinions: 1 },
    ])
  })
})
