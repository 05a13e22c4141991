import type { Activity } from '../../prisma/generated/client.js'

export const copy = {
  activityTitle: ({ no, title }: Activity, unconfirmed: boolean) =>
    `${title}（H${no}${unconfirmed ? '，待确认' : ''}）`,
  activityDescription: ({ no, onlineNumber }: Activity, station: string) =>
    `${station}站活动H${no}。${onlineNumber ? `线上会议号${onlineNumber}。` : ''}去不了请在群里回“请假 H${no} 原因”。`,
  meetingTitle: (no: number) => `联席会（T${no}）`,
  meetingDescription: (station: string, topics: readonly string[]) =>
    `${station}站联席会${topics.length > 0 ? `，议题：${topics.join('、')}` : ''}。`,
  receptionTitle: (no: number, theme: string | null) => `进站接待${theme ? `：${theme}` : ''}（D${no}）`,
  receptionDescription: (station: string, no: number, names: readonly string[]) =>
    `${station}站接待，${names.length > 0 ? names.join('、') : '暂缺人'}。来不了请在群里回“请假 D${no} 原因”或“换班 D${no} 谁”。`,
  turnTitle: (period: string, name: string) => `${period}轮值召集人：${name}`,
  turnDescription: (station: string) => `${station}站召集人轮值今天开始。接手请在群里回“已接”。`,
  stationCalendar: (station: string) => `${station}站日程`,
  personCalendar: (name: string) => `${name}的履职日程`,
  fileName: (name: string) => `${name}.ics`,
  link: (url: string) =>
    `您的履职日历：\n${url}\n在手机“日历→添加订阅日历”里粘贴即可，以后自动更新。地址只给您本人，泄露了请回“换日历链接”。`,
  stationLink: (station: string, url: string) =>
    `${station}站的日历：\n${url}\n在手机“日历→添加订阅日历”里粘贴即可，以后自动更新。请勿转到站外；换地址由召集人发“换本站日历链接”。`,
  sentPrivately: '日历地址已私聊发您。',
  renewed: '旧地址已作废。',
  nothingYet: '您近期没有报名的活动，报名后再回“日历”。',
  fileInstead: '没有开通订阅，先发日历文件；打开即可导入手机日历，改期后请再要一次。',
}
