import type { ActivityState } from './states.js'

const TOLD = ['notified', 'open', 'full'] as const
const BEFORE = [...TOLD, 'closed'] as const
const UNTIL_END = [...BEFORE, 'checkingIn'] as const
const KEPT = [...UNTIL_END, 'ended', 'summaryDraft', 'summaryPublished'] as const
const HELD = [...KEPT, 'archived'] as const

/**
 * What is done with an activity besides its steps, and the states in which that can be. After the archive the figures stand:
 * a correction is an entry of its own (台账更正). A report or a research piece may follow later than that.
 */
const DEEDS = {
  /** Places, waiting list, form, time poll. */
  arrange: BEFORE,
  inviteStation: TOLD,
  clearName: UNTIL_END,
  askLeave: UNTIL_END,
  siteCode: UNTIL_END,
  checkIn: KEPT,
  record: KEPT,
  follow: HELD,
  certify: HELD,
} as const satisfies Record<string, readonly ActivityState[]>

export type Deed = keyof typeof DEEDS

export const canBeDone = (deed: Deed, state: ActivityState): boolean =>
  (DEEDS[deed] as readonly ActivityState[]).includes(state)
