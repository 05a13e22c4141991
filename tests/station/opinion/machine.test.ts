import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transition } from '../../../station/opinion/machine.js'
import type { OpinionEvent, OpinionFacts } from '../../../station/opinion/opinion-event.js'
import {
  ALL_OPINION_STATES,
  OPINION_STATES,
  type OpinionStamp,
  type OpinionState,
} from '../../../station/opinion/states.js'
import {
  ALL_OPINION_EVENTS,
  type OpinionActor,
  type OpinionEventName,
  transitionOf,
} from '../../../station/opinion/transitions.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'

const RECORDED = parseMoment('2026-11-23 09:00')
const NOW = parseMoment('2026-11-23 10:00')
const TODAY = NOW.toPlainDate()
const EVERYBODY: OpinionActor[] = [
  ...(['deputy', 'convenor', 'onDuty', 'head', 'liaison', 'district', 'author', 'unit', 'clock'] as const),
]

const EVENTS: { [K in OpinionEventName]: OpinionEvent & { kind: K } } = {
  register: { kind: 'register' },
  queue: { kind: 'queue' },
  sendBack: { kind: 'sendBack', reason: '请补地点' },
  supplement: { kind: 'supplement' },
  merge: { kind: 'merge', into: 3 },
  separate: { kind: 'separate' },
  refuse: { kind: 'refuse', reason: 'litigation' },
  reconsider: { kind: 'reconsider' },
  answerOnSpot: { kind: 'answerOnSpot', text: '已解释医保政策' },
  moveToHome: { kind: 'moveToHome', unit: '双塘街道代表之家' },
  refer: { kind: 'refer', unit: '区卫生健康委员会' },
  reportUp: { kind: 'reportUp', unit: '市人大常委会' },
  adopt: { kind: 'adopt' },
  keepAsMaterial: { kind: 'keepAsMaterial' },
  acknowledge: { kind: 'acknowledge' },
  returnAsNotOurs: { kind: 'returnAsNotOurs', reason: '不是我委职责', suggestedUnit: '区医疗保障局' },
  reassign: { kind: 'reassign', unit: '区医疗保障局' },
  reply: { kind: 'reply', text: '已协调增加儿科门诊', by: '区卫生健康委员会', on: TODAY },
  partReply: { kind: 'partReply', text: '医保部分已落实', by: '区医疗保障局', on: TODAY },
  partReturn: { kind: 'partReturn', reason: '不属我局职责', by: '区医疗保障局' },
  partReassign: { kind: 'partReassign', unit: '区财政局', before: '区医疗保障局' },
  tellDeputy: { kind: 'tellDeputy' },
  passOn: { kind: 'passOn' },
  rate: { kind: 'rate', satisfaction: 'satisfied' },
  track: { kind: 'track', promisedOn: TODAY.add({ months: 3 }) },
  promiseKept: { kind: 'promiseKept' },
  promiseBroken: { kind: 'promiseBroken' },
  close: { kind: 'close', reason: '群众已知晓' },
  confirmSolved: { kind: 'confirmSolved' },
  reopen: { kind: 'reopen', reason: '问题还在' },
  archive: { kind: 'archive' },
  withdraw: { kind: 'withdraw' },
  markMistaken: { kind: 'markMistaken' },
}

/** The diagram of the process, written a second time by hand: a row changed by accident shows here. */
const DIAGRAM: Record<OpinionState, string> = {
  draft: 'register>registered withdraw>withdrawn markMistaken>mistaken',
  registered:
    'queue>triage sendBack>needsMore merge>merged refuse>notAccepted answerOnSpot>answeredOnSpot moveToHome>movedToHome refer>referred reportUp>referred adopt>towardsSuggestion keepAsMaterial>material withdraw>withdrawn markMistaken>mistaken',
  triage:
    'sendBack>needsMore merge>merged refuse>notAccepted answerOnSpot>answeredOnSpot moveToHome>movedToHome refer>referred reportUp>referred adopt>towardsSuggestion keepAsMaterial>material withdraw>withdrawn markMistaken>mistaken',
  needsMore: 'supplement>triage merge>merged withdraw>withdrawn markMistaken>mistaken',
  answeredOnSpot: 'passOn>passedOn close>closed',
  movedToHome:
    'merge>merged acknowledge>handling returnAsNotOurs>returned reply>replied withdraw>withdrawn markMistaken>mistaken',
  referred:
    'merge>merged acknowledge>handling returnAsNotOurs>returned reply>replied partReturn>referred partReassign>referred withdraw>withdrawn markMistaken>mistaken',
  returned: 'merge>merged reassign>referred withdraw>withdrawn markMistaken>mistaken',
  towardsSuggestion: 'reportUp>referred acknowledge>handling reply>replied',
  material: 'reconsider>triage adopt>towardsSuggestion archive>archived',
  notAccepted: 'reconsider>triage passOn>notAccepted archive>archived',
  handling:
    'merge>merged returnAsNotOurs>returned reply>replied partReply>handling partReturn>handling partReassign>handling withdraw>withdrawn markMistaken>mistaken',
  replied: 'tellDeputy>toldDeputy track>tracking close>closed',
  toldDeputy: 'passOn>passedOn track>tracking close>closed',
  passedOn: 'rate>rated track>tracking close>closed',
  rated: 'track>tracking close>closed',
  redo: 'refer>referred reportUp>referred adopt>towardsSuggestion acknowledge>handling reply>replied',
  tracking: 'reply>replied promiseKept>closed promiseBroken>redo',
  closed: 'confirmSolved>closed reopen>redo archive>archived',
  archived: '',
  merged: 'separate>triage',
  withdrawn: '',
  mistaken: '',
}

const factsAt = (state: OpinionState, overrides: Partial<OpinionFacts> = {}): OpinionFacts => ({
  no: 17,
  state,
  recordedAt: RECORDED,
  content: '社区医院缺儿科',
  stamps: Object.fromEntries(OPINION_STATES[state].stamps.map((stamp) => [stamp, RECORDED])),
  unit: '区卫生健康委员会',
  hops: 0,
  redoCount: 0,
  replyClass: null,
  promisedOn: null,
  ...overrides,
})

const expectedNext = (state: OpinionState, event: OpinionEventName): string | undefined =>
  new Map(DIAGRAM[state].split(' ').map((edge) => edge.split('>') as [string, string])).get(event)

/** A/D answers close, B/C answers are tracked: each event is tried with the facts under which it makes sense. */
const classFor = (event: OpinionEventName): Partial<OpinionFacts> => (event === 'track' ? { replyClass: 'B' } : {})

const pairs = ALL_OPINION_STATES.flatMap((state) => ALL_OPINION_EVENTS.map((event) => [state, event] as const))

describe('every step of an opinion', () => {
  it.each(pairs)('%s × %s', (state, event) => {
    const result = transition(factsAt(state, classFor(event)), EVENTS[event], EVERYBODY, NOW)
    const next = expectedNext(state, event)
    if (next !== undefined) {
      expect(result).toMatchObject({ ok: true, value: { facts: { state: next } } })
      const stamped = result.ok ? result.value.facts.stamps : {}
      expect(OPINION_STATES[next as OpinionState].stamps.filter((stamp) => stamped[stamp] === undefined)).toEqual([])
    } else if (event === 'close' && OPINION_STATES[state].live) {
      expect(result).toEqual({ ok: false, error: { code: 'noReply', state } })
    } else {
      const allowed = ALL_OPINION_EVENTS.filter((other) => expectedNext(state, other) !== undefined)
      expect(result).toEqual({ ok: false, error: { code: 'illegal', state, event, allowed } })
    }
  })

  const legal = pairs.filter(([state, event]) => expectedNext(state, event) !== undefined)
  it.each(legal)('%s × %s is refused to anybody the table does not name', (state, event) => {
    const outsiders = EVERYBODY.filter((role) => !transitionOf(event).who.includes(role))
    expect(transition(factsAt(state, classFor(event)), EVENTS[event], outsiders, NOW)).toMatchObject({
      ok: false,
      error: { code: 'notYours', event },
    })
  })
})

const step = (facts: OpinionFacts, event: OpinionEvent, actor: OpinionActor[] = ['liaison', 'deputy'], now = NOW) => {
  const result = transition(facts, event, actor, now)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const refusal = (facts: OpinionFacts, event: OpinionEvent, actor: OpinionActor[] = ['liaison'], now = NOW): string => {
  const result = transition(facts, event, actor, now)
  return result.ok ? 'allowed' : result.error.code
}

describe('what a step needs', () => {
  it.each([
    ['register', factsAt('draft', { content: '  ' }), EVENTS.register, 'contentNeeded'],
    ['退回补充 without a reason', factsAt('triage'), { kind: 'sendBack', reason: ' ' }, 'reasonNeeded'],
    ['退办 without a reason', factsAt('handling'), { kind: 'returnAsNotOurs', reason: '' }, 'reasonNeeded'],
    ['reopening without a reason', factsAt('closed'), { kind: 'reopen', reason: '' }, 'reasonNeeded'],
    ['上报 to nobody', factsAt('triage'), { kind: 'reportUp', unit: ' ' }, 'unitNeeded'],
    ['转办 without a unit', factsAt('triage'), { kind: 'refer', unit: '' }, 'unitNeeded'],
    ['改派 to the same unit', factsAt('returned'), { kind: 'reassign', unit: '区卫生健康委员会' }, 'sameUnit'],
    ['当场答复 without words', factsAt('triage'), { kind: 'answerOnSpot', text: '' }, 'textNeeded'],
    ['答复 without words', factsAt('handling'), { ...EVENTS.reply, text: '' }, 'textNeeded'],
    ['答复 by nobody', factsAt('handling'), { ...EVENTS.reply, by: '' }, 'unitNeeded'],
    ['答复 of tomorrow', factsAt('handling'), { ...EVENTS.reply, on: TODAY.add({ days: 1 }) }, 'replyInFuture'],
    [
      'a promise for yesterday',
      factsAt('handling'),
      { ...EVENTS.reply, promisedOn: TODAY.subtract({ days: 1 }) },
      'promiseInPast',
    ],
    ['合并 into itself', factsAt('triage'), { kind: 'merge', into: 17 }, 'sameOpinion'],
    ['跟踪 of an A answer', factsAt('rated', { replyClass: 'A' }), EVENTS.track, 'nothingPromised'],
    ['跟踪 without a day', factsAt('rated', { replyClass: 'C' }), { kind: 'track' }, 'promiseNeeded'],
    ['办结 of a B answer', factsAt('rated', { replyClass: 'B' }), { kind: 'close', reason: '算了' }, 'promiseOpen'],
    ['办结 that the resident never heard of', factsAt('toldDeputy'), { kind: 'close' }, 'notPassedOn'],
  ] as [string, OpinionFacts, OpinionEvent, string][])('%s is refused', (_name, facts, event, code) => {
    expect(refusal(facts, event, ['liaison', 'deputy'])).toBe(code)
  })

  it('warns when a matter is closed with a reason although nobody passed the answer on', () => {
    expect(step(factsAt('toldDeputy'), { kind: 'close', reason: '来访人未留联系方式' }).effects).toContain(
      'warnNotPassedOn',
    )
    expect(step(factsAt('rated'), { kind: 'close' }).effects).toEqual(['askInFourWeeks'])
  })

  it('lets the author take an opinion back for 24 hours, and the liaison after that', () => {
    const lastMinute = RECORDED.add({ hours: 24 })
    const tooLate = RECORDED.add({ hours: 24, seconds: 1 })
    for (const kind of ['withdraw', 'markMistaken'] as const) {
      expect(refusal(factsAt('triage'), { kind }, ['author', 'deputy'], lastMinute)).toBe('allowed')
      expect(refusal(factsAt('triage'), { kind }, ['author', 'deputy'], tooLate)).toBe('tooLate')
      expect(refusal(factsAt('triage'), { kind }, ['liaison'], tooLate)).toBe('allowed')
      expect(refusal(factsAt('triage'), { kind }, ['deputy'])).toBe('notYours')
    }
  })
})

describe('the way of a matter', () => {
  it('pauses when a unit gives it back, counts the hop, and escalates from the second', () => {
    const first = step(factsAt('referred'), EVENTS.returnAsNotOurs, ['unit'])
    expect([first.facts.hops, first.effects]).toEqual([1, ['pauseClock']])
    const again = step(first.facts, EVENTS.reassign)
    expect([again.facts.unit, again.effects]).toEqual(['区医疗保障局', ['resumeClock']])
    const second = step(again.facts, EVENTS.returnAsNotOurs, ['unit'])
    expect([second.facts.hops, second.effects]).toEqual([2, ['pauseClock', 'escalate']])
  })

  it('redoes a matter once for a dissatisfied resident, then turns it towards a suggestion', () => {
    const unhappy = { kind: 'rate', satisfaction: 'dissatisfied' } as const
    const once = step(factsAt('passedOn'), unhappy)
    expect([once.facts.state, once.facts.redoCount]).toEqual(['redo', 1])
    const answered = step(step(step(once.facts, EVENTS.reply).facts, EVENTS.tellDeputy).facts, EVENTS.passOn)
    expect(step(answered.facts, unhappy).facts.state).toBe('towardsSuggestion')
  })

  it('forgets with a new answer that the old one was passed on', () => {
    const redone = step(factsAt('passedOn'), { kind: 'rate', satisfaction: 'dissatisfied' })
    const answered = step(redone.facts, EVENTS.reply)
    expect(answered.facts.stamps.passedOnAt).toBeUndefined()
    expect(refusal(answered.facts, { kind: 'close' })).toBe('notPassedOn')
  })

  it('brings a B answer back on the promised day and closes it from there', () => {
    const promisedOn = Temporal.PlainDate.from('2027-09-01')
    const replied = step(factsAt('handling'), { ...EVENTS.reply, replyClass: 'B', promisedOn })
    const tracked = step(replied.facts, { kind: 'track' }, ['clock'])
    expect([tracked.facts.promisedOn?.toString(), tracked.effects]).toEqual(['2027-09-01', ['askOnPromisedDay']])
    expect(step(tracked.facts, EVENTS.promiseKept).facts.state).toBe('closed')
    expect(step(tracked.facts, EVENTS.promiseBroken).facts.state).toBe('redo')
  })

  it('never reaches a state whose time stamps are missing, whatever happens to it', () => {
    const events = fc.array(fc.constantFrom(...ALL_OPINION_EVENTS), { maxLength: 40 })
    fc.assert(
      fc.property(events, fc.constantFrom('A', 'B', null), (names, replyClass) => {
        let facts = factsAt('draft')
        for (const name of names) {
          const event = name === 'reply' && replyClass ? { ...EVENTS.reply, replyClass } : EVENTS[name]
          const result = transition(facts, event, EVERYBODY, NOW)
          if (!result.ok) continue
          facts = result.value.facts
          const missing = OPINION_STATES[facts.state].stamps.filter((stamp: OpinionStamp) => !facts.stamps[stamp])
          expect([facts.state, missing.filter((stamp) => !facts.stamps[stamp])]).toEqual([facts.state, []])
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })
})
