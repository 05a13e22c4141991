import { expect, test } from 'vitest'
import { findHolidayClause } from '../../../../station/time/reading/holiday-clause.js'

test.each([
  ['遇节假日顺延', 'nextWorkday', '遇节假日顺延'],
  ['每月15日(逢节假日顺延)', 'nextWorkday', '(逢节假日顺延)'],
  ['如遇法定节假日则顺延至下一个工作日', 'nextWorkday', '如遇法定节假日则顺延至下一个工作日'],
  ['遇周末、节假日提前', 'previousWorkday', '遇周末、节假日提前'],
  ['节假日除外', 'skip', '节假日除外'],
] as const)('%s: %s', (text, shift, phrase) => {
  const clause = findHolidayClause(text, 0)
  expect(clause?.shift).toBe(shift)
  expect(clause && text.slice(...clause.span)).toBe(phrase)
})

test.each(['节假日愉快', '顺延', '遇到问题', ''])('%s says nothing about holidays that move a date', (text) => {
  expect(findHolidayClause(text, 0)).toBeUndefined()
})
