import type { Person } from '../../../station/activity/person.js'
import { type SignUpDecision, type SignUpInput, signUp } from '../../../station/activity/sign-up.js'
import { newBook, type SignUpBook } from '../../../station/activity/sign-up-book.js'
import { withdraw } from '../../../station/activity/withdraw.js'
import { type Moment, parseMoment } from '../../../station/time/civil.js'

/** The people of the sign-up tests, and a book that is written in the order the lines are said. */
export const person = (id: number, name: string): Person => ({ id, name })
export const 张敏 = person(1, '张敏')
export const 陈静 = person(2, '陈静')
export const 赵磊 = person(3, '赵磊')
export const 周宁 = person(4, '周宁')
export const 孙莉 = person(9, '孙莉')

export const START = parseMoment('2026-11-28 09:00')
export const DEADLINE = parseMoment('2026-11-26 18:00')
export const MONDAY = parseMoment('2026-11-23 09:00')

export const capacityBook = (capacityPersons: number | null, rest: Partial<SignUpBook> = {}): SignUpBook =>
  newBook({ startsAt: START, deadlineAt: DEADLINE, capacityPersons, ...rest })

/** A conversation about one activity: every word gets the next arrival number and one more minute. */
export class Talk {
  private seq = 0
  constructor(
    public book: SignUpBook,
    public now: Moment = MONDAY,
  ) {}

  next(): { at: Moment; seq: number } {
    this.seq += 1
    this.now = this.now.add({ minutes: 1 })
    return { at: this.now, seq: this.seq }
  }

  later(hours: number): this {
    this.now = this.now.add({ hours })
    return this
  }

  signUp(who: Person, wish: Omit<SignUpInput, 'at' | 'seq'> = {}): SignUpDecision {
    const result = signUp(this.book, who, { ...wish, ...this.next() })
    if (!result.ok) throw new Error(`refused: ${result.error.code}`)
    this.book = result.value.book
    return result.value
  }

  refusal(who: Person, wish: Omit<SignUpInput, 'at' | 'seq'> = {}) {
    const result = signUp(this.book, who, { ...wish, ...this.next() })
    if (result.ok) throw new Error(`not refused: ${result.value.code} ${result.value.standing}`)
    return result.error
  }

  withdraw(who: Person, reason?: string) {
    const result = withdraw(this.book, who, { ...this.next(), ...(reason === undefined ? {} : { reason }) })
    if (!result.ok) throw new Error(`refused: ${result.error.code}`)
    this.book = result.value.book
    return result.value
  }

  /** "张敏 confirmed, 陈静 waiting" in the order of the line. */
  standings(): string {
    return this.book.rows.map((row) => `${row.person.name} ${row.status}`).join(', ')
  }
}
