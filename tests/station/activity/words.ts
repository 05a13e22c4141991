import { expect } from 'vitest'
import { answerQuestion } from '../../../station/activity/answer.js'
import { decideName } from '../../../station/activity/approval.js'
import { changeCapacity } from '../../../station/activity/capacity.js'
import { reschedule } from '../../../station/activity/change.js'
import { type Lapsed, type Promoted, settle } from '../../../station/activity/promotion.js'
import { signUp } from '../../../station/activity/sign-up.js'
import {
  freePersons,
  heldPersons,
  personsOf,
  type SignUpBook,
  type SignUpRow,
  waitingRows,
} from '../../../station/activity/sign-up-book.js'
import { holdsPlace } from '../../../station/activity/sign-up-status.js'
import { askLeave, withdraw } from '../../../station/activity/withdraw.js'
import { type Moment, parseMoment } from '../../../station/time/civil.js'
import { person } from './stage.js'

export const STARTS = parseMoment('2026-12-31 09:00')
export const POOL = '到场'

export type Word =
  | { kind: 'signUp'; who: number; companions: number }
  | { kind: 'proxy'; who: number }
  | { kind: 'withdraw' | 'leave' | 'yes' | 'no' | 'approve' | 'refuse'; who: number }
  | { kind: 'capacity'; capacityPersons: number | null; moveLastToWaiting: boolean }
  | { kind: 'tick' }
  | { kind: 'reschedule'; days: number }

/** A word with its arrival number. */
export type Arrived = { word: Word; seq: number; at: Moment }

interface Step {
  book: SignUpBook
  promoted: readonly Promoted[]
  lapsed: readonly Lapsed[]
  moved: readonly SignUpRow[]
}

export const say = (book: SignUpBook, { word, seq, at }: Arrived): Step => {
  const unchanged: Step = { book, promoted: [], lapsed: [], moved: [] }
  const input = { at, seq }
  switch (word.kind) {
    case 'signUp': {
      const result = signUp(book, person(word.who, `p${word.who}`), { ...input, companions: word.companions })
      return result.ok ? { ...unchanged, ...result.value } : unchanged
    }
    case 'proxy': {
      const result = signUp(book, person(word.who, `p${word.who}`), { ...input, by: person(99, '孙莉') })
      return result.ok ? { ...unchanged, ...result.value } : unchanged
    }
    case 'withdraw':
    case 'leave': {
      const out = word.kind === 'withdraw' ? withdraw : askLeave
      const result = out(book, person(word.who, `p${word.who}`), { ...input, reason: '出差' })
      return result.ok ? { ...unchanged, ...result.value } : unchanged
    }
    case 'yes':
    case 'no': {
      const result = answerQuestion(book, person(word.who, `p${word.who}`), word.kind, input)
      return result.ok ? { ...unchanged, ...result.value } : unchanged
    }
    case 'approve':
    case 'refuse': {
      const result = decideName(book, word.who, word.kind === 'approve' ? 'approved' : 'refused', at)
      return result.ok ? { ...unchanged, ...result.value } : unchanged
    }
    case 'capacity': {
      const result = changeCapacity(book, { ...word, pool: POOL, at })
      return result.ok ? { ...unchanged, ...result.value, moved: result.value.movedToWaiting } : unchanged
    }
    case 'reschedule': {
      const result = reschedule(book, { newStartsAt: STARTS.add({ days: word.days }), at })
      return result.ok ? { ...unchanged, book: result.value.book } : unchanged
    }
    case 'tick':
      return { ...unchanged, ...settle(book, at) }
  }
}

export const speakerOf = ({ word }: Arrived): number | null => ('who' in word ? word.who : null)

/** What must hold after any word, whoever said it and whenever it came. */
export const checkStep = (before: SignUpBook, step: Step, message: Arrived): void => {
  const after = step.book
  const [pool] = after.pools
  if (pool === undefined) throw new Error('no pool')
  if (pool.capacityPersons !== null) expect(heldPersons(after, POOL)).toBeLessThanOrEqual(pool.capacityPersons)
  expect(new Set(after.rows.map((row) => row.person.id)).size).toBe(after.rows.length)

  const waiting = waitingRows(after)
  expect(waiting.map((row) => row.arrivalSeq)).toEqual(waiting.map((row) => row.arrivalSeq).sort((a, b) => a - b))
  const head = waiting[0]
  // No place stays idle while the head of the line would fit.
  if (head !== undefined && after !== before) expect(personsOf(head)).toBeGreaterThan(freePersons(after, pool))

  const statusBefore = new Map(before.rows.map((row) => [row.person.id, row.status]))
  const named = new Set([...step.lapsed.map(({ row }) => row.person.id), ...step.moved.map((row) => row.person.id)])
  for (const row of after.rows) {
    const old = statusBefore.get(row.person.id)
    const lost = old !== undefined && holdsPlace(old) && !holdsPlace(row.status)
    if (lost && row.person.id !== speakerOf(message)) expect(named).toContain(row.person.id)
    // Nobody is moved up without being told.
    const won = old === 'waiting' && holdsPlace(row.status) && row.person.id !== speakerOf(message)
    if (won) expect(step.promoted.map((move) => move.row.person.id)).toContain(row.person.id)
    // A place never goes past somebody who arrived earlier and still waits.
    if (holdsPlace(row.status) && (old === undefined || !holdsPlace(old)))
      for (const other of waiting) expect(other.arrivalSeq).toBeGreaterThan(row.arrivalSeq)
  }
}
