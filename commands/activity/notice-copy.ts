import type { Activity } from '../../prisma/generated/client.js'
import type { SignUpBook } from '../../station/activity/sign-up-book.js'
import { type Moment, momentOf } from '../../station/time/civil.js'
import { endsAtOf, typeOf } from './facts.js'
import { NOTES } from './making-copy.js'
import { head, places, poolWords, until, when } from './phrases.js'

export interface LeaveFacts {
  station: string
  /** 专业 or 行业. */
  label: string
  name: string
  level: string | null
  employer: string | null
  title: string
  no: number
  place: string | null
  startsAt: Moment
  endsAt: Moment
}

const clock = (at: Moment): string => `${at.hour}:${String(at.minute).padStart(2, '0')}`
const day = (at: Moment): string => `${at.year}年${at.month}月${at.day}日`

/** From when to when, in full: an employer reads no "下周六". */
const span = ({ startsAt, endsAt }: LeaveFacts): string =>
  startsAt.toPlainDate().equals(endsAt.toPlainDate())
    ? `${day(startsAt)}${clock(startsAt)}至${clock(endsAt)}`
    : `${day(startsAt)}${clock(startsAt)}至${day(endsAt)}${clock(endsAt)}`

/** –12:00, where it ends on the same day. */
const untilOf = (activity: Activity): string => {
  const [start, end] = [momentOf(activity.startsAt), endsAtOf(activity)]
  return start.toPlainDate().equals(end.toPlainDate()) ? `–${clock(end)}` : ''
}

const MODES: Readonly<Record<string, string>> = { online: '线上', mixed: '线上线下' }

export const notice = {
  cardName: (activity: Activity) => `H${activity.no}${activity.title}.png`,
  cardSubtitle: (station: string, activity: Activity) =>
    `${station}站 · H${activity.no}${activity.shortNotice ? ' · 临时' : ''}`,
  cardFooter: (activity: Activity) => `群里回“报名 H${activity.no}”参加；要放进手机日历回“日历 H${activity.no}”`,
  cardNotes: (notes: readonly string[]) => `提示：${notes.join('；')}。`,
  essentials: (activity: Activity, book: SignUpBook): [string, string][] => [
    ['时间', `${when(activity.startsAt)}${untilOf(activity)}`],
    ['地点', activity.place ?? '另行通知'],
    ...(MODES[activity.mode] ? [['方式', MODES[activity.mode]!] as [string, string]] : []),
    ...(activity.onlineNumber ? [['会议号', activity.onlineNumber] as [string, string]] : []),
    ['名额', book.pools.some(({ capacityPersons }) => capacityPersons !== null) ? `已报${places(book)}` : '不限'],
    ...(activity.deadlineAt ? [['截止', until(activity.deadlineAt)] as [string, string]] : []),
    ...(book.roles.length > 0 ? [['分工', book.roles.map(({ name }) => name).join('、')] as [string, string]] : []),
  ],
  /** Under the title of the list: what somebody who sees no picture must know. */
  lines: (activity: Activity, book: SignUpBook): string[] => {
    const { legalNotes } = typeOf(activity)
    const facts = [
      ...(activity.shortNotice ? ['临时通知（提前不足3天）'] : []),
      ...(book.pools.length > 1
        ? [`${poolWords(book)}，回“报名 H${activity.no} ${book.pools.at(-1)!.key}”选后一种`]
        : MODES[activity.mode]
          ? [MODES[activity.mode]!]
          : []),
      ...(activity.onlineNumber ? [`会议号${activity.onlineNumber}`] : []),
      ...(activity.deadlineAt ? [`${until(activity.deadlineAt)}截止报名`] : []),
    ]
    return [
      ...(facts.length > 0 ? [`${facts.join('；')}。`] : []),
      ...(legalNotes.length > 0 ? [notice.cardNotes(legalNotes.map((note) => NOTES[note]))] : []),
    ]
  },
  sent: (activity: Activity) => `H${activity.no} 的图卡和接龙正发到群里。`,
  opensLater: (activity: Activity) =>
    `${head(activity)} ${activity.opensAt ? `${when(activity.opensAt)}起开放报名` : '还没有开放报名'}，到时再发通知；要提前请回“开放报名 H${activity.no}”。`,
  begun: (activity: Activity) => `${head(activity)} 已经开始，不用再发通知；来了的人回“签到 H${activity.no}”即可。`,

  leaveName: (name: string, activity: Activity) => `公务证明-${name}-H${activity.no}.docx`,
  leaveTitle: '人大代表履职公务证明',
  leaveTo: ({ employer }: LeaveFacts) => `${employer ?? '有关单位'}：`,
  leaveBody: (facts: LeaveFacts) =>
    `贵单位${facts.name}同志系${facts.level ? `${facts.level}人大代表` : '人大代表'}。根据工作安排，${facts.name}代表定于${span(facts)}${
      facts.place ? `在${facts.place}` : ''
    }参加“${facts.title.replaceAll('“', '‘').replaceAll('”', '’')}”（编号H${facts.no}）。请予支持，安排好有关工作。`,
  leaveLaw:
    '《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》规定，代表按照安排参加闭会期间的活动，所在单位必须给予时间保障，按正常出勤对待，享受所在单位的工资和其他待遇。特此证明。',
  leaveSigner: ({ station, label }: LeaveFacts) => `${station}${label}人大代表联络站（盖章）`,
  leaveSent: '公务证明已做好，请打印后到站盖章。',
  leaveNotGoing: (activity: Activity, name: string) =>
    `${name} 没有报上 ${head(activity)}，不能开公务证明。先回“报名 H${activity.no}”。`,
  leaveForOthers: '替别的代表开公务证明请联络员或召集人办。',
  leavePrivately: (name: string) => `${name}的公务证明稍后私聊发您。`,
}
