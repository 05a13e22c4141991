import { describe, expect, test } from 'vitest'
import { FORMS, weigh } from '../../../station/plan/balance.js'
import { activity } from './stage.js'

describe('三个结合 and forms', () => {
  test('向上6/向下9；定期8/不定期7；问题导向10', () => {
    const held = Array.from({ length: 15 }, (_, index) =>
      activity(index + 1, '2026-05-20', {
        direction: index < 6 ? 'up' : 'down',
        fromSeries: index < 8,
        orientation: index < 10 ? 'problem' : null,
      }),
    )
    const counts = weigh(held).map(({ sides, untagged, empty }) => [
      sides.map(({ label, count }) => `${label}${count}`).join(' '),
      untagged,
      empty.join(),
    ])
    expect(counts).toEqual([
      ['眼睛向上6 眼睛向下9', 0, ''],
      ['目标导向0 问题导向10', 5, 'goal'],
      ['定期8 不定期7', 0, ''],
    ])
  })

  test('“both” stands on both sides; nothing tagged makes no side empty', () => {
    const [direction, orientation] = weigh([activity(1, '2026-05-20', { direction: 'both' })])
    expect(direction).toMatchObject({ sides: [{ count: 1 }, { count: 1 }], untagged: 0, empty: [] })
    expect(orientation).toMatchObject({ untagged: 1, empty: [] })
  })

  test('线上4、线下9、混合2；固定10、流动5', () => {
    const held = Array.from({ length: 15 }, (_, index) =>
      activity(index + 1, '2026-05-20', {
        mode: index < 4 ? 'online' : index < 13 ? 'onsite' : 'mixed',
        venue: index < 10 ? 'fixed' : 'mobile',
      }),
    )
    expect(
      weigh(held, FORMS).map(({ sides }) => sides.map(({ label, count }) => `${label}${count}`).join(' ')),
    ).toEqual(['线上4 线下9 混合2', '固定10 流动5'])
  })
})
