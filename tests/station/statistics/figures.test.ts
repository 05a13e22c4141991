import { expect, it } from 'vitest'
import { byLevel } from '../../../station/statistics/by-level.js'
import { initiationOf } from '../../../station/statistics/initiation.js'
import { missionNamed } from '../../../station/statistics/mission-named.js'

it('seven of eleven by convenors are 64 per cent', () => {
  const roles = [...Array(5).fill('onDuty'), 'convenor', 'head', ...Array(3).fill('liaison'), 'district']
  expect(initiationOf(roles)).toEqual({
    total: 11,
    count: { convenor: 7, office: 4, deputy: 0 },
    convenorPercent: 64,
  })
})

it('nothing arranged has no share', () => {
  expect(initiationOf([]).convenorPercent).toBeNull()
  expect(initiationOf(['deputy', 'adviser']).count.deputy).toBe(2)
})

it('levels keep the order of the station; who holds no mandate here is counted apart', () => {
  expect(byLevel(['省', '市', '区'], ['区', '省', '区', null, '全国'])).toEqual({
    levels: [
      { level: '省', count: 1 },
      { level: '市', count: 0 },
      { level: '区', count: 2 },
    ],
    other: 2,
  })
})

const BASES = ['专业代表履职', '金融发展研究', '投资者教育', '历史文化传承']

it.each([
  ['投资者教育', '投资者教育'],
  ['投教', '投资者教育'],
  ['文化传承', '历史文化传承'],
  ['履职', '专业代表履职'],
  ['研究', '金融发展研究'],
  ['育', null],
  ['招商', null],
  ['教投', null],
])('%s names %s', (word, mission) => {
  expect(missionNamed(word, BASES)).toBe(mission)
})

it('a word that fits two missions names none', () => {
  expect(missionNamed('发展', ['金融发展研究', '助力区域发展'])).toBeNull()
})
