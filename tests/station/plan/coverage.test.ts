import { expect, test } from 'vitest'
import { missionCoverage } from '../../../station/plan/coverage.js'
import { activity } from './stage.js'

test('四个基地: 履职5、研究2、投教6、文化传承0', () => {
  const missions = ['专业代表履职', '金融发展研究', '投资者教育', '历史文化传承']
  const held = [
    ...Array.from({ length: 5 }, (_, index) => activity(index, '2026-05-20', { missions: ['专业代表履职'] })),
    ...Array.from({ length: 2 }, (_, index) =>
      activity(10 + index, '2026-05-20', { missions: ['金融发展研究', '投资者教育'] }),
    ),
    ...Array.from({ length: 4 }, (_, index) => activity(20 + index, '2026-05-20', { missions: ['投资者教育'] })),
    activity(30, '2026-05-20', { missions: ['旧基地'] }),
    activity(31, '2026-05-20'),
  ]
  const coverage = missionCoverage(held, missions)
  expect(coverage.missions.map(({ count }) => count)).toEqual([5, 2, 6, 0])
  expect(coverage).toMatchObject({ uncovered: ['历史文化传承'], untagged: 1, unknown: ['旧基地'] })
})
