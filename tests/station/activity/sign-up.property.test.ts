import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signUp } from '../../../station/activity/sign-up.js'
import {
  heldPersons,
  newBook,
  type Promotion,
  type SignUpBook,
  waitingRows,
} from '../../../station/activity/sign-up-book.js'
import { isInLine } from '../../../station/activity/sign-up-status.js'
import { parseMoment } from '../../../station/time/civil.js'
import { person } from './stage.js'
import { type Arrived, checkStep, POOL, STARTS, say, type Word } from './words.js'

const OPENED = parseMoment('2026-01-01 08:00')

const PEOPLE = 7
const who = fc.integer({ min: 1, max: PEOPLE })
const word: fc.Arbitrary<Word> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('signUp' as const), who, companions: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('proxy' as const), who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'leave' as const, 'yes' as const, 'no' as const),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('approve' as const, 'refuse' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('capacity' as const),
      capacityPersons: fc.option(fc.integer({ min: 1, max: 6 })),
      moveLastToWaiting: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'tick' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reschedule' as const), days: fc.integer({ min: -9, max: 9 }) }),
  },
)

/** One hour passes between two arrivals, so twelve of them expire an offer. */
const arrive = (words: readonly Word[]): Arrived[] =>
  words.map((word, index) => ({ word, seq: index + 1, at: OPENED.add({ hours: index }) }))

/** Some messages come twice and any message may come before its elders. */
const delivered = (words: fc.Arbitrary<Word[]>): fc.Arbitrary<{ sent: Arrived[]; delivery: Arrived[] }> =>
  words.chain((list) => {
    const sent = arrive(list)
    return fc
      .tuple(fc.subarray(sent), fc.array(fc.nat(), { minLength: 2 * sent.length, maxLength: 2 * sent.length }))
      .map(([again, keys]) => ({
        sent,
        delivery: [...sent, ...again]
          .map((message, index) => ({ message, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ message }) => message),
      }))
  })

const book = (capacityPersons: number | null, promotion: Promotion, needsApproval: boolean): SignUpBook =>
  newBook({ startsAt: STARTS, capacityPersons, promotion, needsApproval })

const settings = fc.tuple(
  fc.option(fc.integer({ min: 1, max: 5 })),
  fc.constantFrom<Promotion>('immediate', 'offer'),
  fc.boolean(),
)

describe('any interleaving of words about one activity', () => {
  test('never overbooks, keeps one row a person and the line in order, and moves nobody silently', () => {
    fc.assert(
      fc.property(settings, delivered(fc.array(word, { maxLength: 60 })), (rules, { delivery }) => {
        let current = book(...rules)
        for (const message of delivery) {
          const step = say(current, message)
          checkStep(current, step, message)
          current = step.book
        }
      }),
      { seed: 20261123, numRuns: 400 },
    )
  })

  const inOrOut: fc.Arbitrary<Word> = fc
    .record({ kind: fc.constantFrom('signUp' as const, 'withdraw' as const), who })
    .map((w) =>
      w.kind === 'signUp' ? { ...w, kind: 'signUp' as const, companions: 0 } : { ...w, kind: 'withdraw' as const },
    )

  const lastWords = (sent: readonly Arrived[]): Map<number, Arrived> => {
    const last = new Map<number, Arrived>()
    for (const message of sent) if ('who' in message.word) last.set(message.word.who, message)
    return last
  }

  test('no withdrawal is lost: who is in is whoever said so last, in whatever order it was delivered', () => {
    fc.assert(
      fc.property(delivered(fc.array(inOrOut, { maxLength: 40 })), fc.integer({ min: 1, max: 5 }), (mail, capacity) => {
        const final = mail.delivery.reduce(
          (current, message) => say(current, message).book,
          book(capacity, 'immediate', false),
        )
        const wanted = [...lastWords(mail.sent)]
          .filter(([, message]) => message.word.kind === 'signUp')
          .map(([id]) => id)
        const inLine = final.rows.filter((row) => isInLine(row.status)).map((row) => row.person.id)
        expect([...inLine].sort()).toEqual([...wanted].sort())
        expect(heldPersons(final, POOL)).toBe(Math.min(capacity, wanted.length))
      }),
      { seed: 20261124, numRuns: 400 },
    )
  })

  test('delivered in order, the places belong to the first in the line: the same as counting by hand', () => {
    fc.assert(
      fc.property(fc.array(inOrOut, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (words, capacity) => {
        const line: number[] = []
        for (const w of words) {
          if (w.kind === 'signUp' && !line.includes(w.who)) line.push(w.who)
          if (w.kind === 'withdraw' && line.includes(w.who)) line.splice(line.indexOf(w.who), 1)
        }
        const final = arrive(words).reduce(
          (current, message) => say(current, message).book,
          book(capacity, 'immediate', false),
        )
        const confirmed = final.rows.filter((row) => row.status === 'confirmed').map((row) => row.person.id)
        expect(confirmed).toEqual(line.slice(0, capacity))
        expect(waitingRows(final).map((row) => row.person.id)).toEqual(line.slice(capacity))
      }),
      { seed: 20261125, numRuns: 400 },
    )
  })
})

test('given 500 sign-ups for 100 places, then exactly the first hundred to arrive are in', () => {
  let current = book(100, 'immediate', false)
  for (let id = 1; id <= 500; id += 1) {
    const result = signUp(current, person(id, `p${id}`), { at: OPENED, seq: id })
    if (!result.ok) throw new Error(result.error.code)
    current = result.value.book
  }
  const confirmed = current.rows.filter((row) => row.status === 'confirmed').map((row) => row.person.id)
  expect(confirmed).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
  expect(waitingRows(current)).toHaveLength(400)
})
