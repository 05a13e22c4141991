import { expect, test } from 'vitest'
import { type ClosingFacts, lackingToClose } from '../../../station/activity/closing.js'
import { activityType } from '../../../station/activity/types.js'
import { parseMoment } from '../../../station/time/civil.js'
import { 张敏, 陈静 } from './stage.js'

const nothing: ClosingFacts = {
  endedAt: parseMoment('2026-11-28 11:00'),
  present: [张敏, 陈静],
  headcountPersons: null,
  photos: 0,
  takeawaysFrom: [],
  hoursFrom: [],
  reportAt: null,
}
const now = parseMoment('2026-11-30 09:00')

test.each([
  ['T01', ['headcount', 'photos']],
  ['T07', ['report']],
  ['T16', ['headcount', 'hours']],
  ['T21', ['takeaways']],
  ['T09', []],
])('given nothing handed in, %s lacks %o', (code, lacking) => {
  expect(lackingToClose(activityType(code), nothing, now).map((row) => row.code)).toEqual(lacking)
})

test('takeaways are asked only of those who came and have not given theirs', () => {
  const one = { ...nothing, takeawaysFrom: [张敏.id] }
  expect(lackingToClose(activityType('T21'), one, now)).toEqual([{ code: 'takeaways', from: [陈静] }])
})

test('a report is overdue after fifteen days, and no longer lacking once it is in', () => {
  const inspection = activityType('T14')
  expect(lackingToClose(inspection, nothing, parseMoment('2026-12-13 11:00'))).toMatchObject([{ overdue: false }])
  expect(lackingToClose(inspection, nothing, parseMoment('2026-12-13 11:01'))).toMatchObject([{ overdue: true }])
  expect(lackingToClose(inspection, { ...nothing, reportAt: now }, now)).toEqual([])
})

test('nobody checked in is the first thing to say', () => {
  expect(lackingToClose(activityType('T09'), { ...nothing, present: [] }, now)).toEqual([{ code: 'nobodyCheckedIn' }])
})
