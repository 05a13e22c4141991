import { describe, expect, it } from 'vitest'
import { refStretches, turnRef } from '../../../station/summary/refs.js'

describe('record numbers in a line', () => {
  it.each([
    [['Y21', 'Y17', 'Y18', 'Y19', 'Y20'], ['Y17–Y21']],
    [
      ['H13', 'H12'],
      ['H12', 'H13'],
    ],
    [
      ['Y9', 'Y10', 'Y11', 'H2'],
      ['H2', 'Y9–Y11'],
    ],
    [
      ['Y1', 'Y3', 'Y3', 'Y5'],
      ['Y1', 'Y3', 'Y5'],
    ],
    [
      [turnRef('2026-11'), 'H1'],
      ['H1', '轮值2026-11'],
    ],
    [[], []],
  ])('%j → %j', (refs, stretches) => {
    expect(refStretches(refs)).toEqual(stretches)
  })

  it('a stretch names no number that was not given', () => {
    expect(refStretches(['Y1', 'Y2', 'Y3', 'Y5', 'Y6', 'Y7', 'Y8'])).toEqual(['Y1–Y3', 'Y5–Y8'])
  })
})
