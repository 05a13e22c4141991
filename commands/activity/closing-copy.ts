import type { Activity } from '../../prisma/generated/client.js'
import type { AttendanceRow, CheckInRefusal } from '../../station/activity/attendance.js'
import type { Lacking } from '../../station/activity/closing.js'
import type { Person } from '../../station/activity/person.js'
import type { Turnout } from '../../station/activity/turnout.js'
import type { Moment } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { head, names, when } from './phrases.js'

const lackingWords = (lacking: Lacking, no: number): string => {
  switch (lacking.code) {
    case 'nobodyCheckedIn':
      return `签到（签到 H${no} 姓名）`
    case 'headcount':
      return `${lacking.label}（H${no} 人次 86）`
    case 'photos':
      return '照片'
    case 'takeaways':
      return `${lacking.from.length}人的收获`
    case 'hours':
      return `${lacking.from.length}人的时长`
    case 'report':
      return `报告（${describe(lacking.dueAt)}前，交后回“报告 H${no}”）`
  }
}

const lackingLine = (lacking: readonly Lacking[], no: number): string =>
  lacking.length === 0 ? '' : `\n还缺：${lacking.map((each) => lackingWords(each, no)).join('、')}`

const pools = (turnout: Turnout): string =>
  turnout.presentByPool.size > 1
    ? `（${[...turnout.presentByPool].map(([pool, persons]) => `${pool}${persons}`).join('、')}）`
    : ''

export const closingCopy = {
  checkedIn: (activity: Activity, fresh: readonly AttendanceRow[], asked: readonly Person[], turnout: Turnout) =>
    fresh.length === 0
      ? `${names(asked)} 已经签过 H${activity.no} 了。`
      : `${names(fresh.map(({ person }) => person))} 已签到 ${head(activity)}${fresh.some(({ late }) => late) ? '（迟到）' : ''}${
          fresh.some(({ walkIn }) => walkIn) ? '（现场）' : ''
        }，实到${turnout.present.length}人${pools(turnout)}。`,
  checkInRefused: (activity: Activity, refusal: CheckInRefusal): string => {
    switch (refusal.code) {
      case 'tooEarly':
        return `${head(activity)} ${describe(refusal.opensAt)}起才能签到。`
      case 'tooLate':
        return `${head(activity)} 签到已截止（${describe(refusal.closedAt)}），请联络员补签：签到 H${activity.no} 姓名。`
      case 'wrongCode':
        return '签到码不对，请看现场出示的四位数字。'
      case 'cancelled':
        return `${head(activity)} 已取消，不用签到。请回“活动”看正在报名的。`
    }
  },
  checkInForOthers: (activity: Activity) => `替别人签到请联络员或召集人办。您自己签到请回“签到 H${activity.no}”。`,
  siteCode: (activity: Activity, code: string) =>
    `${head(activity)} 现场签到码：${code}。代表回“签到 H${activity.no} ${code}”。`,
  siteCodeSent: (activity: Activity) => `H${activity.no} 签到码已私聊发您，请在现场出示。`,
  turnoutAhead: (activity: Activity, turnout: Turnout) =>
    `${head(activity)}：应到${turnout.expected.length}，请假${turnout.onLeave.length}，${
      activity.state === 'cancelled' ? '已取消' : `${when(activity.startsAt)}才开始`
    }。`,
  turnout: (activity: Activity, turnout: Turnout) =>
    `${head(activity)}：应到${turnout.expected.length}，实到${turnout.present.length}${pools(turnout)}，请假${turnout.onLeave.length}，未到${turnout.absent.length}${
      turnout.late.length > 0 ? `，迟到${turnout.late.length}` : ''
    }${turnout.walkIns.length > 0 ? `，现场${turnout.walkIns.length}` : ''}。`,

  notYetHeld: (activity: Activity) => `${head(activity)} ${when(activity.startsAt)}才开始，办完再记。`,
  headcountInvalid: '人次写0以上的整数。例：H12 人次 86',
  headcount: (activity: Activity, label: string | null, total: number, photos: number) =>
    `H${activity.no} ${label === '听众' ? '受众' : (label ?? '服务人次').replace('人次', '')}${activity.headcountPersons}人次，今年同类累计${total}。${
      photos > 0 ? `已登记${photos}张照片，群内不再转发群众正脸照片。` : ''
    }`,
  photosKept: (activity: Activity, kept: number, total: number) =>
    `H${activity.no} 已存${kept}张照片（共${total}张），群内不再转发群众正脸照片。`,
  noPhotos: (activity: Activity) => `没有看到您刚发的照片。请先发照片，10分钟内再回“照片 H${activity.no}”。`,
  hoursInvalid: '时长写0.25到24之间、以一刻钟为单位的小时数。例：H25 时长 3',
  notThere: (activity: Activity, name: string) =>
    `${name}，${head(activity)} 没有您的报名或签到，不能记时长。请联络员先补签到。`,
  hours: (activity: Activity, name: string, hours: number, total: number) =>
    `H${activity.no} 已记${name}${hours}小时，今年累计${total}小时。`,
  takeaway: (activity: Activity, name: string, given: number) =>
    `${name} 的收获已记入 ${head(activity)}（共${given}条）。`,
  speech: (activity: Activity, order: number, { name, topic }: { name: string; topic: string | null }) =>
    `${head(activity)}：${name}发言顺序${order}${topic ? `，题目《${topic}》` : ''}。`,
  outcome: (activity: Activity, outcomes: readonly string[]) => `H${activity.no}→${outcomes.join('、')} 已关联。`,

  ended: (activity: Activity, draft: string, lacking: readonly Lacking[]) =>
    `${head(activity)} 已结束，小结草稿：\n${draft}${lackingLine(lacking, activity.no)}\n发布请回“发布”（或“发布小结 H${activity.no}”），要改请回“改 新的文字”。`,
  askTakeaway: (activity: Activity) => `${head(activity)} 有什么收获？请回“收获 H${activity.no} 一句话”。`,
  noReportNeeded: (activity: Activity) => `${head(activity)} 不要求出报告。`,
  reported: (activity: Activity, name: string) => `${head(activity)} 报告已交（${name}），谢谢。`,
  reportOverdue: (activity: Activity, dueAt: Moment) =>
    `${head(activity)} 的报告应在${describe(dueAt)}前提交，还没有收到。交后请回“报告 H${activity.no}”。`,
}
