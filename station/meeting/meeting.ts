import type { Moment } from '../time/civil.js'

/** An organisation asked to a joint meeting (联席会): a department, another station, a street's congress office. */
export interface Invited {
  readonly organisation: string
  readonly answer: 'silent' | 'coming' | 'declined'
  /** Who comes, as the organisation named them. */
  readonly attendees: readonly string[]
  readonly reason: string | null
  readonly answeredAt: Moment | null
}

export interface AgendaItem {
  /** From 1, in the order of the meeting. */
  readonly no: number
  readonly topic: string
  readonly presenter: string | null
}

export interface Material {
  readonly no: number
  readonly title: string
  /** Number of the agenda item it belongs to; null: the whole meeting. */
  readonly agendaNo: number | null
  readonly fileId: string
}

/** 联席会 T. What it decided lives in `decision.ts`; the deputies who come sign up as for any activity. */
export interface Meeting {
  readonly startsAt: Moment | null
  readonly place: string | null
  readonly invited: readonly Invited[]
  readonly agenda: readonly AgendaItem[]
  readonly materials: readonly Material[]
}

export const MIN_ORGANISATIONS = 2
