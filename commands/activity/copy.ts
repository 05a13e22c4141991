import type { Activity } from '../../prisma/generated/client.js'
import type { ClosedRefusal, SignUpRefusal } from '../../station/activity/sign-up.js'
import { goingPersons, type SignUpBook } from '../../station/activity/sign-up-book.js'
import { type Moment, momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import type { Scan } from '../../station/time/scan.js'
import { changingCopy } from './changing-copy.js'
import { closingCopy } from './closing-copy.js'
import { typeOf } from './facts.js'
import { makingCopy, NOTES } from './making-copy.js'
import { head, places, poolWords, until, when } from './phrases.js'

export { places }

/** Why a sign-up comes too late or too early, and what to do. */
function closed(activity: Activity, { because }: ClosedRefusal): string {
  const deadline = because === 'deadline' && activity.deadlineAt ? `（${until(activity.deadlineAt)}）` : ''
  if (because === 'cancelled') return '已取消。请回“活动”看正在报名的。'
  if (because === 'notYetOpen')
    return `还没有开始报名${activity.opensAt ? `，${when(activity.opensAt)}起回“报名 H${activity.no}”` : '，请等通知'}。`
  if (activity.state === 'checkingIn' || because === 'started')
    return `已经开始，不用再报名；来了直接回“签到 H${activity.no}”。`
  if (because === 'over') return '已经结束，不能再报名。请回“活动”看正在报名的。'
  return `报名已截止${deadline}。如需参加请联系轮值召集人。`
}

export const copy = {
  ...makingCopy,
  ...changingCopy,
  ...closingCopy,
  created: (activity: Activity, book: SignUpBook, said: Assumed & { notThisWeek: Moment | undefined }) =>
    [
      `${head(activity)}：${begins(activity)}${activity.place ? `，${activity.place}` : ''}，${limit(book)}${
        activity.deadlineAt ? `，${until(activity.deadlineAt)}截止` : ''
      }${activity.shortNotice ? '（提前不足3天，临时）' : ''}。`,
      assumed(activity, said),
      said.notThisWeek ? `（按下周算；不是${describe(said.notThisWeek)}。）` : '',
      `回“报名 H${activity.no}”即可报名。`,
      lacking(activity),
      notes(activity),
    ].join(''),
  /** The notice follows: what it says is not said twice. */
  madeAndTold: (activity: Activity, said: Assumed) =>
    `${head(activity)}（${begins(activity)}）已建，通知随后发到群里${
      activity.shortNotice ? '（提前不足3天，已注明“临时”）' : ''
    }。${assumed(activity, said)}`,
  noPast: (date: Date) =>
    `${when(date)}已经过去了，请写一个将来的时间。例：建活动 义诊进社区 下周六上午9点 来凤街 限8人`,
  justOver: (at: Moment) =>
    `今年的${at.month}月${at.day}日已经过去了。真要办在明年，请写“${at.year}年${at.month}月${at.day}日”。`,
  endsBefore: '结束时间早于开始时间，请重写，例：12月5日9:00到11:30。',
  deadlineAfterStart:
    '截止时间不能晚于活动开始，请重写一条。例：建活动 义诊进社区 5月18日9:00 来凤街 限8人 截止5月16日18:00',
  noCapacityShort: '人数至少是1，不限人数就不写“限”',
  noCapacity: '人数至少是1，不限人数就不写“限”。例：建活动 义诊进社区 下周六上午9点 来凤街 限8人',
  unclearTime: (found: string, scan?: Scan) =>
    scan?.kind === 'ambiguous' && scan.reason === 'noSuchDate'
      ? '没有这一天或这个钟点，请写全日期和钟点，例：11月28日下午3点。'
      : scan?.kind === 'ambiguous'
        ? `“${found}”是${describe(scan)}？请写全日期和钟点，例：11月28日下午3点。`
        : `“${found}”看不准是哪一刻，请写全日期和钟点，例：11月28日下午3点。`,
  unknown: (no: number, open: readonly Activity[]) =>
    `本站没有 H${no}。${open.length > 0 ? `正在报名的有 ${open.map(head).join('、')}。` : '现在没有正在报名的活动。'}`,
  notInvited: (no: number, host: string) => `${host.replace(/站?$/, '站')}没有邀请本站参加 H${no}。请核对站名和编号。`,
  hostsOnly: (no: number, host: string, verb: string) =>
    `H${no} 是${host.replace(/站?$/, '站')}的活动，本站不能“${verb}”。请联系${host.replace(/站?$/, '站')}的召集人。`,
  nothingAsked: '现在没有等您确认的活动。回“我的活动”看已报名的，回“活动”看正在报名的。',
  noneOpen: '现在没有正在报名的活动。召集人可发：建活动 名称 时间 地点 限几人',
  whichActivity: (open: readonly Activity[], verb: string) =>
    `“${verb}”用在哪一个活动？\n${open.map((activity) => `${head(activity)} ${when(activity.startsAt)}`).join('\n')}\n回编号即可，例：H${open[0]?.no}`,

  signedUp: (activity: Activity, book: SignUpBook, name: string, pool?: string) =>
    `${name}${copy.signedUpTail(activity, book, pool)}`,
  signedUpTail: (activity: Activity, book: SignUpBook, pool?: string) =>
    ` 已报名 ${head(activity)}${pool && book.pools.length > 1 ? ` ${pool}` : ''}（${places(book)}）。`,
  waiting: (activity: Activity, name: string, position: number) =>
    `H${activity.no} 已满，${name}候补第${position}位；${whenAPlaceIsFree(activity, '您')}。`,
  waitingSubject: (name: string, position: number) => `${name}（第${position}位）`,
  waitingTail: (activity: Activity) => ` 已列入 H${activity.no} 候补；${whenAPlaceIsFree(activity, '本人')}。`,
  already: (activity: Activity, name: string) =>
    `${name}，您已经报过 ${head(activity)} 了，不用再报。要退出请回“退出 H${activity.no}”。`,
  alreadyWaiting: (activity: Activity, name: string, position: number) =>
    `${name}，您已在 ${head(activity)} 候补第${position}位。`,
  pendingName: (activity: Activity, name: string) =>
    `${name} 已列入 ${head(activity)} 待核名单，核准后告诉您；请携带代表证。`,
  updated: (activity: Activity, book: SignUpBook, name: string) =>
    `${name} 的报名已更新：${head(activity)}（${places(book)}）。`,
  refused: (activity: Activity, refusal: SignUpRefusal): string => {
    switch (refusal.code) {
      case 'closed':
        return `${head(activity)} ${closed(activity, refusal)}`
      case 'roleTaken':
        return `“${refusal.role}”已由${refusal.holders.map((person) => person.name).join('、')}担任。还可选：${
          refusal.rolesLeft.map((role) => role.name).join('、') || '无'
        }。`
      case 'roleUnknown':
        return `${head(activity)} 没有“${refusal.role}”这个分工。可选：${refusal.rolesLeft.map((role) => role.name).join('、') || '无'}。`
      case 'poolUnknown':
        return `${head(activity)} 只有：${refusal.pools.join('、')}。例：报名 H${activity.no} ${refusal.pools[0]}`
      case 'poolFull':
        return `${head(activity)} 只剩${refusal.freePersons}个名额，不够${refusal.wantedPersons}人，您原来的报名不变。`
      case 'tooManyCompanions':
        return `${head(activity)} 每位最多带${refusal.maxCompanions}人，请减少后再报。`
      case 'companionsInvalid':
        return `同行人数写0到99之间的数。例：报名 H${activity.no} 带2人`
    }
  },

  withdrawn: (activity: Activity, book: SignUpBook, name: string) =>
    `${name} 已退出 ${head(activity)}（${places(book)}）。`,
  promoted: (activity: Activity, names: readonly string[]) =>
    `候补递补：${names.join('、')} 现在已报上 ${head(activity)}。`,
  promotedPrivately: (activity: Activity) =>
    `好消息：${head(activity)}（${when(activity.startsAt)}）空出名额，您已由候补转为报上。不能去请回“退出 H${activity.no}”。`,
  notSignedUp: (activity: Activity, name: string) =>
    `${name}，您没有报 ${head(activity)}，不用退出。要参加请回“报名 H${activity.no}”。`,
  nothingToLeave: (activity: Activity) =>
    activity.state === 'cancelled'
      ? `${head(activity)} 已取消，不用退出。请回“活动”看正在报名的。`
      : `${head(activity)} 还没有开始报名，不用退出。`,
  started: (activity: Activity) =>
    activity.state === 'checkingIn'
      ? `${head(activity)} 已经开始，不能退出；没有到场请回“请假 H${activity.no} 原因”。`
      : `${head(activity)} 已经结束，不能退出；没有到场请向联络员说明。`,
  reasonNeeded: (activity: Activity) => `${head(activity)} 报名已截止，请写上原因再请假。例：请假 H${activity.no} 出差`,
  leave: (activity: Activity, book: SignUpBook, name: string) =>
    `${name} 已请假：${head(activity)}（${places(book)}）。`,

  open: (books: readonly { activity: Activity; book: SignUpBook }[]) =>
    [
      ...books.map(
        ({ activity, book }) =>
          `${head(activity)} ${when(activity.startsAt)}${activity.place ? ` ${activity.place}` : ''}（${places(book)}）`,
      ),
      '回“报名 编号”参加。',
    ].join('\n'),
  mine: (rows: readonly { activity: Activity; waiting: boolean; host: string | null }[]) =>
    rows
      .map(
        ({ activity, waiting, host }) =>
          `${head(activity)} ${when(activity.startsAt)}${activity.place ? ` ${activity.place}` : ''}${host ? `（${host}站）` : ''}${waiting ? '（候补）' : ''}`,
      )
      .join('\n'),
  noneMine: '您现在没有报名中的活动。回“活动”看正在报名的。',
}

/** With the year where it is not the one in which it was made. */
/** What whoever waits may expect: the place itself, or the question whether it is still wanted. */
const whenAPlaceIsFree = ({ promotion, offerHours }: Activity, whom: '您' | '本人'): string =>
  promotion === 'offer'
    ? `有人退出会按先后征询${whom}，${offerHours}小时内答复有效`
    : `有人退出会按先后自动递补并告诉${whom}`

const begins = ({ startsAt, createdAt }: Activity): string => describe(momentOf(startsAt), momentOf(createdAt))

type Assumed = { assumedTime: boolean; assumedPart: boolean }

const assumed = (activity: Activity, said: Assumed): string => {
  const at = momentOf(activity.startsAt)
  const time = `${at.hour}:${String(at.minute).padStart(2, '0')}`
  return said.assumedTime
    ? `（没写钟点，先按${time}。）`
    : said.assumedPart
      ? `（钟点没写全，先按${time}，要改请回“改期 H${activity.no} 新时间”。）`
      : ''
}

/** What its type cannot do without and was not said. A light one is told in a line. */
function lacking(activity: Activity): string {
  const { fields, light } = typeOf(activity)
  const details = activity.details as Record<string, string>
  const missing = light ? [] : fields.filter(({ key, required }) => required && !details[key])
  const [first] = missing
  return first
    ? `\n还缺${missing.map(({ label }) => label).join('、')}，补上请回“更正 H${activity.no} ${first.label} ……”。`
    : ''
}

function notes(activity: Activity): string {
  const { legalNotes, takeaways } = typeOf(activity)
  const said = [...legalNotes.map((note) => NOTES[note]), ...(takeaways ? ['回程后将逐人征集一条收获'] : [])]
  return said.length > 0 ? `\n提示：${said.join('；')}。` : ''
}

function limit(book: SignUpBook): string {
  const [pool, another] = book.pools
  if (another) return `${poolWords(book)}，现${goingPersons(book)}人`
  return pool?.capacityPersons == null ? '人数不限' : `限${pool.capacityPersons}人，现${goingPersons(book)}人`
}
