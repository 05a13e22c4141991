import { describe, expect, it } from 'vitest'
import { firstStepTowards } from '../../../station/handling/first-step.js'
import { OPINION_ROAD } from '../../../station/opinion/road.js'
import { SUGGESTION_ROAD } from '../../../station/suggestion/road.js'

describe('what to do first', () => {
  it.each([
    ['registered', 'reply', 'refer'],
    ['triage', 'acknowledge', 'refer'],
    ['registered', 'rate', 'refer'],
    ['returned', 'reply', 'reassign'],
    ['needsMore', 'refer', 'supplement'],
    ['notAccepted', 'refer', 'reconsider'],
    ['merged', 'refer', 'separate'],
    ['referred', 'rate', 'reply'],
    ['toldDeputy', 'rate', 'passOn'],
    ['closed', 'reply', null],
    ['referred', 'refer', null],
    ['toldDeputy', 'reply', null],
    ['registered', 'close', 'refer'],
    ['withdrawn', 'reply', null],
    ['registered', 'refer', null],
    ['referred', 'answerOnSpot', null],
  ] as const)('an opinion %s, for %s: %s', (state, wanted, first) =>
    expect(firstStepTowards(state, wanted, OPINION_ROAD)).toBe(first),
  )

  it.each([
    ['brewing', 'submit', 'draft'],
    ['drafting', 'assign', 'submit'],
    ['drafting', 'rate', 'submit'],
    ['submitted', 'reply', 'register'],
    ['assigned', 'rate', 'reply'],
    ['assigned', 'close', 'reply'],
    ['returned', 'reply', 'reassign'],
    ['replied', 'close', 'rate'],
    ['redo', 'rate', 'replyAgain'],
    ['withdrawn', 'assign', null],
    ['assigned', 'submit', null],
  ] as const)('a suggestion %s, for %s: %s', (state, wanted, first) =>
    expect(firstStepTowards(state, wanted, SUGGESTION_ROAD)).toBe(first),
  )
})
