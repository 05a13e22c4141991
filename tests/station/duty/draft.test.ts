import { describe, expect, test } from 'vitest'
import { draftMonth } from '../../../station/duty/draft.js'
import type { Credit } from '../../../station/duty/ledger.js'
import {
  anySeats,
  CHEN_JING,
  deputy,
  entry,
  facts,
  LI_QIANG,
  leave,
  SIX,
  shift,
  WANG_FANG,
  ZHANG_MIN,
  ZHAO_LEI,
  ZHOU_NING,
} from './stage.js'

const JUNE = [shift(7, '2026-06-10')]
const people = (draft: ReturnType<typeof draftMonth>): number[] => draft.given.map(({ personId }) => personId).sort()
const opened = (personId: number, points = 0): Credit => ({
  personId,
  kind: 'opening',
  month: '2026-01',
  since: '2026-01-01',
  points,
  levelBefore: points,
  levelAfter: points,
})

describe('fewest first, over the years', () => {
  const history = [CHEN_JING, ZHOU_NING, ZHANG_MIN, ZHAO_LEI].flatMap((personId, index) => [
    entry(personId, `2025-0${index + 1}-10`),
    entry(personId, `2025-1${index % 3}-10`),
  ])
  const known = [...history, entry(WANG_FANG, '2025-03-10'), entry(LI_QIANG, '2025-04-10')]
  const founded = SIX.map((row) => ({ ...row, since: '2020-01-01' }))

  test('the two who have done least are drafted, and the reason says what was compared', () => {
    const draft = draftMonth(JUNE, '2026-06', facts({ deputies: founded, entries: known }))
    expect(people(draft)).toEqual([WANG_FANG, LI_QIANG])
    const reason = draft.given.find(({ personId }) => personId === LI_QIANG)?.reason
    expect(reason).toMatchObject({
      basis: 'drafted',
      own: { personId: LI_QIANG, duties: 1, dutyPoints: 2, creditPoints: 0, loadPoints: 2, waitingSince: '2025-04-10' },
      next: { standing: { loadPoints: 4 }, decidedBy: 'load' },
      yielded: [],
      shortage: null,
    })
    expect(reason?.ahead).toEqual([
      { standing: expect.objectContaining({ personId: WANG_FANG }), why: { code: 'serves', shiftNo: 7 } },
    ])
  })

  test('of equals, whoever has waited longest', () => {
    const one = [shift(7, '2026-06-10', { seats: anySeats(1) })]
    const draft = draftMonth(one, '2026-06', facts({ deputies: founded, entries: known }))
    expect(people(draft)).toEqual([WANG_FANG])
    expect(draft.given[0]?.reason.next).toMatchObject({ standing: { personId: LI_QIANG }, decidedBy: 'waitingSince' })
  })

  test('of those equal in everything, the lot: the same person every time, another in another month', () => {
    const one = (month: string) => [shift(7, `${month}-10`, { seats: anySeats(1) })]
    const first = (month: string) => people(draftMonth(one(month), month, facts()))[0]
    expect(first('2026-06')).toBe(first('2026-06'))
    const drawn = new Set(Array.from({ length: 24 }, (_, n) => first(`20${26 + (n % 12)}-0${1 + (n % 9)}`)))
    expect(drawn.size).toBeGreaterThan(3)
  })

  test('a weekend counts more than a working day, a holiday more still', () => {
    const weighed = [
      entry(CHEN_JING, '2026-01-10', 4),
      entry(ZHOU_NING, '2026-01-10', 2),
      entry(ZHANG_MIN, '2026-01-11', 3),
    ]
    const three = SIX.slice(0, 3)
    const draft = draftMonth(
      [shift(7, '2026-06-10', { seats: anySeats(1) })],
      '2026-06',
      facts({ deputies: three, entries: weighed }),
    )
    expect(people(draft)).toEqual([ZHOU_NING])
  })

  test('of two shifts in a month the heavier goes to the less loaded', () => {
    const shifts = [
      shift(7, '2026-06-10', { seats: anySeats(1) }),
      shift(8, '2026-06-28', { seats: anySeats(1), dayClass: 'weekend' }),
    ]
    const two = SIX.slice(0, 2)
    const draft = draftMonth(
      shifts,
      '2026-06',
      facts({ deputies: two, entries: [entry(CHEN_JING, '2026-01-10', 3), entry(ZHOU_NING, '2026-01-10', 2)] }),
    )
    expect(draft.given.map(({ shiftNo, personId }) => [shiftNo, personId])).toEqual([
      [7, CHEN_JING],
      [8, ZHOU_NING],
    ])
  })
})

describe('who cannot', () => {
  const only = (...ids: number[]) => SIX.filter(({ personId }) => ids.includes(personId))

  test('on leave on the day', () => {
    const draft = draftMonth(JUNE, '2026-06', facts({ leaves: [leave(CHEN_JING, '2026-06-01', '2026-06-10')] }))
    expect(people(draft)).not.toContain(CHEN_JING)
    expect(people(draft)).toHaveLength(2)
  })

  test('not yet or no longer a member on the day', () => {
    const deputies = [
      deputy(CHEN_JING, { since: '2026-06-11' }),
      deputy(ZHOU_NING, { until: '2026-06-09' }),
      deputy(ZHANG_MIN, { since: '2026-06-10', until: '2026-06-10' }),
    ]
    const draft = draftMonth(JUNE, '2026-06', facts({ deputies }))
    expect(people(draft)).toEqual([ZHANG_MIN])
    expect(draft.empty).toEqual([{ shiftNo: 7, seat: 1, barred: { sameShift: 1 } }])
  })

  test('a place for a profession or a level goes to nobody else; what is missing is said', () => {
    const seats = [{ professions: ['金融'] }, { levels: ['省', '市'] }, {}]
    const deputies = [
      deputy(CHEN_JING, { professions: ['金融'] }),
      deputy(ZHOU_NING),
      deputy(ZHANG_MIN, { level: '市' }),
    ]
    const draft = draftMonth([shift(7, '2026-06-10', { seats })], '2026-06', facts({ deputies }))
    expect(draft.given.map(({ seat, personId }) => [seat, personId])).toEqual([
      [0, CHEN_JING],
      [1, ZHANG_MIN],
      [2, ZHOU_NING],
    ])
    const nobody = draftMonth([shift(7, '2026-06-10', { seats: [{ professions: ['法律'] }] })], '2026-06', facts())
    expect(nobody.given).toEqual([])
    expect(nobody.empty).toEqual([{ shiftNo: 7, seat: 0, barred: { profession: 6 } }])
  })

  test('the only expert is kept for the place that needs one, though others have done more', () => {
    const seats = [{}, { professions: ['金融'] }]
    const deputies = [deputy(CHEN_JING, { professions: ['金融'] }), deputy(ZHOU_NING)]
    const draft = draftMonth(
      [shift(7, '2026-06-10', { seats })],
      '2026-06',
      facts({ deputies, entries: [entry(ZHOU_NING, '2026-01-10')], credits: [opened(CHEN_JING)] }),
    )
    expect(draft.given.map(({ seat, personId }) => [seat, personId])).toEqual([
      [0, ZHOU_NING],
      [1, CHEN_JING],
    ])
    expect(draft.empty).toEqual([])
  })

  test('nobody serves two months running while others can', () => {
    const may = [entry(CHEN_JING, '2026-05-10'), entry(ZHOU_NING, '2026-05-10')]
    const busy = [ZHANG_MIN, ZHAO_LEI].flatMap((personId) => [
      entry(personId, '2026-01-10'),
      entry(personId, '2026-03-10'),
    ])
    const draft = draftMonth(JUNE, '2026-06', facts({ deputies: only(1, 2, 3, 4), entries: [...may, ...busy] }))
    expect(people(draft)).toEqual([ZHANG_MIN, ZHAO_LEI])
    expect(draft.given[0]?.reason.ahead).toContainEqual({
      standing: expect.objectContaining({ personId: CHEN_JING }),
      why: { code: 'rests', rests: ['consecutiveMonth'] },
    })
  })

  test('with three deputies for two places it cannot be kept, and the reason says how short it was', () => {
    const may = [entry(CHEN_JING, '2026-05-10'), entry(ZHOU_NING, '2026-05-10')]
    const draft = draftMonth(JUNE, '2026-06', facts({ deputies: only(1, 2, 3), entries: may }))
    expect(people(draft)).toHaveLength(2)
    expect(people(draft)).toContain(ZHANG_MIN)
    const again = draft.given.find(({ personId }) => personId !== ZHANG_MIN)
    expect(again?.reason).toMatchObject({ yielded: ['consecutiveMonth'], shortage: { places: 2, fillable: 1 } })
  })

  test('a minimum gap keeps somebody out beyond the next month, and gives way before anything else', () => {
    const rule = { ...facts().rule, minimumGapDays: 70 }
    const april = [entry(CHEN_JING, '2026-04-10')]
    const busy = [entry(ZHOU_NING, '2026-01-10'), entry(ZHOU_NING, '2026-03-10')]
    const one = [shift(7, '2026-06-10', { seats: anySeats(1) })]
    const entries = [...april, ...busy]
    const draft = draftMonth(one, '2026-06', facts({ deputies: only(1, 2), entries, rule }))
    expect(people(draft)).toEqual([ZHOU_NING])
    expect(draft.given[0]?.reason.ahead[0]?.why).toEqual({ code: 'rests', rests: ['minimumGap'] })
    const may = [...april, entry(ZHOU_NING, '2026-05-10')]
    const tight = draftMonth(one, '2026-06', facts({ deputies: only(1, 2), entries: may, rule }))
    expect(tight.given[0]).toMatchObject({ personId: CHEN_JING, reason: { yielded: ['minimumGap'] } })
  })

  test('twice in a month only when there are more places than people', () => {
    const shifts = [3, 10, 17, 24].map((day, index) =>
      shift(7 + index, `2026-06-${String(day).padStart(2, '0')}`, { seats: anySeats(1) }),
    )
    const draft = draftMonth(shifts, '2026-06', facts({ deputies: only(1, 2, 3) }))
    expect(draft.empty).toEqual([])
    const counts = [1, 2, 3].map((id) => draft.given.filter(({ personId }) => personId === id).length).sort()
    expect(counts).toEqual([1, 1, 2])
    expect(draft.given.filter(({ reason }) => reason.yielded.includes('sameMonth'))).toHaveLength(1)
    const strict = { ...facts().rule, givesWay: [] }
    expect(draftMonth(shifts, '2026-06', facts({ deputies: only(1, 2, 3), rule: strict })).empty).toHaveLength(1)
  })
})

describe('joining and being away', () => {
  const yearly = (personId: number, count: number) =>
    Array.from({ length: count }, (_, year) => entry(personId, `${2020 + year}-01-10`))

  test('a newcomer starts at the least loaded, not at nothing, and the longer wait still goes first', () => {
    const old = [1, 2, 3, 4].map((id) => deputy(id, { since: '2020-01-01' }))
    const entries = [...yearly(1, 5), ...yearly(2, 5), ...yearly(3, 4), ...yearly(4, 4)]
    const newcomer = deputy(6, { since: '2026-05-20' })
    const draft = draftMonth(JUNE, '2026-06', facts({ deputies: [...old, newcomer], entries }))
    expect(draft.credits).toEqual([
      { personId: 6, kind: 'opening', month: '2026-06', since: '2026-05-20', points: 8, levelBefore: 8, levelAfter: 8 },
    ])
    expect(people(draft)).toEqual([3, 4])
  })

  test('one laggard does not drag the newcomer down', () => {
    const old = [1, 2, 3, 4].map((id) => deputy(id, { since: '2020-01-01' }))
    const entries = [...yearly(1, 5), ...yearly(2, 5), ...yearly(3, 5), ...yearly(4, 1)]
    const draft = draftMonth(
      JUNE,
      '2026-06',
      facts({ deputies: [...old, deputy(6, { since: '2026-05-20' })], entries }),
    )
    expect(draft.credits.map(({ points }) => points)).toEqual([6])
  })

  test('a month of leave is credited with what the least loaded gained, no more', () => {
    const deputies = [1, 2, 3].map((id) => deputy(id))
    const credits = deputies.map(({ personId }) => opened(personId))
    const away = [leave(3, '2026-06-01', '2026-06-30')]
    const first = draftMonth(JUNE, '2026-06', facts({ deputies, credits, leaves: away }))
    expect(first.credits).toEqual([
      { personId: 3, kind: 'leave', month: '2026-06', since: '2026-01-01', points: 2, levelBefore: 0, levelAfter: 2 },
    ])
    const oneSeat = [shift(7, '2026-06-10', { seats: anySeats(1) })]
    expect(draftMonth(oneSeat, '2026-06', facts({ deputies, credits, leaves: away })).credits).toEqual([])
  })

  test('those who found the rota start at nothing', () => {
    const draft = draftMonth(JUNE, '2026-06', facts())
    expect(draft.credits.map(({ points }) => points)).toEqual([0, 0, 0, 0, 0, 0])
  })
})
