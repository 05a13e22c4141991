import type { Activity } from '../../prisma/generated/client.js'
import type { StepRefusal } from '../../station/activity/machine.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { type ActivityEvent, eventsFrom } from '../../station/activity/transitions.js'
import { describe } from '../../station/time/describe.js'
import { head } from './phrases.js'

/** What each step is called by whoever asks for it. */
const STEPS: Readonly<Record<ActivityEvent, string>> = {
  draft: '起草',
  submit: '送审',
  sendBack: '退回',
  notify: '通知',
  openSignUp: '开放报名',
  fill: '算满员',
  free: '算有空位',
  close: '截止报名',
  reopen: '重新开放报名',
  startCheckIn: '签到',
  end: '结束',
  draftSummary: '写小结',
  publishSummary: '发布小结',
  archive: '归档',
  reschedule: '改期',
  cancel: '取消',
}

/** The steps a person can ask for, as the line to be typed. The others come by the clock. */
const LINES: Partial<Record<ActivityEvent, (no: number) => string>> = {
  openSignUp: (no) => `开放报名 H${no}`,
  close: (no) => `截止报名 H${no}`,
  reopen: (no) => `开放报名 H${no}`,
  publishSummary: (no) => `发布小结 H${no}`,
  reschedule: (no) => `改期 H${no} 新时间`,
  cancel: (no) => `取消 H${no} 原因`,
}

/** Where nothing more can be done with the activity itself. */
const BEYOND: Partial<Record<ActivityState, string>> = {
  ended: '小结草稿马上就好，稍后回“小结 H编号”看。',
  summaryPublished: '不改已发布的，要更正请发“台账更正 H编号 应为……”。',
  archived: '已经归档，要更正请发“台账更正 H编号 应为……”。',
  cancelled: '要再办请回“再办 H编号 新时间”。',
}

/** The same to somebody who does not arrange activities. */
const FOR_MEMBERS: Readonly<Record<ActivityState, string>> = {
  planned: '还没有通知，请等通知。',
  drafted: '还没有通知，请等通知。',
  inReview: '还没有通知，请等通知。',
  notified: '请等开放报名后再来。',
  open: '可以回“报名 H编号”。',
  full: '可以回“报名 H编号”候补。',
  closed: '有事请联系轮值召集人。',
  checkingIn: '到了请回“签到 H编号”。',
  ended: '有事请联系联络员。',
  summaryDraft: '有事请联系联络员。',
  summaryPublished: '要更正请联系联络员。',
  archived: '要更正请联系联络员。',
  cancelled: '请回“活动”看正在报名的。',
}

/** What can be done instead, by the lines to be typed. */
function instead({ no, state }: Pick<Activity, 'no' | 'state'>, allowed: readonly ActivityEvent[]): string {
  const possible = allowed.flatMap((event) => LINES[event]?.(no) ?? [])
  return possible.length > 0
    ? `现在可以：${possible.map((line) => `“${line}”`).join('、')}。`
    : (BEYOND[state as ActivityState] ?? '').replace('H编号', `H${no}`)
}

/** What is no step of the machine and cannot be done in this state. */
export function untimely(activity: Pick<Activity, 'no' | 'title' | 'state'>, verb: string, leads: boolean): string {
  const { no } = activity
  const state = activity.state as ActivityState
  const next = leads ? instead(activity, eventsFrom(state)) : FOR_MEMBERS[state].replace('H编号', `H${no}`)
  return `${head(activity)} 现在是“${ACTIVITY_STATES[state].label}”，不能${verb}。${next}`
}

export function stepRefused(
  { no, title, state }: Pick<Activity, 'no' | 'title' | 'state'>,
  refusal: StepRefusal,
): string {
  const named = head({ no, title })
  switch (refusal.code) {
    case 'illegal':
      return `${named} 现在是“${ACTIVITY_STATES[state as ActivityState].label}”，不能${STEPS[refusal.event]}。${instead({ no, state }, refusal.allowed)}`
    case 'missing':
      return `${named} 还缺${refusal.fields.map((field) => (field === 'place' ? '地点' : '时间')).join('、')}，补上再发。`
    case 'inPast':
      return `${describe(refusal.startsAt)}已经过去了，请写一个将来的时间。`
    case 'sameTime':
      return `${named} 本来就是${describe(refusal.startsAt)}，不用改期。`
    case 'tooEarly':
      return `${named} 要到${describe(refusal.notBefore)}才能${STEPS[refusal.event]}。`
    case 'started':
      return `${named} 已经开始了，不能再开放报名；来了的人直接签到即可。`
    case 'reasonNeeded':
      return `大家已经收到通知，取消请写原因。例：取消 H${no} 暴雨`
  }
}
