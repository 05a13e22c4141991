import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setFlag } from '../../../station/suggestion/flags.js'
import { transitionSuggestion } from '../../../station/suggestion/machine.js'
import { SUGGESTION_RULES } from '../../../station/suggestion/rules.js'
import { ALL_SUGGESTION_STATES, SUGGESTION_STATES, type SuggestionState } from '../../../station/suggestion/states.js'
import type { SuggestionEvent, SuggestionFacts } from '../../../station/suggestion/suggestion-event.js'
import {
  ALL_SUGGESTION_EVENTS,
  type SuggestionActor,
  type SuggestionEventName,
  suggestionTransition,
} from '../../../station/suggestion/transitions.js'
import { type Moment, parseMoment, Temporal } from '../../../station/time/civil.js'

const NOW = parseMoment('2026-06-18 10:00')
const TODAY = NOW.toPlainDate()
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const ASSIGNED = day('2026-06-15')
const EVERYBODY: SuggestionActor[] = [
  'deputy',
  'convenor',
  'onDuty',
  'head',
  'liaison',
  'district',
  'lead',
  'unit',
  'clock',
]
const HEALTH = { mode: 'lead', lead: ['区卫生健康委员会'], assisting: ['区财政局'] } as const
const INSURANCE = { mode: 'lead', lead: ['区医疗保障局'], assisting: [] } as const

const EVENTS: { [K in SuggestionEventName]: SuggestionEvent & { kind: K } } = {
  draft: { kind: 'draft' },
  openForNames: { kind: 'openForNames' },
  submit: { kind: 'submit', platformNo: '2026-117', on: TODAY },
  register: { kind: 'register' },
  assign: { kind: 'assign', ...HEALTH, on: ASSIGNED },
  returnAsNotOurs: { kind: 'returnAsNotOurs', reason: '不是我委职责', on: TODAY, suggestedUnit: '区医疗保障局' },
  reassign: { kind: 'reassign', ...INSURANCE, on: TODAY },
  receive: { kind: 'receive' },
  partReply: { kind: 'partReply', text: '医保部分已落实', by: '区医疗保障局', on: TODAY },
  partReturn: { kind: 'partReturn', reason: '不属我局职责', by: '区医疗保障局', on: TODAY },
  partReassign: { kind: 'partReassign', unit: '区财政局', before: '区医疗保障局', on: TODAY },
  contact: { kind: 'contact', how: '电话沟通' },
  reply: { kind: 'reply', text: '已增设儿科门诊', by: '区卫生健康委员会', on: TODAY },
  rate: { kind: 'rate', satisfaction: 'satisfied' },
  replyAgain: { kind: 'replyAgain', text: '已再增两名医生', by: '区卫生健康委员会', on: TODAY },
  track: { kind: 'track', promisedOn: TODAY.add({ months: 3 }) },
  promiseKept: { kind: 'promiseKept' },
  promiseBroken: { kind: 'promiseBroken' },
  close: { kind: 'close' },
  archive: { kind: 'archive' },
  withdraw: { kind: 'withdraw', reason: '内容已落实' },
}

/** The diagram of the process, written a second time by hand: a row changed by accident shows here. */
const DIAGRAM: Record<SuggestionState, string> = {
  brewing: 'draft>drafting withdraw>withdrawn',
  drafting: 'openForNames>cosigning submit>submitted withdraw>withdrawn',
  cosigning: 'draft>drafting submit>submitted withdraw>withdrawn',
  submitted: 'register>registered withdraw>withdrawn',
  registered: 'assign>assigned withdraw>withdrawn',
  assigned:
    'returnAsNotOurs>returned receive>handling partReply>handling partReturn>handling partReassign>handling contact>handling reply>replied',
  returned: 'reassign>assigned',
  handling:
    'returnAsNotOurs>returned receive>handling partReply>handling partReturn>handling partReassign>handling contact>handling reply>replied',
  replied: 'rate>rated',
  rated: 'track>tracking close>closed',
  redo: 'partReply>redo replyAgain>repliedAgain',
  repliedAgain: 'rate>rated',
  tracking: 'reply>replied promiseKept>closed promiseBroken>redo',
  closed: 'archive>archived',
  archived: '',
  withdrawn: '',
}

const factsAt = (state: SuggestionState, overrides: Partial<SuggestionFacts> = {}): SuggestionFacts => ({
  no: 5,
  kind: 'suggestion',
  state,
  title: '关于在社区卫生服务中心增设儿科的建议',
  text: '目前……由于……建议……',
  stamps: Object.fromEntries(SUGGESTION_STATES[state].stamps.map((stamp) => [stamp, NOW])),
  flags: [],
  missingNames: 0,
  submittedOn: day('2026-06-01'),
  assignedOn: ASSIGNED,
  assignment: HEALTH,
  hops: 0,
  contacts: 1,
  replyClass: null,
  promisedOn: null,
  redoOn: day('2026-06-16'),
  ...overrides,
})

const expectedNext = (state: SuggestionState, event: SuggestionEventName): string | undefined =>
  new Map(DIAGRAM[state].split(' ').map((edge) => edge.split('>') as [string, string])).get(event)
const classFor = (event: SuggestionEventName): Partial<SuggestionFacts> =>
  event === 'track' ? { replyClass: 'B' } : {}
const pairs = ALL_SUGGESTION_STATES.flatMap((state) => ALL_SUGGESTION_EVENTS.map((event) => [state, event] as const))

describe('every step of a suggestion', () => {
  it.each(pairs)('%s × %s', (state, event) => {
    const result = transitionSuggestion(factsAt(state, classFor(event)), EVENTS[event], EVERYBODY, NOW)
    const next = expectedNext(state, event)
    if (next === undefined) {
      const allowed = ALL_SUGGESTION_EVENTS.filter((other) => expectedNext(state, other) !== undefined)
      expect(result).toEqual({ ok: false, error: { code: 'illegal', state, event, allowed } })
      return
    }
    expect(result).toMatchObject({ ok: true, value: { facts: { state: next } } })
    const stamps = result.ok ? result.value.facts.stamps : {}
    const own = SUGGESTION_STATES[state].stamps as readonly string[]
    const missing = SUGGESTION_STATES[next as SuggestionState].stamps.filter(
      (stamp) => stamps[stamp] === undefined && own.includes(stamp),
    )
    expect(missing).toEqual([])
    expect(stamps[suggestionTransition(event).stamp]).toBe(NOW)
  })

  const legal = pairs.filter(([state, event]) => expectedNext(state, event) !== undefined)
  it.each(legal)('%s × %s is refused to anybody the table does not name', (state, event) => {
    const outsiders = EVERYBODY.filter((role) => !suggestionTransition(event).who.includes(role))
    expect(transitionSuggestion(factsAt(state, classFor(event)), EVENTS[event], outsiders, NOW)).toMatchObject({
      ok: false,
      error: { code: 'notYours', event },
    })
  })

  it('leads from the first idea to the archive with every time stamp in place, whatever happens on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALL_SUGGESTION_EVENTS), { maxLength: 60 }), (names) => {
        let facts = factsAt('brewing', { assignedOn: null, submittedOn: null, assignment: null, redoOn: null })
        for (const name of names) {
          const result = transitionSuggestion(facts, EVENTS[name], EVERYBODY, NOW)
          if (!result.ok) continue
          facts = result.value.facts
          const { stamps } = facts
          const missing = SUGGESTION_STATES[facts.state].stamps.filter((stamp) => stamps[stamp] === undefined)
          expect([facts.state, missing]).toEqual([facts.state, []])
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })
})

const refusal = (
  facts: SuggestionFacts,
  event: SuggestionEvent,
  actor: SuggestionActor[] = ['liaison'],
  rules = SUGGESTION_RULES,
): string => {
  const result = transitionSuggestion(facts, event, actor, NOW, rules)
  return result.ok ? 'allowed' : result.error.code
}
const step = (facts: SuggestionFacts, event: SuggestionEvent, now: Moment = NOW, rules = SUGGESTION_RULES) => {
  const result = transitionSuggestion(facts, event, ['liaison'], now, rules)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('what a step needs', () => {
  const tomorrow = TODAY.add({ days: 1 })
  it.each([
    ['联名 without a title', factsAt('drafting', { title: ' ' }), EVENTS.openForNames, 'titleNeeded'],
    ['提交 without a title', factsAt('drafting', { title: '' }), EVENTS.submit, 'titleNeeded'],
    ['提交 without a text', factsAt('drafting', { text: '' }), EVENTS.submit, 'textNeeded'],
    ['提交 without the platform number', factsAt('drafting'), { ...EVENTS.submit, platformNo: '' }, 'platformNoNeeded'],
    ['提交 tomorrow', factsAt('drafting'), { ...EVENTS.submit, on: tomorrow }, 'dateInFuture'],
    [
      'a motion short of names',
      factsAt('cosigning', { kind: 'motionMaterial', missingNames: 6 }),
      EVENTS.submit,
      'namesMissing',
    ],
    [
      'a motion, filed in session only',
      factsAt('cosigning', { kind: 'motionMaterial' }),
      EVENTS.submit,
      'notFiledHere',
    ],
    ['交办 to nobody', factsAt('registered'), { ...EVENTS.assign, lead: [] }, 'unitNeeded'],
    ['交办 tomorrow', factsAt('registered'), { ...EVENTS.assign, on: tomorrow }, 'dateInFuture'],
    ['交办 before 提交', factsAt('registered'), { ...EVENTS.assign, on: day('2026-05-31') }, 'dateTooEarly'],
    ['退办 without a reason', factsAt('assigned'), { ...EVENTS.returnAsNotOurs, reason: '' }, 'reasonNeeded'],
    ['改派 to the same unit', factsAt('returned'), { ...EVENTS.reassign, ...HEALTH }, 'sameUnit'],
    ['沟通 without saying how', factsAt('assigned'), { kind: 'contact', how: '' }, 'textNeeded'],
    ['答复 without words', factsAt('handling'), { ...EVENTS.reply, text: '' }, 'textNeeded'],
    ['答复 by nobody', factsAt('handling'), { ...EVENTS.reply, by: '' }, 'unitNeeded'],
    ['答复 before 交办', factsAt('handling'), { ...EVENTS.reply, on: day('2026-06-14') }, 'dateTooEarly'],
    ['再答复 before 再办', factsAt('redo'), { ...EVENTS.replyAgain, on: day('2026-06-15') }, 'dateTooEarly'],
    [
      'a promise for yesterday',
      factsAt('handling'),
      { ...EVENTS.reply, promisedOn: day('2026-06-17') },
      'promiseInPast',
    ],
    ['跟踪 of an A answer', factsAt('rated', { replyClass: 'A' }), EVENTS.track, 'nothingPromised'],
    ['跟踪 without a day', factsAt('rated', { replyClass: 'C' }), { kind: 'track' }, 'promiseNeeded'],
    ['办结 of a B answer', factsAt('rated', { replyClass: 'B' }), EVENTS.close, 'promiseOpen'],
    ['撤回 from the official system without a reason', factsAt('submitted'), { kind: 'withdraw' }, 'reasonNeeded'],
  ] as [string, SuggestionFacts, SuggestionEvent, string][])('%s is refused', (_name, facts, event, code) => {
    expect(refusal(facts, event)).toBe(code)
  })

  it('lets the lead withdraw a draft without a word, but not what the official system has', () => {
    expect(refusal(factsAt('cosigning'), { kind: 'withdraw' }, ['lead', 'deputy'])).toBe('allowed')
    expect(refusal(factsAt('submitted'), EVENTS.withdraw, ['lead', 'deputy'])).toBe('notYours')
  })
})

describe('退办', () => {
  // Handed over Monday 2026-06-15; the Dragon Boat holiday is 19–21 June, so the seventh workday is the 25th.
  const returnedOn = (on: string, rules = SUGGESTION_RULES) => {
    const late = parseMoment('2026-07-10 09:00')
    const result = transitionSuggestion(
      factsAt('assigned'),
      { ...EVENTS.returnAsNotOurs, on: day(on) },
      ['unit'],
      late,
      rules,
    )
    return result.ok ? result.value.effects.join() : result.error.code
  }

  it('is taken until the seventh workday and refused after it', () => {
    expect(returnedOn('2026-06-25')).toBe('')
    expect(returnedOn('2026-06-26')).toBe('returnTooLate')
  })

  it("is let through and marked late where the station's rule says so", () => {
    expect(returnedOn('2026-06-26', { ...SUGGESTION_RULES, refuseLateReturn: false })).toBe('lateReturn')
  })

  it('counts hops, escalates from the second, and keeps the first 交办 unless the rule restarts the clock', () => {
    const once = step(factsAt('assigned'), EVENTS.returnAsNotOurs)
    const again = step(once.facts, EVENTS.reassign)
    expect([again.facts.assignedOn?.toString(), again.facts.assignment?.lead]).toEqual(['2026-06-15', ['区医疗保障局']])
    const restarted = step(once.facts, EVENTS.reassign, NOW, { ...SUGGESTION_RULES, reassignRestartsClock: true })
    expect(restarted.facts.assignedOn?.toString()).toBe('2026-06-18')
    expect(step(again.facts, EVENTS.returnAsNotOurs).effects).toEqual(['escalate'])
  })
})

describe('答复 and 评价', () => {
  it('records an answer without any talk, and names the gap (代表法 51)', () => {
    expect(step(factsAt('assigned', { contacts: 0 }), EVENTS.reply).effects).toContain('warnNoContact')
    const talked = step(factsAt('assigned', { contacts: 0 }), EVENTS.contact)
    expect(step(talked.facts, EVENTS.reply).effects).toEqual(['stopClock', 'tellDeputies'])
  })

  it('marks an answer late after three months, after six for a complex matter', () => {
    const on = (date: string, flags: SuggestionFacts['flags']) =>
      step(factsAt('handling', { flags }), { ...EVENTS.reply, on: day(date) }, parseMoment('2027-01-10 09:00')).effects
    expect(on('2026-09-15', [])).not.toContain('lateReply')
    expect(on('2026-09-16', [])).toContain('lateReply')
    expect(on('2026-12-15', ['complex'])).not.toContain('lateReply')
    expect(on('2026-12-16', ['complex'])).toContain('lateReply')
  })

  it('goes round once for a dissatisfied deputy and escalates the second time', () => {
    const unhappy = { kind: 'rate', satisfaction: 'dissatisfied' } as const
    const first = step(factsAt('replied'), unhappy)
    expect([first.facts.state, first.facts.redoOn?.toString(), first.effects]).toEqual([
      'redo',
      '2026-06-18',
      ['startReplyAgainClock'],
    ])
    const late = { ...EVENTS.replyAgain, on: day('2026-07-19') }
    const second = step(first.facts, late, parseMoment('2026-07-20 09:00'))
    expect(second.effects).toContain('lateReply')
    const third = step(second.facts, unhappy)
    expect([third.facts.state, third.effects]).toEqual(['rated', ['escalate']])
  })

  it('follows a B answer to the promised day', () => {
    const replied = step(factsAt('handling'), { ...EVENTS.reply, replyClass: 'B', promisedOn: day('2026-09-30') })
    const tracked = step(step(replied.facts, EVENTS.rate).facts, { kind: 'track' })
    expect([tracked.facts.state, tracked.facts.promisedOn?.toString()]).toEqual(['tracking', '2026-09-30'])
    expect(step(tracked.facts, EVENTS.promiseBroken).facts.state).toBe('redo')
    expect(step(tracked.facts, EVENTS.promiseKept).facts.state).toBe('closed')
  })

  it('publishes what was done, except for a confidential one', () => {
    expect(step(factsAt('closed'), EVENTS.archive).effects).toEqual(['publish'])
    expect(step(factsAt('closed', { flags: ['confidential'] }), EVENTS.archive).effects).toEqual([])
  })

  it('asks those who signed again when the words change', () => {
    expect(step(factsAt('cosigning'), EVENTS.draft).effects).toEqual(['askNamesAgain'])
  })
})

describe('marks', () => {
  const flag = (
    facts: SuggestionFacts,
    at: string,
    request: Parameters<typeof setFlag>[1],
    actor: SuggestionActor[] = ['liaison'],
  ) => {
    const result = setFlag(facts, request, actor, parseMoment(at))
    return result.ok ? `${result.value.facts.flags.join()}${result.value.late ? ' late' : ''}` : result.error.code
  }
  const complex = { flag: 'complex', reason: '涉及面广', consentedBy: '区人大代表联络室' } as const

  it.each([
    ['2026-09-15 23:59', 'complex'],
    ['2026-09-16 00:00', 'complex late'],
  ])('复杂 declared at %s is %s', (at, expected) => {
    expect(flag(factsAt('handling'), at, complex)).toBe(expected)
  })

  it('复杂 needs a reason, a consenting office, and a matter that was handed over', () => {
    expect(flag(factsAt('handling'), '2026-07-01 09:00', { ...complex, reason: ' ' })).toBe('reasonNeeded')
    expect(flag(factsAt('handling'), '2026-07-01 09:00', { flag: 'complex', reason: '面广' })).toBe('consentNeeded')
    expect(flag(factsAt('registered', { assignedOn: null }), '2026-07-01 09:00', complex)).toBe('notAssigned')
    expect(flag(factsAt('replied'), '2026-07-01 09:00', complex)).toBe('notAssigned')
  })

  it('are set by staff, once, while the suggestion lives', () => {
    expect(flag(factsAt('handling'), '2026-07-01 09:00', { flag: 'keyItem' })).toBe('keyItem')
    expect(flag(factsAt('handling', { flags: ['keyItem'] }), '2026-07-01 09:00', { flag: 'keyItem' })).toBe(
      'alreadySet',
    )
    expect(flag(factsAt('handling'), '2026-07-01 09:00', { flag: 'keyItem' }, ['deputy', 'lead'])).toBe('notYours')
    expect(flag(factsAt('closed'), '2026-07-01 09:00', { flag: 'keyItem' })).toBe('over')
  })
})
