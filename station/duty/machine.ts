import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import type { DutyShift } from './shift.js'
import { endOf, isBefore, startOf } from './shift-time.js'

/** The life of a reception, as the station's books name it. */
export const DUTY_STAGES = {
  drafted: '排班草案',
  confirmed: '已确认',
  announced: '已公告',
  reminded: '已提醒',
  signedIn: '到站签到',
  recording: '接待记录',
  summarised: '小结',
  archived: '归档',
  nobodyCame: '无人到站',
  dropped: '已撤销',
} as const
export type DutyStage = keyof typeof DUTY_STAGES

/** What may be going on beside the stage; read from the seats and swaps (sides.ts), never stored. */
export const DUTY_SIDES = { swapPending: '换班待同意', awaitingCover: '请假待顶班', postponed: '顺延' } as const
export type DutySide = keyof typeof DUTY_SIDES

export type DutyAction =
  | 'confirm'
  | 'drop'
  | 'adjust'
  | 'announce'
  | 'remind'
  | 'confirmDuty'
  | 'askSwap'
  | 'settleSwap'
  | 'askLeave'
  | 'seekCover'
  | 'cover'
  | 'move'
  | 'signIn'
  | 'raiseAlarm'
  | 'record'
  | 'summarise'
  | 'archive'

/** The stretch of time in which an action makes sense. */
type DutyWindow = 'beforeStart' | 'untilEnd' | 'signIn' | 'afterGrace' | 'sinceSignIn' | 'afterEnd' | 'always'

interface Row {
  readonly action: DutyAction
  readonly from: readonly DutyStage[]
  /** null: the stage stays. */
  readonly to: DutyStage | null
  readonly window: DutyWindow
  readonly side?: { readonly enters: DutySide } | { readonly leaves: DutySide }
}

const AHEAD = ['drafted', 'confirmed', 'announced', 'reminded'] as const
const SETTLED = ['confirmed', 'announced', 'reminded'] as const

export const DUTY_TRANSITIONS: readonly Row[] = [
  { action: 'confirm', from: ['drafted'], to: 'confirmed', window: 'beforeStart' },
  { action: 'drop', from: ['drafted', 'confirmed'], to: 'dropped', window: 'beforeStart' },
  { action: 'adjust', from: AHEAD, to: null, window: 'beforeStart' },
  { action: 'announce', from: ['confirmed'], to: 'announced', window: 'beforeStart', side: { leaves: 'postponed' } },
  { action: 'announce', from: ['announced', 'reminded'], to: null, window: 'beforeStart' },
  { action: 'remind', from: ['announced'], to: 'reminded', window: 'beforeStart' },
  { action: 'remind', from: ['confirmed', 'reminded'], to: null, window: 'beforeStart' },
  { action: 'confirmDuty', from: SETTLED, to: null, window: 'beforeStart' },
  { action: 'askSwap', from: AHEAD, to: null, window: 'beforeStart', side: { enters: 'swapPending' } },
  { action: 'settleSwap', from: AHEAD, to: null, window: 'beforeStart', side: { leaves: 'swapPending' } },
  { action: 'askLeave', from: AHEAD, to: null, window: 'untilEnd', side: { enters: 'awaitingCover' } },
  { action: 'seekCover', from: AHEAD, to: null, window: 'beforeStart', side: { enters: 'awaitingCover' } },
  {
    action: 'cover',
    from: [...AHEAD, 'nobodyCame', 'signedIn', 'recording'],
    to: null,
    window: 'untilEnd',
    side: { leaves: 'awaitingCover' },
  },
  { action: 'move', from: ['drafted', 'confirmed'], to: null, window: 'beforeStart', side: { enters: 'postponed' } },
  // What was announced for the old date has to be announced again for the new one.
  {
    action: 'move',
    from: ['announced', 'reminded'],
    to: 'confirmed',
    window: 'beforeStart',
    side: { enters: 'postponed' },
  },
  { action: 'signIn', from: [...SETTLED, 'nobodyCame'], to: 'signedIn', window: 'signIn' },
  { action: 'signIn', from: ['signedIn', 'recording'], to: null, window: 'signIn' },
  { action: 'raiseAlarm', from: SETTLED, to: 'nobodyCame', window: 'afterGrace' },
  { action: 'record', from: ['signedIn'], to: 'recording', window: 'sinceSignIn' },
  { action: 'record', from: ['recording'], to: null, window: 'sinceSignIn' },
  { action: 'summarise', from: ['signedIn', 'recording', 'nobodyCame'], to: 'summarised', window: 'afterEnd' },
  { action: 'archive', from: ['summarised'], to: 'archived', window: 'always' },
]

export interface DutyHours {
  readonly signInOpensMinutesBefore: number
  readonly signInClosesMinutesAfter: number
  /** How long after the start an empty desk becomes an alarm. */
  readonly graceMinutes: number
}

export const DUTY_HOURS: DutyHours = { signInOpensMinutesBefore: 30, signInClosesMinutesAfter: 60, graceMinutes: 15 }

export type DutyRefusal =
  | {
      readonly code: 'notFromHere'
      readonly shiftNo: number
      readonly action: DutyAction
      readonly stage: DutyStage
      readonly allowedFrom: readonly DutyStage[]
    }
  | { readonly code: 'tooEarly'; readonly shiftNo: number; readonly action: DutyAction; readonly opensAt: Moment }
  | { readonly code: 'tooLate'; readonly shiftNo: number; readonly action: DutyAction; readonly closedAt: Moment }

/** The stage after an action, or why it is not to be had now. */
export const transition = (
  { shift, stage }: { readonly shift: DutyShift; readonly stage: DutyStage },
  action: DutyAction,
  now: Moment,
  hours: DutyHours = DUTY_HOURS,
): Result<DutyStage, DutyRefusal> => {
  const rows = DUTY_TRANSITIONS.filter((row) => row.action === action)
  const row = rows.find(({ from }) => from.includes(stage))
  const about = { shiftNo: shift.no, action }
  if (row === undefined)
    return err({ code: 'notFromHere', ...about, stage, allowedFrom: rows.flatMap(({ from }) => from) })
  const { opensAt, closedAt } = windowOf(row.window, shift, hours)
  if (opensAt !== undefined && isBefore(now, opensAt)) return err({ code: 'tooEarly', ...about, opensAt })
  if (closedAt !== undefined && !isBefore(now, closedAt)) return err({ code: 'tooLate', ...about, closedAt })
  return ok(row.to ?? stage)
}

const windowOf = (
  window: DutyWindow,
  shift: DutyShift,
  hours: DutyHours,
): { readonly opensAt?: Moment; readonly closedAt?: Moment } => {
  const start = startOf(shift)
  const end = endOf(shift)
  const signInOpens = start.subtract({ minutes: hours.signInOpensMinutesBefore })
  switch (window) {
    case 'beforeStart':
      return { closedAt: start }
    case 'untilEnd':
      return { closedAt: end }
    case 'signIn':
      return { opensAt: signInOpens, closedAt: end.add({ minutes: hours.signInClosesMinutesAfter }) }
    case 'afterGrace':
      return { opensAt: start.add({ minutes: hours.graceMinutes }) }
    case 'sinceSignIn':
      return { opensAt: signInOpens }
    case 'afterEnd':
      return { opensAt: end }
    case 'always':
      return {}
  }
}
