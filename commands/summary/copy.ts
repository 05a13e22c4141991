import { DUE_LABELS, UNCLASSIFIED } from '../../station/summary/facts.js'
import type { CategoryCount } from '../../station/summary/figures.js'
import { instructionLike } from '../../station/summary/instruction-like.js'
import type { Point } from '../../station/summary/points.js'
import type { Quotation } from '../../station/summary/quotation.js'
import type {
  ActivityRecord,
  DueRecord,
  DutyRecord,
  MatterRecord,
  SummaryPeriod,
} from '../../station/summary/records.js'
import { refStretches } from '../../station/summary/refs.js'
import type { Statement } from '../../station/summary/summary.js'
import { oneLine } from '../../station/text/one-line.js'
import type { Moment } from '../../station/time/civil.js'

const TITLE_CHARS = 18
const QUOTE_CHARS = 40
const LISTED = 3
const REF_STRETCHES = 8

const KIND_NAMES: Readonly<Record<SummaryPeriod['kind'], string>> = {
  day: '日小结',
  week: '周小结',
  month: '月小结',
  quarter: '季小结',
  year: '年小结',
  since: '小结',
  activity: '活动小结',
  reception: '接待小结',
  topic: '议题小结',
  meeting: '会议小结',
  consultation: '征求意见小结',
  campaign: '意见征集小结',
  handling: '办理小结',
}

export const day = (moment: Moment): string => `${moment.month}月${moment.day}日`

const lastDay = ({ until }: SummaryPeriod): Moment => until.subtract({ nanoseconds: 1 })

/** The period as people say it: 11月16日–22日, 2026年11月, 2026年第4季度. */
const periodName = (period: SummaryPeriod): string => {
  const { kind, from } = period
  const last = lastDay(period)
  if (kind === 'month') return `${from.year}年${from.month}月`
  if (kind === 'quarter') return `${from.year}年第${(from.month + 2) / 3}季度`
  if (kind === 'year') return `${from.year}年`
  if (from.toPlainDate().equals(last.toPlainDate())) return day(from)
  const start = from.year === last.year ? day(from) : `${from.year}年${day(from)}`
  return `${start}–${from.month === last.month && from.year === last.year ? `${last.day}日` : day(last)}`
}

/** A user's words as part of a sentence; what reads like an order to a machine gives way to the record's number. */
const words = (text: string | null, instead: string, maxChars = TITLE_CHARS): string =>
  text === null || text === '' || instructionLike(text) ? instead : oneLine(text, maxChars)

/** In quotation marks, its own turned into inner ones; nothing stays nothing. */
const inQuotes = (text: string): string => (text === '' ? '' : `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`)

const listed = <T>(rows: readonly T[], one: (row: T) => string): string =>
  `${rows.slice(0, LISTED).map(one).join('、')}${rows.length > LISTED ? '等' : ''}`

const presence = ({ attendedPersons, signedUpPersons }: ActivityRecord): string =>
  attendedPersons === null ? `报名${signedUpPersons}人` : `到场${attendedPersons}人`

const activity = (row: ActivityRecord): string =>
  `${words(row.title, `H${row.no}`)}（${day(row.on)}，${presence(row)}）`

const reception = (row: DutyRecord): string => {
  const deputies = row.deputies.map((name) => words(name, '代表', 8)).join('、')
  return deputies === '' ? day(row.on) : `${day(row.on)}（${deputies}）`
}

const category = ({ category: name, value }: CategoryCount): string => `${name ?? UNCLASSIFIED}${value}`

const due = ({ ref, kind, on, title }: DueRecord): string =>
  `${day(on)}${DUE_LABELS[kind]}${title === null ? ref : `${ref}${inQuotes(words(title, '', 12))}`}`

const opinions = ({
  total,
  categories,
  open,
  answered,
  closed,
  urgent,
}: Extract<Point, { code: 'opinions' }>): string => {
  const states = [
    urgent > 0 ? `急件${urgent}` : '',
    open > 0 ? `未办结${open}` : '',
    answered > 0 ? `已答复${answered}` : '',
    closed > 0 ? `已办结${closed}` : '',
  ].filter((part) => part !== '')
  const topics = categories.slice(0, 5).map(category).join('、')
  const more = categories.length > 5 ? '等' : ''
  return `意见${total}件：${topics}${more}${states.length > 0 ? `；${states.join('、')}` : ''}`
}

/** Before anybody was checked in: who signed up. Afterwards 应到 and how it split, as the book of activities has it. */
const turnout = ({ signedUpPersons, attendedPersons, leavePersons, closing }: ActivityRecord): string => {
  const leave = leavePersons > 0 ? `、请假${leavePersons}人` : ''
  if (attendedPersons === null) return `报名${signedUpPersons}人${leave}`
  if (closing === undefined) return `报名${signedUpPersons}人、到场${attendedPersons}人${leave}`
  const absent = closing.absentPersons > 0 ? `、未到${closing.absentPersons}人` : ''
  return `应到${closing.expectedPersons}人、实到${attendedPersons}人${leave}${absent}`
}

const oneActivity = (row: ActivityRecord): string => {
  const photos = row.closing?.photos ?? 0
  const counts = [
    turnout(row),
    row.audiencePersons === null ? '' : `受众${row.audiencePersons}人次`,
    photos > 0 ? `照片${photos}张` : '',
  ].filter((part) => part !== '')
  const place = row.place === null ? '' : ` ${words(row.place, '')}`
  return `${words(row.title, `H${row.no}`)}：${day(row.on)}${place}，${counts.join('，')}`
}

const oneReception = (row: DutyRecord): string => {
  const onTheme = row.onThemeOpinions === undefined ? '' : `（相关意见${row.onThemeOpinions}件）`
  const theme = row.theme === null ? '' : `，主题${inQuotes(words(row.theme, `D${row.no}`))}${onTheme}`
  const visitors = row.visitorPersons === null ? '' : `，来访${row.visitorPersons}人`
  return `接待 ${reception(row)}${theme}${visitors}`
}

const oneMatter = ({ ref, kind, title, state, on, place, people, counts }: MatterRecord): string =>
  [
    `${kind}${inQuotes(words(title, ref))}：${day(on)}${place === null ? '' : ` ${words(place, '')}`}，${state}`,
    ...counts.map(({ label, value, unit }) => `${label}${value}${unit}`),
    ...(people.length === 0 ? [] : [`人员：${listed(people, (name) => words(name, '代表', 8))}`]),
  ].join('，')

const sentence = (point: Point): string => {
  switch (point.code) {
    case 'activities': {
      const held = point.held.length === 0 ? '' : `活动${point.held.length}场：${listed(point.held, activity)}`
      const cancelled = point.cancelled.length === 0 ? '' : `取消${point.cancelled.length}场`
      return [held, cancelled].filter((part) => part !== '').join('；')
    }
    case 'receptions': {
      const held = point.held.length === 0 ? '' : `接待${point.held.length}次：${listed(point.held, reception)}`
      const visitors = point.visitorPersons === null ? '' : `来访${point.visitorPersons}人次`
      const missed = point.missed.length === 0 ? '' : `无人到站${point.missed.length}次`
      return [held, visitors, missed].filter((part) => part !== '').join('；')
    }
    case 'opinions':
      return opinions(point)
    case 'turn':
      return `轮值召集人：${words(point.turn.convenor, '未定', 8)}`
    case 'due':
      return `待办${point.items.length}项：${listed(point.items, due)}`
    case 'oneActivity':
      return oneActivity(point.activity)
    case 'takeaways':
      return `收获：${listed(point.given, ({ who, text }) => `${words(who, '代表', 8)}${inQuotes(words(text, '', QUOTE_CHARS))}`)}`
    case 'oneReception':
      return oneReception(point.duty)
    case 'oneMatter':
      return oneMatter(point.matter)
    case 'matterSaid':
      return `内容：${listed(point.said, (text) => inQuotes(words(text, '', QUOTE_CHARS)))}`
    case 'nothing':
      return '没有新的活动、接待和意见'
  }
}

/** The sentence of a point, with the records it rests on. */
export const statement = (point: Point): Statement => ({ text: sentence(point), evidence: [...point.evidence] })

/** A record in place of a sentence that was not believed: its number, its label, its own words. */
export const quoted = ({ ref, kind, label, words: own, evidence }: Quotation): Statement => {
  const text = own === null || instructionLike(own) ? '' : oneLine(own, QUOTE_CHARS)
  if (kind === 'figure') return { text, evidence }
  return { text: text === '' ? `${label}${ref}` : `${label}${ref}原文：${inQuotes(text)}`, evidence }
}

/** Record numbers after a sentence; stretches are joined and a very long list is cut with its count. */
const references = (evidence: readonly string[]): string => {
  const stretches = refStretches(evidence)
  if (stretches.length === 0) return ''
  const shown = stretches.slice(0, REF_STRETCHES).join('、')
  return stretches.length > REF_STRETCHES ? `（${shown}等${new Set(evidence).size}项）` : `（${shown}）`
}

export const line = ({ text, evidence }: Statement): string => `${text}${references(evidence)}`

const aboutTheme = ({ theme }: SummaryPeriod): string =>
  theme === undefined ? '' : `${inQuotes(words(theme, '其他'))}，`

const OF_ONE: ReadonlySet<string> = new Set(['activity', 'reception', 'topic', 'meeting', 'consultation', 'handling'])

export const copy = {
  title: (station: string, period: SummaryPeriod): string => {
    const name = `${words(station, '本')}站${KIND_NAMES[period.kind]}`
    if (OF_ONE.has(period.kind)) return name
    return `${name}（${aboutTheme(period)}${periodName(period)}）`
  },
  publicTitle: (station: string, period: SummaryPeriod): string =>
    `${words(station, '本')}站${period.kind === 'campaign' ? '意见征集' : '工作'}情况（${aboutTheme(period)}${periodName(period)}）`,
  /** Why the model's hand is not in it; shown beside the title. */
  withoutModel: {
    none: '',
    budget: '今日模型额度已用完，按台账整理',
    timeout: '模型未及时回答，按台账整理',
    unreachable: '模型连接不上，按台账整理',
    quota: '模型服务额度不足，按台账整理',
    refused: '模型未作答，按台账整理',
    cut: '模型回答中断，按台账整理',
    garbage: '模型回答不合要求，按台账整理',
    unbelieved: '模型所写与台账不符，按台账整理',
  },
  working: '正在整理小结，好了就发来。',
  drafted: (text: string) => `（草稿）${text}\n可用请回“发布”（或“发布 归档”“发布 公开”），要改请回“改 新的文字”。`,
  withOthers: (text: string) => `${text}\n归档版、公开版请回“发布 归档”“发布 公开”。`,
  alreadyOut: ({ no, title }: { no: number; title: string }) =>
    `H${no} ${title} 的小结已发布。归档版、公开版请回“发布 H${no} 归档”“发布 H${no} 公开”。`,
  notYetOver: ({ no, title, state }: { no: number; title: string; state: string }) =>
    state === 'cancelled'
      ? `H${no} ${title} 已取消，没有小结。要再办请回“再办 H${no} 新时间”。`
      : `H${no} ${title} 还没有结束，办完再写小结。`,
  released: '已发到群里，底稿已归档。还可回“发布 归档”或“发布 公开”。',
  releasedPublic: (text: string) => `公开版已批准（只含同意公开的内容）：\n${text}`,
  changed: (text: string, strange: readonly string[]) =>
    `已改：\n${text}\n${strange.length === 0 ? '' : `注意：${strange.slice(0, 5).join('、')}在台账数字里没有，请核对。`}可用请回“发布”。`,
  nothingPublic: '这段时间没有可公开的内容。',
  nothingYet: '这段时间没有新的活动、接待和意见。',
  categoriesHeading: '意见类别（件）',
  cardFooter: (at: Moment) => `按台账生成，截至${at.year}年${day(at)}`,
  cardFile: (title: string) => `${title.replace(/[\\/:*?"<>|\s]/gu, ' ').trim()}.png`,
  monthName: (month: number) => `${month}月`,
  chartTitle: (station: string, year: number) => `${words(station, '本')}站${year}年各月情况`,
  chartActivities: '活动（场）',
  chartOpinions: '意见（件）',
  date: (at: Moment) => `${at.year}年${day(at)}`,
  chartFile: (station: string, year: number) => `月度图 ${station} ${year}年.png`,
  archiveFile: (title: string) => `${title.replace(/[\\/:*?"<>|\s]/gu, ' ').trim()} 归档.docx`,
  noSubject: (ref: string) => `没有 ${ref}，请核对编号。`,
  noTheme: (theme: string) =>
    `没有关于${inQuotes(words(theme, '这个主题', 12))}的意见、接待和活动。换个词再发，例：小结 意见征集 停车；或写编号：小结 L1`,
  themeWanted: (noun: string) => `请写主题。例：小结 ${noun} 停车；有编号的写编号，例：小结 D7、小结 L1、小结 K2`,
  noneGathered: (noun: string) => `还没有${noun}。`,
  whichGathered: (noun: string, rows: readonly { ref: string; title: string }[]) =>
    `${noun}有${rows.length}项，请写编号：\n${rows
      .slice(0, 4)
      .map(({ ref, title }) => `小结 ${ref}（${words(title, ref)}）`)
      .join('\n')}`,
  privately: (station: string) => `${station}站的小结私发给您。`,
  whichStation: (name: string, stations: readonly string[]) =>
    `区里没有叫“${words(name, '', 12)}”的一个站。请写全名：${stations
      .slice(0, 15)
      .map((one) => `小结 ${one}站`)
      .slice(0, 6)
      .join('、')}`,
  leave: (ref: string, given: boolean) =>
    given ? `${ref} 已同意公开，公开版小结可以写到它。收回请回“不公开 ${ref}”。` : `${ref} 不再公开。`,
  daily: (on: boolean) => (on ? '每日小结已开，有事的日子18:00发统计。' : '每日小结已关。'),
  districtTitle: (district: string, stations: number, period: SummaryPeriod) =>
    `${district}${stations}站${KIND_NAMES[period.kind]}（${periodName(period)}）`,
  districtLine: (label: string, total: number, unit: string, parts: readonly (readonly [string, number])[]) =>
    `${label}${total}${unit}：${parts
      .slice(0, 6)
      .map(([station, value]) => `${words(station, '站', 10)}${value}`)
      .join('、')}${parts.length > 6 ? '等' : ''}`,
  districtQuiet: (stations: readonly string[]) =>
    `没有记录的站：${listed(stations, (name) => words(name, '站', 10))}（共${stations.length}个）`,
  districtHeading: (district: string, stations: number, quiet: number) =>
    `${district}${stations}站${quiet > 0 ? `，没有记录的${quiet}站` : ''}`,
  districtTotal: '合计',
  districtColumns: ['站', '活动', '到场', '受众', '接待', '来访', '意见', '已答复', '已办结'] as readonly string[],
  quotedCount: (count: number): string => `${count}处与台账不符，已换成原文`,
} as const

export type WithoutModel = keyof typeof copy.withoutModel
