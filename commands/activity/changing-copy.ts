import type { Activity } from '../../prisma/generated/client.js'
import type { AnswerRefusal } from '../../station/activity/answer.js'
import type { CapacityRefusal } from '../../station/activity/capacity.js'
import type { PollFault, PollRefusal, PollResult } from '../../station/activity/poll.js'
import type { rolesLeft } from '../../station/activity/role.js'
import type { SignUpBook, SignUpRow } from '../../station/activity/sign-up-book.js'
import type { SignUpStatus } from '../../station/activity/sign-up-status.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import type { Moment } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { AHEAD, head, names, places, poolWords, until, when } from './phrases.js'
import { stepRefused, untimely } from './refusal-copy.js'

export const changingCopy = {
  cast: (activity: Activity, role: string, name: string, left: ReturnType<typeof rolesLeft>) =>
    `${head(activity)}：${role}=${name}，其余角色余${left.length}${left.length > 0 ? `（${names(left)}）` : ''}。`,
  signedUpWithDuty: (activity: Activity, book: SignUpBook, name: string, role: string) =>
    `${name} 已报名 ${head(activity)}（${places(book)}），分工“${role}”已记。`,
  signedUpAsGuest: (activity: Activity, book: SignUpBook, name: string, from: string) =>
    `${name} 已报名 ${head(activity)}（${from}站·特邀，${places(book)}），主办站轮值召集人已知悉，两站都计入。`,
  guestSignedUp: (activity: Activity, name: string, from: string) =>
    `${from}站${name}代表已报名 ${head(activity)}（特邀）。`,
  whichStation: (name: string, stations: readonly string[]) =>
    `没找到唯一的“${name}”。${stations.length > 0 ? `可邀请：${stations.join('、')}。` : '本区还没有别的站。'}`,
  alreadyInvited: (activity: Activity, station: string) => `${station}站已在 H${activity.no} 的邀请里了。`,
  invited: (activity: Activity, station: string) =>
    `已在${station}站群里邀请参加 ${head(activity)}，那边报名会标“${station}”。`,
  invitation: (activity: Activity, from: string, book: SignUpBook) =>
    `${from}站邀请：${head(activity)}，${when(activity.startsAt)}${activity.place ? `，${activity.place}` : ''}（${places(book)}）。回“报名 ${from}站 H${activity.no}”参加，两站都计入履职。`,

  notAsked: (activity: Activity, name: string, code: AnswerRefusal['code']) =>
    code === 'tooLate'
      ? `${name}，${head(activity)} 的答复时间过了，名额已给下一位。还想参加请回“报名 H${activity.no}”。`
      : `${name}，${head(activity)} 没有要您确认的事。${
          ACTIVITY_STATES[activity.state as ActivityState].accepting === 'open'
            ? `要参加请回“报名 H${activity.no}”，不去请回“退出 H${activity.no}”。`
            : '请回“我的活动”看您报了什么。'
        }`,
  answered: (activity: Activity, book: SignUpBook, name: string, status: SignUpStatus) => {
    const became: Partial<Record<SignUpStatus, string>> = {
      confirmed: '已确认参加',
      pendingApproval: '已确认，待核名',
      waiting: '已列入候补',
    }
    return `${name} ${became[status] ?? '不参加'} ${head(activity)}（${places(book)}）。`
  },
  offered: (activity: Activity, answerBy: Moment | null) =>
    `${head(activity)}（${when(activity.startsAt)}）空出名额，先留给您${answerBy ? `到${describe(answerBy)}` : ''}。要去请回“确认 H${activity.no}”，不去请回“不去 H${activity.no}”。`,
  lapsed: (activity: Activity) =>
    `${head(activity)} 没等到您的答复，名额已给下一位。还想参加请回“报名 H${activity.no}”。`,
  noMember: (name: string) => `名册里没有找到“${name}”，请写全名。`,
  onBehalf: (activity: Activity, name: string) => `已替${name}报 ${head(activity)}，待本人同意后才算；已私聊征询。`,
  consentAsked: (activity: Activity, by: string) =>
    `${by} 替您报了 ${head(activity)}（${when(activity.startsAt)}）。同意请回“同意 H${activity.no}”，不去请回“不去 H${activity.no}”。`,
  nothingToClear: (activity: Activity, name: string) =>
    `${name} 不在 H${activity.no} 的待核名单里。请回“名单 H${activity.no}”看报名的人。`,
  alreadyCleared: (activity: Activity, name: string, approved: boolean) =>
    `${head(activity)}：${name} 本来就${approved ? '可以参加，不用再核名' : '没有通过核名'}。请回“名单 H${activity.no}”看报名的人。`,
  cleared: (activity: Activity, name: string, approved: boolean) =>
    `${head(activity)}：${name} 核名${approved ? '通过' : '未通过'}，已告诉本人。`,
  clearedPrivately: (activity: Activity, approved: boolean) =>
    approved
      ? `${head(activity)}（${when(activity.startsAt)}）核名通过，请携带代表证。`
      : `${head(activity)} 承办机关核名未通过，这次不能参加。`,

  rescheduled: (activity: Activity, was: Date, asked: number, answerBy: Moment) =>
    `${head(activity)} 由${when(was)}改到${when(activity.startsAt)}${activity.shortNotice ? '（临时）' : ''}。${
      asked > 0
        ? `原来报名的${asked}人请重新确认：回“确认 H${activity.no}”或“不去 H${activity.no}”，${describe(answerBy)}前不回就算不去。`
        : `回“报名 H${activity.no}”参加。`
    }`,
  askAgain: (activity: Activity, answerBy: Moment) =>
    `${head(activity)} 改到${when(activity.startsAt)}，您还能来吗？请在${describe(answerBy)}前回“确认 H${activity.no}”或“不去 H${activity.no}”。`,
  newTime: (activity: Activity) => `${head(activity)} 改到${when(activity.startsAt)}。`,
  sameTime: (activity: Activity) => `${head(activity)} 本来就是${when(activity.startsAt)}，时间定了。`,
  cancelled: (activity: Activity, reason: string, told: number) =>
    `${head(activity)}（${when(activity.startsAt)}）取消${reason ? `：${reason}` : ''}。${told > 0 ? `已私聊告诉${told}位报名的代表。` : ''}`,
  cancelledPrivately: (activity: Activity, reason: string) =>
    `您报名的 ${head(activity)}（${when(activity.startsAt)}）取消了${reason ? `：${reason}` : ''}。`,
  stepRefused,
  untimely,
  closed: (activity: Activity) => `${head(activity)} 报名已截止。还有人要来请回“开放报名 H${activity.no}”或直接签到。`,
  opened: (activity: Activity) =>
    `${head(activity)} 开放报名${activity.deadlineAt ? `，${until(activity.deadlineAt)}截止` : ''}，回“报名 H${activity.no}”参加。`,
  overbooked: (
    activity: Activity,
    { heldPersons, capacityPersons, last }: Extract<CapacityRefusal, { code: 'overbooked' }>,
    pool = '',
  ) =>
    `${head(activity)} ${pool}已有${heldPersons}人，改成${capacityPersons}人要请${names(last.map(({ person }) => person))}转候补。确定请回“改人数 H${activity.no} ${pool}${capacityPersons} 末位转候补”。`,
  whichPool: (activity: Activity, { pools }: SignUpBook) =>
    pools.length > 1
      ? `${head(activity)} 有${pools.map(({ key }) => key).join('、')}，请写明改哪个，例：改人数 H${activity.no} ${pools[0]!.key}30人`
      : `${head(activity)} 不分场次，直接写人数，例：改人数 H${activity.no} 30`,
  capacityChanged: (activity: Activity, book: SignUpBook) => `${head(activity)} 人数已改（${places(book)}）。`,
  movedToWaiting: (activity: Activity) => `${head(activity)} 名额减少，您转为候补，有空位会按先后递补并告诉您。`,
  promotionSet: (activity: Activity, way: string, hours: number) =>
    way === 'offer'
      ? `${head(activity)} 有空位时先问候补第一位，${hours}小时内不答复就问下一位。`
      : `${head(activity)} 有空位时按先后自动递补。`,
  mixed: (activity: Activity, book: SignUpBook) =>
    `${head(activity)} ${poolWords(book)}${activity.onlineNumber ? `，会议号${activity.onlineNumber}` : ''}；签到分“到场/线上”。线上参加回“报名 H${activity.no} 线上”。`,
  reminder: (activity: Activity, offset: string, going: readonly SignUpRow[]) =>
    `${head(activity)} ${AHEAD[offset] ?? ''}：${when(activity.startsAt)}${activity.place ? `，${activity.place}` : ''}。${names(
      going.map(({ person }) => person),
    )} 请准时。${offset === '2h' ? '' : `去不了请回“请假 H${activity.no} 原因”。`}`,

  pollSent: (activity: Activity, choices: readonly string[], closesAt: Moment) =>
    [
      `${head(activity)} 约时间，截止${describe(closesAt)}：`,
      choices.map((choice, index) => `${index + 1} ${choice}`).join('  '),
      '回“1 3”可多选，都不行回“都不行”。',
    ].join('\n'),
  pollNeedsActivity: (title: string, choices: string) =>
    `先建活动再约时间：发“建活动 ${title} 大概的时间”，再发“约时间 H编号 ${choices}”；选定后发“定时间 H编号 序号”，活动就改到那个时间。`,
  pollFault: (fault: PollFault): string => {
    switch (fault.code) {
      case 'tooFewChoices':
        return '至少写两个时间，用“/”分开。例：约时间 H12 周三下午/周四上午/周六'
      case 'tooManyChoices':
        return `最多${fault.limit}个时间，请分两次约。`
      case 'sameChoice':
        return `“${fault.label}”写了两次。`
      case 'closesInPast':
        return '这些时间太近了，请换远一点的。'
    }
  },
  voteRefused: (activity: Activity, refusal: PollRefusal): string =>
    refusal.code === 'closed'
      ? `H${activity.no} 的投票已截止（${describe(refusal.closedAt)}）。`
      : refusal.code === 'unknownChoice'
        ? `只有1到${refusal.count}可选。`
        : `H${activity.no} 的投票没有问到您，请和召集人说。`,
  votedTail: (activity: Activity, answered: number, asked: number) =>
    ` 已投 H${activity.no}（${answered}/${asked}）。改投请发“投 H${activity.no} 序号”。`,
  voteReminder: (activity: Activity, closesAt: Moment) =>
    `${head(activity)} 的时间还等您选一下，${describe(closesAt)}截止。可在这里回“投 H${activity.no} 1 3”。`,
  noPoll: (activity: Activity) =>
    `${head(activity)} 没有在约时间。召集人可发：约时间 H${activity.no} 周三下午/周四上午/周六`,
  pollResult: (activity: Activity, result: PollResult): string => {
    if (result.code === 'stillOpen') return ''
    const counted = result.tally.map(({ no, choice, voters }) => `${no} ${choice.label} ${voters.length}票`).join('；')
    if (result.code === 'nobody') return `${head(activity)} 约时间：没有人选。请召集人换几个时间再约。`
    if (result.code === 'tie')
      return `${head(activity)} 约时间：${counted}。票数相同，请召集人定，回“定时间 H${activity.no} 序号”。`
    return `${head(activity)} 约时间：${counted}。召集人回“定时间 H${activity.no} ${result.winner.no}”即可定下。`
  },
}
