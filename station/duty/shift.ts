/** Whom a place at the desk may go to; without a list anybody. Any one of the values named is enough. */
export interface SeatNeed {
  readonly levels?: readonly string[]
  readonly professions?: readonly string[]
}

/** What a day costs: weekends and holidays weigh more than a working day. */
export const DAY_CLASSES = { workday: '工作日', weekend: '周末', holiday: '节假日' } as const
export type DayClass = keyof typeof DAY_CLASSES

/** One reception of residents. Dates are ISO civil dates, times "09:00", both Chinese civil time. */
export interface DutyShift {
  readonly no: number
  /** "2026-06": the month this shift was drafted for. It stays when the date moves, also into the next month. */
  readonly rosterMonth: string
  readonly date: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place?: string
  readonly theme?: string
  readonly dayClass: DayClass
  /** One entry per deputy wanted. */
  readonly seats: readonly SeatNeed[]
}

/** A place at the desk. Swaps are bound to it, not to a date. */
export interface SeatRef {
  readonly shiftNo: number
  readonly seat: number
}

export const isSameSeat = (a: SeatRef, b: SeatRef): boolean => a.shiftNo === b.shiftNo && a.seat === b.seat
