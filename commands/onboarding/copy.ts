import type { Station } from '../../prisma/generated/client.js'
import type { StationSettings } from '../../station/settings.js'

/** A few lines a screen, three screens at most: who stops reading was told the most important things first. */
export const copy = {
  screens: (station: Station, { activitiesPerYear, receptionDay }: StationSettings): [string, string, string] => [
    [
      `【${station.name}站·说明 1/3】这个站做什么`,
      station.focusTags.length > 0
        ? `本站围绕${station.focusTags.join('、')}，请懂行的代表办专业的事。`
        : `本站是${station.profession}${station.label}代表的联络站。`,
      `${station.levels.join('、')}${station.levels.length > 1 ? '各级代表在一个站里，' : ''}跨区域、跨层级。`,
      '“代表之家”管选区居民的日常民意；“站”管本专业的问题。',
    ].join('\n'),
    [
      '【说明 2/3】请您做什么',
      `一年至少参加${activitiesPerYear}次活动、提1件高质量的建议。`,
      `每月${receptionDay}日是进站接待日，轮到您会提前说；来不了请假或换班。`,
      '听到群众的话，随手登记；有了答复，转告群众。',
      '邀请、代报都要您本人同意，不回不算同意。',
    ].join('\n'),
    [
      '【说明 3/3】怎么说',
      '报名：报名 H12；群众意见：意见 社区医院缺儿科',
      '看自己的：我的活动、我的意见；全部用法：帮助',
      '涉密的事不要在这里说；不想记下的话，句尾写“不记录”。',
      '助手只登记、提醒、转达，不直接处理问题，也不发表看法。',
    ].join('\n'),
  ],
  askKnown: '看过请回“已知”。',
  sentPrivately: (name: string) => `${name}，说明（三屏）已私聊发您。`,
  known: '已记：您已了解。有不明白的随时回“问答”。',

  briefed: (sent: number, known: number, total: number, unreachable: number) =>
    `已向${sent}名代表私发“加入须知”，全站${total}名中已回“已知”${known}人。${
      unreachable > 0 ? `还有${unreachable}名没认领微信，发不到，请当面说明。` : ''
    }进度：宣讲 进度`,
  briefing: (known: number, waiting: number) =>
    `“加入须知”：已回“已知”${known}人，未回${waiting}人。再发一次：宣讲 全员（只发给未回的）`,

  card: ({ name, focusTags, levels, profession, missionsLabel, missions, address }: Station) =>
    [
      `${name}站：${focusTags.length > 0 ? focusTags.join('、') : profession}；${levels.length > 1 ? '跨区域、跨层级' : '跨区域'}；不同于家/室（家/室管选区居民的日常民意，站管本专业的问题）。`,
      missions.length > 0 ? `${missionsLabel ?? '功能定位'}：${missions.join('、')}。` : '',
      address ? `站址：${address}。` : '',
    ]
      .filter(Boolean)
      .join('\n'),

  process: (what: string, steps: readonly string[], first: string) => `${what}：${steps.join('→')}。\n第一步：${first}`,

  faqList: (questions: readonly string[]) =>
    [
      '常见问题，回“问答 编号”：',
      ...Array.from({ length: Math.ceil(questions.length / 2) }, (_, row) =>
        [row * 2, row * 2 + 1]
          .filter((index) => index < questions.length)
          .map((index) => `${index + 1} ${questions[index]}`)
          .join('；'),
      ),
    ].join('\n'),
  noFaq: (no: number, last: number) => `没有第${no}问。回“问答”看1到${last}问。`,
  faqKept: (no: number, version: number) =>
    `第${no}问的答案已改（第${version}版），下次就这样答。看以前的：问答版本 ${no}`,
  faqTooLong: (limit: number) => `答案请写在${limit}字以内，群里才看得清。`,
  faqVersions: (no: number, rows: readonly { version: number; byName: string; on: string; answer: string }[]) =>
    rows.length === 0
      ? `第${no}问还用着通用答案，没有改过。`
      : [
          `第${no}问共改过${rows.length}次：`,
          ...rows
            .slice(-4)
            .map(({ version, byName, on, answer }) => `第${version}版 ${on} ${byName}：${short(answer)}`),
        ].join('\n'),
}

const short = (text: string): string => ([...text].length > 30 ? `${[...text].slice(0, 30).join('')}…` : text)
