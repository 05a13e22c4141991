import type { Activity, Clearance, LinkedPlatform, Opinion } from '../../prisma/generated/client.js'
import { momentOf, Temporal } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'

const day = (date: Temporal.PlainDate): string => `${date.month}月${date.day}日`
const on = (text: string): string => day(Temporal.PlainDate.from(text))
const short = (text: string, limit: number): string =>
  [...text].length > limit ? `${[...text].slice(0, limit).join('')}…` : text
const at = (activity: Activity): string => describe(momentOf(activity.startsAt))
const untilWhen = ({ deadlineAt, startsAt }: Activity): string => {
  const last = momentOf(deadlineAt ?? startsAt)
  return `${last.month}月${last.day}日${deadlineAt ? '' : '开始前'}`
}
const whom = ({ level, personName }: Clearance): string =>
  personName ? `${personName}代表（${level}）` : `${level}代表`
const VERDICT: Readonly<Record<string, string>> = { pending: '待批', agreed: '同意', refused: '不同意' }

export const copy = {
  noMember: (name: string) => `本站名册里没有${name}，请核对姓名。`,
  reported: (row: Clearance) =>
    `H${row.activityNo} 协调记录已存：${whom(row)}，已报${row.organ}（${on(row.reportedOn)}，${row.byName}），待批。\n未获同意前不发报名通知给${row.personName ? '该代表' : '这级代表'}。有结果请发：协调 H${row.activityNo} 同意`,
  nothingPending: (no: number) => `H${no} 没有待批的协调。要记请发：协调 H${no} 全国代表 已报省人大`,
  answered: (no: number, rows: readonly Clearance[], agreed: boolean) =>
    `H${no} ${rows.map(whom).join('、')}：${agreed ? '已获同意，报名通知已私发本人' : '未获同意，不再通知'}。`,
  invitation: ({ no, title, ...activity }: Activity, organ: string) =>
    `邀请您参加 H${no} ${title}（${describe(momentOf(activity.startsAt))}），已报${organ}同意。参加回“报名 H${no}”，不便不用回。`,
  log: (no: number, rows: readonly Clearance[]) =>
    rows.length === 0
      ? `H${no} 没有协调记录。`
      : [
          `H${no} 协调记录：`,
          ...rows
            .slice(-5)
            .map((row) => `${on(row.reportedOn)} ${row.byName} 报${row.organ}：${whom(row)}——${VERDICT[row.state]}`),
        ].join('\n'),

  listed: (no: number, total: number) => `Y${no} 已列入“需上级协调”清单（共${total}件）。看全部：需上级清单`,
  notOpen: ({ no, state }: Opinion) => `Y${no} 已是“${state}”，不用再报。`,
  list: (rows: readonly { opinion: Opinion; path: readonly string[] }[]) =>
    rows.length === 0
      ? '没有需上级协调的意见。要列入请发：Y编号 需上级'
      : [
          `需上级协调${rows.length}件：`,
          ...rows
            .slice(0, 5)
            .map(
              ({ opinion, path }) =>
                `Y${opinion.no} ${short(opinion.text, 20)}〔${path.length > 0 ? `已报${path.at(-1)}` : '未上报'}〕`,
            ),
        ].join('\n'),
  inReport: (numbers: readonly number[]) =>
    `需上级协调${numbers.length}件：${numbers.map((no) => `Y${no}`).join('、')}。`,
  inFuture: (no: number) => `上报的日期还没到。例：Y${no} 上报 市人大`,
  notAbove: (no: number, to: string, last: string) => `Y${no} 已报${last}，要再报请报更上一级，不能报${to}。`,
  reportedUp: (organ: string, date: Temporal.PlainDate) => `上报${organ} ${day(date)}`,
  wentUp: (no: number, sentence: string, path: readonly string[]) =>
    `Y${no} 已记“${sentence}”，状态=上级办理${path.length > 1 ? `（${path.join('→')}）` : ''}。有答复请发：Y${no} 答复 …`,

  notAPlatform: (name: string) => `“${short(name, 20)}”不像家、室、联系点或观察点。例：联动平台 双塘街道代表之家`,
  platformKept: (name: string, kind: string, bound: boolean) =>
    `${name}（${kind}）已登记。${bound ? '' : `要在它的群里同步活动，请在那个群发：绑定平台 ${name}`}`,
  platforms: (rows: readonly LinkedPlatform[]) =>
    rows.length === 0
      ? '还没有登记联动的家、室、点。例：联动平台 双塘街道代表之家'
      : `联动平台${rows.length}个：${rows.map(({ name, chatRoomId }) => `${name}${chatRoomId ? '（已绑群）' : ''}`).join('、')}。`,
  noPlatform: (said: string) => `还没有登记“${said}”。先登记，例：联动平台 社会建设社区观察点`,
  whichPlatform: (rows: readonly LinkedPlatform[], no: number) =>
    `有${rows.length}个：${rows.map(({ name }) => name).join('、')}。请写全名，例：联动 ${rows[0]!.name} H${no}`,
  linkedAlready: (no: number, name: string) => `H${no} 已与“${name}”联动过了。`,
  linked: (no: number, { name, chatRoomId }: LinkedPlatform) =>
    `H${no} 联动“${name}”，双方台账各记一次${chatRoomId ? '，已在它的群里通知' : ''}。`,
  notice: (station: string, activity: Activity) =>
    `${station}站 H${activity.no} ${activity.title}（${at(activity)}${activity.place ? `，${activity.place}` : ''}）可代居民报名，${untilWhen(activity)}截止。回“居民报名 H${activity.no} 3人”。`,

  platformBound: (name: string, stations: readonly string[]) =>
    `本群已绑定“${name}”，与${stations.map((station) => `${station}站`).join('、')}联动。\n可发：活动、居民报名 H编号 人数、移交意见。其他话我不回应。`,
  platformActivities: (rows: readonly { station: { name: string }; activity: Activity; residentsPersons: number }[]) =>
    rows.length === 0
      ? '现在没有联动的活动。'
      : [
          '联动的活动：',
          ...rows
            .slice(0, 5)
            .map(
              ({ station, activity, residentsPersons }) =>
                `${station.name}站 H${activity.no} ${activity.title} ${at(activity)}（居民${residentsPersons}人，${untilWhen(activity)}截止）`,
            ),
        ].join('\n'),
  platformOpinions: (rows: readonly Opinion[]) =>
    rows.length === 0
      ? '没有移交到这里的意见。'
      : ['移交到这里的意见：', ...rows.map(({ no, text, state }) => `Y${no} ${short(text, 30)}〔${state}〕`)].join(
          '\n',
        ),
  notLinkedHere: (no: number) => `H${no} 不在本群的联动活动里，或已截止。回“活动”看有哪些。`,
  whichStation: (stations: readonly string[], no: number) =>
    `${stations.map((station) => `${station}站`).join('、')}都有 H${no}，请写明站名。例：居民报名 ${stations[0]}站 H${no} 3人`,
  residentsInvalid: (most: number) => `人数请写1到${most}。`,
  residents: ({ no, title }: Activity, persons: number, total: number) =>
    `H${no} ${title} 已记居民${persons}人（共${total}人），已告知该站轮值召集人。`,
  residentsTold: ({ no, title }: Activity, platform: string, persons: number, total: number) =>
    `${platform}代居民报名 H${no} ${title} ${persons}人（共${total}人）。`,
}
