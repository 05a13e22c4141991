import { expect, test } from 'vitest'
import { convenorCount } from '../../../station/rotation/convenor.js'
import { taskStanding } from '../../../station/rotation/convenor-first.js'
import { parseMoment } from '../../../station/time/civil.js'
import { serving, THREE } from './stage.js'

test.each([
  [0, 'tooFew'],
  [1, 'tooFew'],
  [2, 'asExpected'],
  [3, 'asExpected'],
  [4, 'tooMany'],
])('%i convenors: %s', (count, code) => {
  const convenors = Array.from({ length: count }, (_, index) => serving(index + 1))
  expect(convenorCount(convenors, '2026-06-01')).toEqual({ code, countPersons: count, minPersons: 2, maxPersons: 3 })
})

test('a term that has ended no longer counts, nor does the same person twice', () => {
  const convenors = [...THREE, serving(4, '2025-01-01', '2026-05-31'), serving(1, '2026-05-01')]
  expect(convenorCount(convenors, '2026-05-31').code).toBe('tooMany')
  expect(convenorCount(convenors, '2026-06-01').code).toBe('asExpected')
})

test('the convenor is asked first; after 48 hours staff step in, and it is known who did it', () => {
  const askedAt = parseMoment('2026-06-01 09:00')
  expect(taskStanding({ askedAt }, parseMoment('2026-06-03 08:59')).code).toBe('withConvenor')
  expect(taskStanding({ askedAt }, parseMoment('2026-06-03 09:00')).code).toBe('withStaff')
  const doneAt = parseMoment('2026-06-04 09:00')
  expect(taskStanding({ askedAt, doneAt, doneBy: 'convenor' }, doneAt).code).toBe('doneByConvenor')
  expect(taskStanding({ askedAt, doneAt, doneBy: 'staff' }, doneAt).code).toBe('doneByStaff')
})
