import type { Moment } from '../time/civil.js'

/** What a summary is of. `since`: from the last summary to now. */
export type SummaryKind =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'since'
  | 'activity'
  | 'reception'
  | 'topic'
  | 'meeting'
  | 'consultation'
  | 'campaign'
  | 'handling'

/** The half-open stretch of time a summary tells of. */
export interface SummaryPeriod {
  kind: SummaryKind
  from: Moment
  until: Moment
  /** What a campaign gathered opinions about. */
  theme?: string
}

/** What an activity came to once people were checked in: the splitting of 应到 into present, excused and absent. */
export interface ActivityClosing {
  expectedPersons: number
  absentPersons: number
  photos: number
  /** One masked line of each who gave one. */
  takeaways: readonly { who: string; text: string }[]
}

/** An activity H as a summary sees it. `null` counts: nobody recorded them, and the summary stays silent on them. */
export interface ActivityRecord {
  no: number
  title: string
  /** Label of its type: 调研, 义诊. */
  type: string
  /** Label of its state: 报名中, 已结束. */
  state: string
  phase: 'held' | 'upcoming' | 'cancelled'
  on: Moment
  place: string | null
  capacityPersons: number | null
  signedUpPersons: number
  waitingPersons: number
  leavePersons: number
  attendedPersons: number | null
  audiencePersons: number | null
  /** Only of a summary of this one alone. */
  closing?: ActivityClosing
  /** May be named outside: approved by the station, and everybody shown has consented. */
  publishable: boolean
}

/** An opinion Y. `text` is the masked text; the original never reaches a summary. */
export interface OpinionRecord {
  no: number
  /** Label of its category; null: not classified yet. */
  category: string | null
  /** Label of its state. */
  state: string
  phase: 'open' | 'answered' | 'closed'
  text: string
  place: string | null
  urgent: boolean
  recordedOn: Moment
  publishable: boolean
}

/** A reception duty D. */
export interface DutyRecord {
  no: number
  state: string
  phase: 'held' | 'upcoming' | 'missed'
  on: Moment
  place: string | null
  theme: string | null
  deputies: readonly string[]
  visitorPersons: number | null
  /** How many of the opinions heard there are about its theme; only of a summary of this one alone. */
  onThemeOpinions?: number
  publishable: boolean
}

/** A topic K, a meeting T, a collection of comments L, a suggestion J or opinion Y that is followed up: what it is about and what it came to. */
export interface MatterRecord {
  /** "T3" */
  ref: string
  /** Label of its kind: 联席会议. */
  kind: string
  title: string
  /** Label of its state. */
  state: string
  on: Moment
  place: string | null
  people: readonly string[]
  counts: readonly { label: string; value: number; unit: string }[]
  /** What was decided or said, masked, in the words of the record. */
  said: readonly string[]
}

/** Whose turn it is to lead the station: the latest of the period. */
export interface TurnRecord {
  /** "2026-11", "2026-Q4". */
  period: string
  convenor: string
}

export type DueKind = 'activity' | 'signUpCloses' | 'duty' | 'reply' | 'passOn' | 'handover' | 'report' | 'other'

/** Something that falls due after the period, with the record it belongs to. */
export interface DueRecord {
  /** "H14", "Y17". */
  ref: string
  kind: DueKind
  on: Moment
  /** What it is about, masked; null: the record's number says enough. */
  title: string | null
  people: readonly string[]
}

/** All that a summary may know. Whatever is not here cannot be said. */
export interface PeriodRecords {
  station: string
  period: SummaryPeriod
  activities: readonly ActivityRecord[]
  opinions: readonly OpinionRecord[]
  duties: readonly DutyRecord[]
  /** Only of a summary of one of them. */
  matters?: readonly MatterRecord[]
  turn: TurnRecord | null
  due: readonly DueRecord[]
}
