import type { Activity, ActivityDraft, StudyMaterial } from '../../prisma/generated/client.js'
import type { LegalNote } from '../../station/activity/legal-notes.js'
import type { SeriesInstance } from '../../station/activity/series.js'
import type { Coverage } from '../../station/plan/coverage.js'
import { momentOf, type Temporal } from '../../station/time/civil.js'
import { head, when } from './phrases.js'

/** Reminders of the law or of care, by their code. */
export const NOTES: Readonly<Record<LegalNote, string>> = {
  noDirectHandling: '视察调研可提建议，不直接处理问题',
  bringDeputyCard: '请携带代表证',
  reportForwarded: '结束后需出报告，转有关机关研究处理',
  confidential: '会场内容请保密',
  noCaseInterference: '不干预具体案件',
  noResidentFaces: '群内不转发群众正脸照片',
}

const day = (instance: SeriesInstance): string =>
  instance.startsAt ? `${instance.startsAt.month}月${instance.startsAt.day}日` : ''

export interface Made {
  no: number
  instance: SeriesInstance
}

const dates = (made: readonly Made[]): string =>
  made
    .map(({ no, instance }) => `H${no} ${day(instance)}${instance.fate === 'moved' ? '（因节假日顺延）' : ''}`)
    .join('、')

interface SeriesChange {
  moved: readonly Made[]
  made: readonly Made[]
  /** How many there is no day for any more. */
  dropped: number
  fixed: readonly { no: number; startsAt: Date }[]
}

const byDay = (a: Made, b: Made): number =>
  (a.instance.startsAt?.epochMilliseconds ?? 0) - (b.instance.startsAt?.epochMilliseconds ?? 0)

const civilDay = (at: Date): string => {
  const { month, day: dayOfMonth } = momentOf(at)
  return `${month}月${dayOfMonth}日`
}

const months = (made: readonly Made[]): string => {
  const [first, last] = [made[0]?.instance.startsAt, made.at(-1)?.instance.startsAt]
  if (!first || !last) return ''
  return first.month === last.month && first.year === last.year
    ? `${first.month}月`
    : `${first.month}–${last.year === first.year ? '' : `${last.year}年`}${last.month}月`
}

export const makingCopy = {
  /** Types that are kept elsewhere, under a letter of their own. */
  otherRegister: {
    T: '联席会有自己的编号，请发：建联席会 12月20日14:30 议题 基层医疗能力',
    D: '主题接待记在接待里，请发：接待 12月10日 主题 养老服务',
    Y: '建言直接记成意见，请发：意见 社区医院缺儿科',
  },
  nothingToRepeat: (no: number | undefined, title: string | undefined) =>
    `没有可照办的${no !== undefined ? `H${no}` : title ? `“${title}”` : '活动'}。例：再办 H12 12月18日9:00`,
  whatIsIt: '要建什么活动？回名称和时间，例：义诊进社区 下周六上午9点 来凤街 限8人；不建了回“算了”。',
  notMade: '好，没有建活动。',
  whenIsIt: (title: string) => `“${title}”什么时候办？回日期和钟点即可，例：12月5日上午9点。`,
  draftSubmitted: (draft: ActivityDraft, convenor: string | null) =>
    `草案${draft.no}“${draft.title}”已送${convenor ? `轮值召集人${convenor}` : '召集人'}审核，结果私聊告诉您。`,
  draftToReview: (draft: ActivityDraft) =>
    `${draft.personName} 提了活动草案${draft.no}：${draft.title}${draft.startsAt ? `，${when(draft.startsAt)}` : ''}${
      draft.place ? `，${draft.place}` : ''
    }。同意请回“通过草案${draft.no}${draft.startsAt ? '' : ' 12月10日9:00'}”，不同意请回“退回草案${draft.no} 原因”。`,
  noDraft: (no: number) => `没有草案${no}。`,
  draftDecided: (draft: ActivityDraft) =>
    draft.state === 'approved'
      ? `草案${draft.no}已通过，就是 H${draft.activityNo}。`
      : `草案${draft.no}已退回：${draft.reason ?? ''}。`,
  draftNeedsTime: (draft: ActivityDraft) => `草案${draft.no}没写时间，请一起写上。例：通过草案${draft.no} 12月10日9:00`,
  draftApproved: (draft: ActivityDraft, activity: Activity) =>
    `您提的草案${draft.no}已通过：${head(activity)}，${when(activity.startsAt)}。`,
  draftSentBack: (draft: ActivityDraft, reason: string) =>
    `您提的草案${draft.no}“${draft.title}”被退回：${reason}。改好可以再提。`,

  noRhythm: '规律没看懂。例：固定活动 每月第2周周四 金融宣讲',
  neverHeld: (rule: string, until: Temporal.PlainDate) =>
    `“${rule}”到${until.year}年底一场也排不出，没有建。例：固定活动 每月第2周周四 金融宣讲`,
  seriesUntil: (day: Temporal.PlainDate) => `（${day.year}年${day.month}月${day.day}日起停办）`,
  seriesMade: (title: string, rule: string, made: readonly Made[]) =>
    `“${title}”${rule}：已生成${months(made)}${made.length}场。\n${dates(made)}\n每场提前30天开放报名，回“固定活动”看规律。`,
  seriesList: (lines: readonly string[], receptionDay: number) =>
    [
      ...(lines.length > 0 ? lines : ['还没有固定活动，召集人可发：固定活动 每月第2周周四 金融宣讲']),
      `每月${receptionDay}日接待（逢节假日顺延）。`,
    ].join('\n'),
  noSeries: (title: string) => `没有还在办的固定活动“${title}”。回“固定活动”看全部。`,
  seriesChanged: (title: string, { moved, made, dropped, fixed }: SeriesChange) =>
    [
      `“${title}”从下一场起改：${[
        `改期${moved.length}场`,
        ...(made.length > 0 ? [`新增${made.length}场`] : []),
        ...(dropped > 0 ? [`撤下${dropped}场`] : []),
      ].join('，')}。`,
      ...(moved.length + made.length > 0 ? [dates([...moved, ...made].sort(byDay))] : []),
      fixed.length > 0
        ? `已有人报名或单独改过的不变：${fixed.map(({ no, startsAt }) => `H${no} ${civilDay(startsAt)}`).join('、')}；要改请发：改期 H${fixed[0]!.no} 时间`
        : '已办的不变。',
    ].join('\n'),
  seriesEnded: (title: string, stopped: number) =>
    `“${title}”停办，撤下还没人报名的${stopped}场；已办的和单独改过的不变，不办请回“取消 H编号 原因”。`,
  episode: (activity: Activity, title: string, episode: number) => `H${activity.no}=${title}系列第${episode}讲。`,
  episodeTaken: (activity: Activity, episode: number) => `第${episode}讲已经是 ${head(activity)} 了。`,

  visited: (activity: Activity, name: string, own: number, collected: number) =>
    `H${activity.no} 已记${name}走访1次（今年第${own}次）${collected > 0 ? `，收集${collected}条；请逐条发“意见 …”` : ''}。`,
  paired: (month: number) => `已建结对（姓名仅本人可见），${month}月提醒您走访。`,
  visitDue: (name: string) => `该去走访结对的${name}了。走访后可回“走访 1户${name} 收集0条”或发“意见 …”。`,

  studyStored: ({ no, title }: StudyMaterial) => `${title} 资料已存，回“学习 ${no}”查看，读完回“已学 ${no}”。`,
  study: ({ no, title, content }: StudyMaterial) => `学习${no} ${title}\n${content}\n读完回“已学 ${no}”。`,
  noStudy: (no: number | undefined) => `没有学习资料${no ?? ''}。联络员可发：学习资料 标题 内容`,
  studied: (name: string, { title }: StudyMaterial, reads: number) => `${name} 已学 ${title}（共${reads}人已学）。`,

  tagged: (activity: Activity, said: readonly string[]) => `${head(activity)} 已标：${said.join('、')}。`,
  whichMission: (name: string, missions: readonly string[]) =>
    missions.length > 0 ? `没有唯一的定位“${name}”，可写：${missions.join('、')}。` : makingCopy.noMissions,
  noMissions: '本站还没有定位名称，请联络员在建站资料里补上后再标。',
  missionTagged: (activity: Activity, mission: string) =>
    `${head(activity)} 已标定位：${mission}。回“四个定位”看全年。`,
  coverage: (year: number, label: string, { missions, uncovered, untagged }: Coverage) =>
    [
      `${year}年${label}：${missions.map(({ name, count }) => `${name}${count}`).join('、')}。`,
      ...(uncovered.length > 0 ? [`还没有活动：${uncovered.join('、')}。`] : []),
      ...(untagged > 0 ? [`还有${untagged}次没标，可发：H编号 定位 ${missions[0]?.name ?? ''}`] : []),
    ].join('\n'),
  noPlanLine: (no: number) => `年度计划没有第${no}项。回“年度计划”看全部。`,
  planLinked: (activity: Activity, no: number, title: string) => `H${activity.no} 已记为年度计划第${no}项“${title}”。`,
  centralWork: (year: number, topics: readonly string[]) =>
    `${year}年中心工作已记：${topics.join('、')}。建活动时可选，例：建活动 座谈会 12月10日9:00 中心工作 ${topics[0]}`,
}
