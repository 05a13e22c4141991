import type { Activity } from '../../prisma/generated/client.js'
import type { MergedTakeaway } from '../../station/publicity/merge-takeaways.js'
import { oneLine } from '../../station/text/one-line.js'
import type { Moment } from '../../station/time/civil.js'
import { describe, describeDay } from '../../station/time/describe.js'
import type { EventFacts, NoticeFacts } from './facts.js'

const POSTER_CHARS = 120
const LISTED = 4

const clock = (at: Moment): string => `${at.hour}:${String(at.minute).padStart(2, '0')}`
const shiftTime = ({ startsAt, endsAt }: NoticeFacts['receptions'][number]): string =>
  `${describeDay(startsAt)}${clock(startsAt)}–${clock(endsAt)}`
const services = (facts: NoticeFacts): string =>
  `服务内容：${facts.services.map((name) => oneLine(name, 20)).join('、')}。`

/** What an event came to, in figures that the records hold; nothing without a record is said. */
const came = ({ presentPersons, audiencePersons }: EventFacts): string => {
  const parts = [
    presentPersons === null ? '' : `代表到场${presentPersons}人`,
    audiencePersons === null ? '' : `服务群众${audiencePersons}人次`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('，')}。`
}
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
const unique = (values: readonly string[]): string[] => [...new Set(values)]

export const copy = {
  article: (facts: EventFacts, station: string): string =>
    [
      `${oneLine(facts.title, 30)}（${facts.on.month}月${facts.on.day}日）`,
      `${describe(facts.on)}，${station}人大代表联络站${facts.place === null ? '' : `在${facts.place}`}开展“${oneLine(facts.title, 30)}”。${came(facts)}`,
      ...(facts.words.length === 0 ? [] : [`代表们谈到：${facts.words.map(quoted).join('；')}。`]),
    ].join('\n'),
  articleDraft: (text: string, photos: number) =>
    `（草稿，已去除群众姓名电话）\n${text}\n${photos > 0 ? `照片${photos}张，配图须本人同意。` : ''}可用请回“批准”，要改请回“改 新的文字”。`,
  approved: (about: string) => `${about} 公众号稿已批准，可以对外使用。发出后请回“宣传 渠道 ${about} 公众号”。`,
  changed: (text: string) => `已改：\n${text}\n可用请回“批准”。`,
  notHeld: ({ no, title }: Activity) => `H${no} ${title} 还没有办，办完再写公众号稿。`,
  cancelled: ({ no, title }: Activity) => `H${no} ${title} 已取消，不能宣传。`,
  unknownActivity: (no: number) => `没有 H${no}，请核对编号。`,

  poster: (facts: EventFacts, station: string): string => {
    const place = facts.place === null ? '' : `，${facts.place}`
    const first = facts.words[0] === undefined ? '' : quoted(facts.words[0])
    return oneLine(
      facts.held
        ? `${facts.title}：${facts.on.month}月${facts.on.day}日${place}。${came(facts)}${first}代表在身边，${station}联络站欢迎您来说说心里话。`
        : `${facts.title}：${describe(facts.on)}${place}。${station}联络站邀您参加，有话请来说。`,
      POSTER_CHARS,
    )
  },
  posterMade: (text: string) =>
    `文案已生成（${[...text].length}字）：\n${text}\n图中没有人像和姓名；要加照片须本人同意。`,
  posterFile: ({ no }: Activity) => `海报 H${no}.png`,
  posterSubtitle: (station: string) => `${station}人大代表联络站`,
  posterFooter: (no: number) => `H${no}　人大代表联络站`,
  posterRows: (facts: EventFacts): [string, string][] => [
    ['时间', describe(facts.on)],
    ...(facts.place === null ? [] : [['地点', facts.place] as [string, string]]),
  ],
  posterFigures: ({ presentPersons, audiencePersons }: EventFacts) => [
    ...(presentPersons === null ? [] : [{ label: '代表到场', value: `${presentPersons}人` }]),
    ...(audiencePersons === null ? [] : [{ label: '服务群众', value: `${audiencePersons}人次` }]),
  ],

  notice: (facts: NoticeFacts): string => {
    const receptions = facts.receptions
      .slice(0, LISTED)
      .map((row) => `${shiftTime(row)}${row.names.length > 0 ? `，${row.names.join('、')}` : ''}`)
    return [
      `${facts.month}月接待：${receptions.length === 0 ? '尚未排定，以群内公告为准' : receptions.join('；')}。`,
      services(facts),
      [
        facts.convenor === null ? '' : `召集人：${facts.convenor}。`,
        facts.address === null ? '' : `地址：${oneLine(facts.address, 30)}。`,
      ].join(''),
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
  noticeMade: 'A4 公示文本与图片已生成。',
  noticeTitle: ({ station }: NoticeFacts) => `${station}人大代表联络站公示`,
  noticeSubtitle: ({ year, month }: NoticeFacts) => `${year}年${month}月`,
  noticeFooter: (at: Moment) => `公示日期：${at.year}年${at.month}月${at.day}日`,
  noticeRows: (facts: NoticeFacts): [string, string][] => [
    ['站名', `${facts.station}人大代表联络站`],
    ...(facts.convenor === null ? [] : [['本月召集人', facts.convenor] as [string, string]]),
    ...(facts.address === null ? [] : [['地址', facts.address] as [string, string]]),
    ['服务内容', facts.services.join('、')],
  ],
  receptionHead: ['时间', '地点', '接待代表', '主题'] as readonly string[],
  receptionRow: (row: NoticeFacts['receptions'][number]): string[] => [
    shiftTime(row),
    row.place ?? '本站',
    row.names.join('、'),
    row.theme ?? '',
  ],
  noReceptions: '本月接待尚未排定，以群内公告为准。',
  receptionsHeading: '接待安排',
  deputiesHeading: (count: number) => `代表名单（${count}人）`,
  levelOf: (level: string) => (level === '' ? '其他' : `${level}人大`),
  noticeFile: (station: string, month: number, kind: 'png' | 'docx') => `公示栏 ${station} ${month}月.${kind}`,

  channels: (no: number | null, count: number, missing: number) =>
    `${no === null ? '' : `H${no} `}宣传渠道已记${count}个${missing > 0 ? '，附链接请补（宣传 链接 公众号 https://…）' : ''}。`,
  linked: (channel: string) => `${channel}的链接已补。`,
  noSuchChannel: (channel: string) => {
    const name = oneLine(channel, 12)
    return `没有等链接的“${name}”，先回“宣传 渠道 H12 ${name}”。`
  },
  statistics: (year: number, counted: readonly string[], withoutLink: number) =>
    counted.length === 0
      ? `${year}年还没有宣传记录。记一次请回“宣传 渠道 H12 公众号”。`
      : `今年${counted.slice(0, 6).join('、')}${withoutLink > 0 ? `，其中${withoutLink}次还没有链接` : ''}。`,

  takeaways: (stations: number, given: number, merged: number) =>
    given === 0 ? '今年还没有观摩收获。' : `${stations}站共提交收获${given}条，重复合并后${merged}条，草稿已私发。`,
  takeawayDraft: (year: number, merged: readonly MergedTakeaway[]) =>
    [
      `${year}年观摩收获汇总（草稿）`,
      ...merged.map(({ text, from }, index) => {
        const names = unique(from.map(({ personName }) => personName))
        const who = `${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`
        return `${index + 1}. ${oneLine(text, 60)}（${who}${from.length > 1 ? `，${from.length}条` : ''}，${unique(
          from.map(({ ref }) => ref),
        )
          .slice(0, 3)
          .join('、')}）`
      }),
    ].join('\n'),
} as const
