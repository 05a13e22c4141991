import type { ActivityState } from '../activity/states.js'
import type { Moment } from '../time/civil.js'

/** What the year's figures need to know of one activity. */
export interface ActivityRecord {
  readonly no: number
  readonly title: string
  readonly state: ActivityState
  readonly startsAt: Moment
  readonly createdAt: Moment
  /** Number of the plan item it carries out; null: not from the plan. */
  readonly planNo: number | null
  /** An instance of a recurring series: 定期. */
  readonly fromSeries: boolean
  /** 眼睛向上 follows the centre's work, 眼睛向下 goes to the people; null: not tagged. */
  readonly direction: 'up' | 'down' | 'both' | null
  readonly orientation: 'goal' | 'problem' | 'both' | null
  /** Names from the station's own list of missions (四个基地, 四个平台). */
  readonly missions: readonly string[]
  readonly mode: 'onsite' | 'online' | 'mixed'
  readonly venue: 'fixed' | 'mobile'
}

const HELD: readonly ActivityState[] = ['ended', 'summaryDraft', 'summaryPublished', 'archived']
const COMING: readonly ActivityState[] = ['notified', 'open', 'full', 'closed', 'checkingIn']

export const isHeld = ({ state }: ActivityRecord): boolean => HELD.includes(state)
/** Told to people and still to come: a draft in somebody's head is no activity yet. */
export const isComing = ({ state }: ActivityRecord): boolean => COMING.includes(state)

export const heldIn = (records: readonly ActivityRecord[], year: number): ActivityRecord[] =>
  records.filter((record) => isHeld(record) && record.startsAt.year === year)
