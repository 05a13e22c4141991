import type { Meeting as MeetingRow } from '../../prisma/generated/client.js'
import { DECISION_STATES, type Decision, type DecisionRefusal } from '../../station/meeting/decision.js'
import { daysLeft } from '../../station/meeting/decision-progress.js'
import type { InvitationRefusal, OrganisationAnswer } from '../../station/meeting/invitation.js'
import { MEETING_STATES, type MeetingEvent, type MeetingRefusal } from '../../station/meeting/machine.js'
import type { Invited, Meeting } from '../../station/meeting/meeting.js'
import { momentOf, type Temporal } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { AHEAD } from '../activity/phrases.js'

const REMIND_DAYS = 3
const day = (date: Temporal.PlainDate): string => `${date.month}月${date.day}日`
const when = (row: MeetingRow): string => describe(momentOf(row.startsAt))
const topics = (row: MeetingRow): string =>
  (row.agenda as unknown as Meeting['agenda']).map(({ topic }) => topic).join('、')
/** What each step of a meeting is called. */
const STEPS: Readonly<Record<MeetingEvent, string>> = {
  invite: '发邀请',
  hold: '记已召开',
  draftMinutes: '写纪要',
  confirmMinutes: '确认纪要',
  conclude: '办结',
  postpone: '改期',
  cancel: '取消',
}
const ANSWERS = { silent: '未回复', coming: '参加', declined: '不参加' } as const
const ownerName = ({ owner }: Decision): string => (owner.kind === 'person' ? owner.person.name : owner.name)

export const copy = {
  unclearTime: '时间看不准是哪一刻，请写全日期和钟点，例：12月20日14:30。',
  past: '这个时间已经过去了，请写一个将来的时间。',
  unknown: (no: number) => `本站没有 T${no}。召集人可发：建联席会 12月20日14:30 议题 基层医疗能力`,
  created: (row: MeetingRow, organisations: readonly string[]) =>
    `T${row.no} 已建：联席会 ${when(row)}，${row.place}，议题：${topics(row)}。邀请名单含${organisations.join('、')}，回“T${row.no} 名单”查看；代表回“报名 T${row.no}”。`,
  alreadyInvited: (row: MeetingRow, name: string) => `${name}已在 T${row.no} 邀请名单里。`,
  invitedToo: (row: MeetingRow, names: readonly string[]) => `T${row.no} 邀请名单已加${names.join('、')}。`,
  materialStored: (row: MeetingRow, no: number, title: string) => `T${row.no} 材料${no} 已存：${title}。`,
  signedUp: (row: MeetingRow, name: string, coming: number) =>
    `${name} 已列入 T${row.no} ${when(row)}联席会（代表${coming}人），议题材料回“T${row.no} 材料”。`,
  withdrawn: (row: MeetingRow, name: string) => `${name} 已退出 T${row.no}。`,
  notComing: (row: MeetingRow, name: string) => `${name}，您没有报 T${row.no}，不用退出。`,
  noSignUp: (row: MeetingRow) =>
    row.state === 'cancelled' ? `T${row.no} 已取消。` : `T${row.no} 已经开过了。回“T${row.no} 定办事项”看结果。`,
  list: (row: MeetingRow, invited: readonly Invited[], deputies: readonly string[]) =>
    [
      `T${row.no} ${when(row)} 联席会`,
      `单位：${invited.map(({ organisation, answer }) => `${organisation}（${ANSWERS[answer]}）`).join('、')}`,
      `代表：${deputies.join('、') || '还没有人报名'}`,
    ].join('\n'),
  materials: (row: MeetingRow, { agenda, materials }: Meeting) =>
    [
      `T${row.no} 议题：${agenda.map(({ no, topic }) => `${no}.${topic}`).join('；')}`,
      materials.length > 0
        ? `材料：${materials.map(({ no, title }) => `${no}.${title}`).join('；')}`
        : `还没有材料。联络员可发：T${row.no} 交材料 标题或链接`,
    ].join('\n'),
  refused: (refusal: MeetingRefusal, no?: number): string => {
    switch (refusal.code) {
      case 'illegal':
        return `${no === undefined ? '' : `T${no} `}现在是“${MEETING_STATES[refusal.state].label}”，不能${STEPS[refusal.event]}。${
          refusal.allowed.length > 0
            ? `现在可以${refusal.allowed.map((event) => STEPS[event]).join('、')}。`
            : '要再开请发：建联席会 12月20日14:30 议题 基层医疗能力'
        }`
      case 'missing':
        return '请写全时间、地点和议题。例：建联席会 12月20日14:30 议题 基层医疗能力'
      case 'tooFewOrganisations':
        return `联席会至少请${refusal.needed}个单位，现在只有${refusal.count}个。`
      case 'inPast':
        return copy.past
      case 'tooEarly':
        return `联席会要到${describe(refusal.startsAt)}才开，会后再记。`
      case 'openDecisions':
        return `还有${refusal.open.length}件定办事项没有办完：${refusal.open.map(({ no }) => `事项${no}`).join('、')}。`
      case 'reasonNeeded':
        return `请写上原因。例：取消 T${no ?? 3} 与市里会议冲突`
    }
  },
  postponed: (before: MeetingRow, after: MeetingRow) =>
    `T${after.no} 联席会由${when(before)}改到${when(after)}，各单位要重新答复（回“T${after.no} 名单”看）；来不了的代表请回“退出 T${after.no}”。`,
  cancelled: (row: MeetingRow, reason: string) =>
    `T${row.no} 联席会（${when(row)}）取消${reason ? `：${reason}` : ''}。要再开请回“建联席会 时间 议题 ……”。`,
  answered: (row: MeetingRow, organisation: string, given: OrganisationAnswer, meeting: Meeting) => {
    const silent = meeting.invited.filter(({ answer }) => answer === 'silent').map((each) => each.organisation)
    return `T${row.no} 已记：${organisation}${
      given.answer === 'coming'
        ? `参加（${given.attendees.join('、')}）`
        : `不参加${given.reason ? `（${given.reason}）` : ''}`
    }。${silent.length > 0 ? `还没答复：${silent.join('、')}。` : '各单位都已答复。'}`
  },
  answerRefused: (row: MeetingRow, refusal: InvitationRefusal): string =>
    refusal.code === 'nobodyNamed'
      ? `请写上${refusal.organisation}谁来。例：T${row.no} 回执 ${refusal.organisation} 参加 王主任、李科长`
      : `${refusal.organisation}不在 T${row.no} 邀请名单里。要加请回“T${row.no} 邀请 ${refusal.organisation}”。`,
  minutesWritten: (row: MeetingRow) =>
    `T${row.no} 纪要已存。定办事项请发“T${row.no} 纪要 定事项 1 单位 日期前做什么”，无误请回“确认纪要 T${row.no}”。`,
  noMinutes: (row: MeetingRow) =>
    `T${row.no} 现在是“${MEETING_STATES[row.state as keyof typeof MEETING_STATES].label}”，不能再记事项。`,
  decisionTaken: (row: MeetingRow, no: number) => `T${row.no} 已有定办事项${no}，请换一个序号。`,
  decided: (row: MeetingRow, no: number, owner: string, task: string, dueOn: Temporal.PlainDate) =>
    `T${row.no} 定办事项${no}已建：${owner}，${day(dueOn)}前${task}，${day(dueOn.subtract({ days: REMIND_DAYS }))}提醒。`,
  decisionRefused: (refusal: DecisionRefusal): string => {
    switch (refusal.code) {
      case 'illegal':
        return `这件事现在是“${DECISION_STATES[refusal.state].label}”，不能这样改。`
      case 'wordsNeeded':
        return '请写一句说明。例：T3 跟进 事项2 完成 已书面回复'
      case 'notLater':
      case 'dueInPast':
        return '日期要在今天以后。'
      case 'emptyTask':
        return '请写上要办的事。'
    }
  },
  noDecision: (row: MeetingRow, no: number) => `T${row.no} 没有定办事项${no}。回“T${row.no} 定办事项”看全部。`,
  onlyConvenor: (event: string) => `“${event}”由召集人、联络员记。您可以发“进展”或“完成”。`,
  decisionStepped: (row: MeetingRow, decision: Decision) =>
    `T${row.no} 事项${decision.no}（${ownerName(decision)}）：${DECISION_STATES[decision.state].label}。${
      decision.state === 'reported' ? `召集人核实后回“T${row.no} 跟进 事项${decision.no} 办结 说明”。` : ''
    }`,
  decisions: (row: MeetingRow, decisions: readonly Decision[], today: Temporal.PlainDate) =>
    decisions.length === 0
      ? `T${row.no} 还没有定办事项。`
      : decisions
          .map((decision) => {
            const left = daysLeft(decision, today)
            const due = left === null ? '' : left < 0 ? `，超期${-left}天` : `，还有${left}天`
            return `事项${decision.no} ${ownerName(decision)} ${decision.task}：${DECISION_STATES[decision.state].label}${due}`
          })
          .join('\n'),
  minutesConfirmed: (row: MeetingRow) =>
    `T${row.no} 纪要已确认，定办事项继续跟踪。${row.minutes ? `\n${row.minutes}` : ''}`,
  concluded: (row: MeetingRow) => `T${row.no} 已办结。`,
  startSoon: (row: MeetingRow, offset: string, deputies: readonly string[]) =>
    `T${row.no} 联席会${AHEAD[offset] ?? ''}：${when(row)}${row.place ? `，${row.place}` : ''}。${deputies.join('、')} 请准时。${
      offset === '2h' ? '' : `材料回“T${row.no} 材料”，去不了请回“退出 T${row.no}”。`
    }`,
  silentOrganisations: (row: MeetingRow, names: readonly string[]) =>
    `T${row.no} 联席会（${when(row)}）还有三天，${names.join('、')}还没答复。问到后请发：T${row.no} 回执 ${names[0]} 参加 王主任`,
  reminder: (no: number, decision: Decision, offsetDays: number) =>
    `T${no} 定办事项${decision.no}（${ownerName(decision)}：${decision.task}）${
      offsetDays < 0 ? `${-offsetDays}天后到期` : offsetDays === 0 ? '今天到期' : `已超期${offsetDays}天`
    }，办好请回“T${no} 跟进 事项${decision.no} 完成 说明”。`,
}
