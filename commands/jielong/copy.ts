import type { Activity } from '../../prisma/generated/client.js'
import type { Person } from '../../station/activity/person.js'
import type { SignUpBook } from '../../station/activity/sign-up-book.js'
import type { ListEntry } from '../../station/jielong/list-state.js'
import { printJielong } from '../../station/jielong/print.js'
import { momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { places } from '../activity/copy.js'
import type { Applied } from './apply.js'

const names = (people: readonly Person[]): string => people.map(({ name }) => name).join('、')
const head = ({ no, title }: Activity): string => `H${no} ${title}`

export const copy = {
  /** One line of what changed: 已加赵磊；退出 陈静（4/8）。 */
  merged: (activity: Activity, applied: Applied, isFirst: boolean) => {
    const parts = [
      applied.in.length > 0 ? `${isFirst ? '已同步接龙：' : '已加'}${names(applied.in)}` : '',
      applied.updated.length > 0 ? `已更新${names(applied.updated)}` : '',
      applied.withdrawn.length > 0 ? `${names(applied.withdrawn)}已退出` : '',
      ...applied.waiting.map(({ person, position }) => `已满，${person.name}候补第${position}位`),
    ].filter(Boolean)
    return parts.length === 0 ? '' : `H${activity.no} ${parts.join('；')}（${places(applied.book)}）。`
  },
  pending: (activity: Activity, sender: string, people: readonly Person[]) =>
    `${names(people)}：${sender}替您报了 H${activity.no}，本人回“同意”才算报上，不去回“不同意”。`,
  pendingPrivately: (activity: Activity, sender: string) =>
    `${sender}替您报了 ${head(activity)}（${describe(momentOf(activity.startsAt))}）。同意请回“同意”，不去回“不同意”。`,
  consented: (activity: Activity, book: SignUpBook, name: string) =>
    `${name} 已报名 ${head(activity)}（${places(book)}）。`,
  consentedWaiting: (activity: Activity, name: string) => `${name} 已同意，H${activity.no} 已满，先列候补。`,
  declined: (activity: Activity, name: string) => `好的，${name}不参加 H${activity.no}，代报已取消。`,
  nothingAsked: (activity: Activity) => `这个代报已经处理过了。看名单请回“名单 H${activity.no}”。`,
  started: (activity: Activity, people: readonly Person[]) =>
    `${head(activity)} 已经开始，${names(people)}的报名没有改动；没有到场请向联络员说明。`,

  removed: (activity: Activity, sender: string, name: string) =>
    `${name}：${sender}发的接龙里没有您，您对 H${activity.no} 的报名不变。不去了请回“不去”，还去回“还去”。`,
  struck: (activity: Activity, sender: string, name: string) =>
    `${name}：${sender}发的接龙把您划掉了，您对 H${activity.no} 的报名不变。不去了请回“不去”，还去回“还去”。`,
  edited: (activity: Activity, sender: string, { text }: ListEntry) =>
    `${sender}改了别人的一行，H${activity.no} 仍按本人写的“${text}”。要改请本人再接一次。`,
  takenBack: (activity: Activity, name: string) => `${name}的代报仍等本人答复（H${activity.no}）。`,
  ownMissing: (activity: Activity, name: string) =>
    `${name}，您接的是旧版，里面没有您；报名不变。要退出请回“退出 H${activity.no}”。`,
  ownReturned: (activity: Activity, name: string) =>
    `${name}，您已退出 H${activity.no}，这份旧接龙里还有您。要再参加请回“报名 H${activity.no}”。`,
  stays: (activity: Activity, name: string) => `好的，${name}的报名保留（H${activity.no}）。`,
  left: (activity: Activity, book: SignUpBook, name: string) => `${name} 已退出 ${head(activity)}（${places(book)}）。`,

  unrecognised: (texts: readonly string[], guess: string | undefined) =>
    `没认出${texts.map((text) => `“${text}”`).join('、')}，先保留。${
      guess === undefined
        ? `“${texts[0]}”是哪一位？回姓名即可，例：张敏`
        : `“${texts[0]}”是${guess}吗？回“是”，或回姓名。`
    }`,
  claimed: (text: string, name: string) => `已记：“${text}”是${name}。`,

  stale: (sender: string, stillValid: readonly string[], list: string) =>
    `注意：${sender}接的是旧版，${stillValid.join('、')}仍有效。最新名单：\n${list}`,
  list: (
    activity: Activity,
    book: SignUpBook,
    rows: readonly string[],
    waiting: readonly Person[],
    description: readonly string[] = [],
  ) =>
    printJielong({
      description,
      title: `${head(activity)} ${describe(momentOf(activity.startsAt))}${activity.place ? ` ${activity.place}` : ''}（${places(book)}）`,
      rows,
      tail: [
        ...(waiting.length > 0 ? [`候补：${names(waiting)}`] : []),
        ...(rows.length === 0 && book.accepting === 'open' ? [`还没有人报名，回“报名 H${activity.no}”做第一个。`] : []),
        ...(book.accepting === 'cancelled' ? ['活动已取消。'] : []),
      ],
    }),

  whose: (activities: readonly Activity[]) =>
    `这份接龙像是 ${activities.map(head).join('、')}，不好确定，没有改动报名。请在标题里写上编号再发一次，例：${head(activities[0]!)}`,
  adopt: (asked: string, title: string, line: string) =>
    `${asked}：“${title}”还没有对应的活动，要建吗？回“是”就办：${line}`,
  adoptWhen: (asked: string, title: string) =>
    `${asked}：“${title}”还没有对应的活动。要建请回活动时间，例：11月28日上午9点；不用建回“不用”。`,

  noList: '请引用要核对的接龙，或把它贴在命令后面。例：接龙 对比 H12',
  compared: (
    activity: Activity,
    { more, fewer, unknown }: { more: readonly string[]; fewer: readonly string[]; unknown: readonly string[] },
  ) =>
    [
      `H${activity.no} 对比：+${more.length}${more.length > 0 ? `（${more.join('、')}）` : ''} −${fewer.length}${
        fewer.length > 0 ? `（${fewer.join('、')}）` : ''
      }，${unknown.length} 未识别${unknown.length > 0 ? `（${unknown.join('、')}）` : ''}。`,
      '报名没有改动；本人接龙或回“报名”“退出”才算数。',
    ].join('\n'),
}
