import type { BalanceCount } from '../../station/plan/balance.js'
import type { activityCheckUp } from '../../station/plan/check-up.js'
import type { Foresight } from '../../station/plan/foresight.js'
import { type PlanPeriod, quarterIn, spanOf } from '../../station/plan/period.js'
import type { ItemProgress, ItemStanding, PlanProgress } from '../../station/plan/plan-against-actual.js'
import type { PlanItem, PlanRefusal } from '../../station/plan/plan-item.js'
import type { Silence } from '../../station/plan/silence.js'
import type { YearlyPace } from '../../station/plan/yearly-pace.js'
import type { Moment, Temporal } from '../../station/time/civil.js'
import { periodWords, QUARTERS } from './period-words.js'

const line = ({ period: when, title, targetCount, owner }: PlanItem): string =>
  `${periodWords(when)} ${title}${targetCount > 1 ? ` ${targetCount}次` : ''}${owner ? `，${owner}负责` : ''}`
const day = (date: Temporal.PlainDate): string => `${date.month}月${date.day}日`

const HEALTH = { good: '好', watch: '要留意', bad: '要改进', unknown: '还看不出' } as const
const PACE = { onPace: '不慢', slow: '略慢', behind: '偏慢' } as const

const LEFT: Readonly<Record<string, string>> = {
  unread: '月份或事项没看懂',
  sameItem: '计划里已有',
  periodOver: '时间已过',
  targetInvalid: '次数不对',
}
const SHOWN = 8
const shortList = (items: readonly string[]): string =>
  `${items.slice(0, SHOWN).join('、')}${items.length > SHOWN ? `等${items.length}项` : ''}`

const STANDING: Readonly<Record<ItemStanding, string>> = {
  done: '已办',
  underway: '在办',
  due: '该办',
  overdue: '过期未办',
  notDue: '未到期',
  dropped: '已撤下',
}

/** The quarter and the year stand before their lines; a part of them is said with each. */
const isSaidByLabel = (what: PlanPeriod): boolean =>
  'quarter' in what || (quarterIn(what) === null && !('words' in what))

/** A line a quarter, with the number by which each item is changed or dropped. A long plan shows what is still to be done. */
function byQuarter(rows: readonly ItemProgress[]): string[] {
  const standing = rows.filter(({ standing }) => standing !== 'dropped')
  const open = standing.filter(({ standing }) => standing !== 'done')
  const shown = (standing.length > MOST_ITEMS ? open : standing).slice(0, MOST_ITEMS)
  const labelOf = ({ item }: ItemProgress): string => {
    const quarter = quarterIn(item.period)
    return quarter === null ? '全年' : `${QUARTERS[quarter - 1]}季度`
  }
  const labels = [...QUARTERS.map((quarter) => `${quarter}季度`), '全年']
  return labels.flatMap((label) => {
    const items = shown.filter((row) => labelOf(row) === label)
    const words = items.map(
      ({ item, standing }) =>
        `${item.no} ${isSaidByLabel(item.period) ? '' : periodWords(item.period)}${item.title}（${STANDING[standing]}${item.owner ? `，${item.owner}` : ''}）`,
    )
    return words.length > 0 ? [`${label}：${words.join('、')}`] : []
  })
}
const MOST_ITEMS = 20

export const copy = {
  noSuchMonth: (said: string) => `没有${said}月`,
  notInARow: (said: string) => `“${said}”不是连着的几个月，请一项写一个时间`,
  planned: (item: PlanItem, today: Temporal.PlainDate) =>
    `已入${item.period.year}年计划第${item.no}项：${periodWords(item.period)} ${item.title}${item.targetCount > 1 ? `（${item.targetCount}次）` : ''}。${
      spanOf(item.period).first.since(today).sign > 0
        ? `${day(spanOf(item.period).first)}起提醒建活动。`
        : `到时间了，可发：建活动 ${item.title} 时间 地点 计划${item.no}`
    }`,
  planRefused: (refusal: PlanRefusal): string => {
    switch (refusal.code) {
      case 'emptyTitle':
        return '请写上要办什么。例：年度计划 3月 义诊进社区'
      case 'targetInvalid':
        return '次数写1到60之间的数。'
      case 'sameItem':
        return `计划里已有这一项（第${refusal.no}项），不用再加。`
      case 'noItem':
        return `计划里没有第${refusal.no}项。回“年度计划”看全部。`
      case 'periodOver':
        return `${refusal.period.year}年${periodWords(refusal.period)}已经过去，不能再列入计划。`
      case 'reasonNeeded':
        return '请写上原因。例：撤计划 3 与区里活动合并；改计划 3 到5月 社区改造'
      case 'nothingNew':
        return `计划第${refusal.no}项本来就是这样，没有改动。`
      case 'alreadyDropped':
        return `第${refusal.no}项已经撤下了。`
    }
  },
  importAsked: (year: number | undefined) =>
    `请发${year ? `${year}年` : '年度'}计划表（Excel 或 CSV，列：月份、事项、次数、负责人），或一行一项发来，例：\n3月 义诊进社区\n第二季度 法律讲座 2次`,
  imported: (added: readonly PlanItem[], left: readonly { line: string; code: string }[]) =>
    [
      added.length > 0
        ? `已入计划${added.length}项：${shortList(added.map(({ no, title }) => `${no} ${title}`))}。回“年度计划”看全部。`
        : '没有新的计划项入册。',
      ...(left.length > 0
        ? [
            `没有入册${left.length}行：${shortList(left.map(({ line, code }) => `${line}（${LEFT[code] ?? '没看懂'}）`))}。`,
          ]
        : []),
      ...(added.length === 0 && left.length === 0 ? ['每行写月份和事项，例：3月 义诊进社区'] : []),
    ].join('\n'),
  notRead: (why: string) => `计划没有导入：${why}改好后再回“导入计划”，或一行一项发来。`,
  tooManyLines: (lines: number, most: number) => `这份表有${lines}项，一次最多${most}项，没有导入。请分成几份再发。`,
  changeWhat: (item: PlanItem) =>
    `计划第${item.no}项：${line(item)}。改月份、事项、次数或负责人，例：改计划 ${item.no} 到5月 社区改造；改计划 ${item.no} 负责人 张敏`,
  changed: (before: PlanItem, after: PlanItem) =>
    `计划第${after.no}项由“${line(before)}”改为“${after.period.year === before.period.year ? '' : `${after.period.year}年`}${line(after)}”。${
      after.movedFrom.length > before.movedFrom.length ? '原因已记。' : ''
    }`,
  reading: '正在读这份表，读完告诉您。',
  dropped: (item: PlanItem) => `计划第${item.no}项“${item.title}”已撤下，原因已记。`,
  plan: ({ year, total, count, next, rows }: PlanProgress) =>
    total === 0
      ? `${year}年还没有年度计划。召集人可发：年度计划 3月 义诊进社区`
      : [
          `${year}年${total}项：已办${count.done}、在办${count.underway}、到期未办${count.due + count.overdue}、未到期${count.notDue}；${
            next[0] ? `下一项：${periodWords(next[0].item.period)}${next[0].item.title}。` : '没有待办的了。'
          }`,
          ...byQuarter(rows),
        ].join('\n'),
  goals: (progress: PlanProgress, now: Moment) => {
    const { year, total, count, donePercent, timePercent, pace, next } = progress
    if (total === 0) return copy.plan(progress)
    const advice =
      pace !== 'onPace' && next[0]
        ? `建议${now.month}月先安排“${next[0].item.title}”（计划第${next[0].item.no}项）。`
        : ''
    return `${year}年${total}项已办${count.done}（${donePercent}%），时间已过${timePercent}%，${PACE[pace]}。${advice}`
  },
  offerLine: (no: number, item: PlanItem) =>
    `H${no} 像是年度计划第${item.no}项“${item.title}”（${periodWords(item.period)}），是吗？回“是”就记上。`,
  lineLinked: (no: number, planNo: number) => `H${no} 已记为年度计划第${planNo}项。`,
  remind: (item: PlanItem) =>
    `年度计划第${item.no}项“${item.title}”（${periodWords(item.period)}）到时间了，还没有建活动${item.owner ? `，${item.owner}负责` : ''}。可发：建活动 ${item.title} 时间 地点 计划${item.no}`,

  balances: (year: number, held: number, balances: readonly BalanceCount[]) =>
    [
      `${year}年已办${held}次：${balances
        .map(({ sides }) => sides.map(({ label, count }) => `${label}${count}`).join('/'))
        .join('；')}。`,
      ...balances.flatMap(({ untagged, sides }) =>
        untagged > 0
          ? [`还有${untagged}次没标${sides.map(({ label }) => label).join('或')}，可发：H编号 标 ${sides[0]!.label}`]
          : [],
      ),
    ].join('\n'),
  foresight: ({ total, aheadCount, fromPlanCount, aheadPercent }: Foresight) =>
    total === 0
      ? '今年还没有办过活动。'
      : `今年${total}次中，提前7天以上${aheadCount}次（${aheadPercent}%），来自年度计划${fromPlanCount}次。`,
  silence: ({ silentDays, lastOn, nextOn }: Silence) =>
    `本站已${silentDays}天无活动（上次${day(lastOn)}）。${nextOn ? `下一次在${day(nextOn)}。` : '也没有安排下一次，可发：建活动 名称 时间 地点'}`,
  pace: ({ heldCount, comingCount, requiredCount, missingCount, dueBy, met }: YearlyPace) =>
    `今年已${heldCount}次${comingCount > 0 ? `，本季还有${comingCount}次已安排` : ''}，按不少于${requiredCount}次要求，${
      met ? '已达到。' : missingCount > 0 ? `${dueBy.month}月底前至少再安排${missingCount}次。` : '进度正常。'
    }`,
  checkUp: ({ yearlyCount, silence, foresight, plan, missions, balances }: ReturnType<typeof activityCheckUp>) =>
    [
      `活动体检：次数${HEALTH[yearlyCount.health]}（${yearlyCount.facts.heldCount}/${yearlyCount.facts.requiredCount}次）`,
      `间隔${HEALTH[silence.health]}（${silence.facts.silentDays}天）；计划性${HEALTH[foresight.health]}${
        foresight.facts.aheadPercent === null ? '' : `（提前安排${foresight.facts.aheadPercent}%）`
      }`,
      `计划完成${HEALTH[plan.health]}（${plan.facts.count.done}/${plan.facts.total}项）；四个定位${HEALTH[missions.health]}；三个结合${HEALTH[balances.health]}。`,
    ].join('\n'),
}
