import type { Turn } from '../../station/rotation/turn.js'
import { type Moment, Temporal } from '../../station/time/civil.js'
import { describeDay } from '../../station/time/describe.js'

/** "2026-06" → 6月, "2026-Q3" → 3季度, "H12"; the rest of a turn given up half-way names its first day. */
export const periodName = (key: string): string => {
  const rest = key.split('+')[1]
  if (rest) return `${describeDay(Temporal.PlainDate.from(rest))}起`
  if (key.startsWith('H')) return key
  return key[5] === 'Q' ? `${key.slice(6)}季度` : `${Number(key.slice(5, 7))}月`
}

/** With the year, where several years may stand in one table. */
export const datedName = ({ key, startsOn }: Turn['period']): string => {
  if (!key.startsWith('H')) return `${key.slice(0, 4)}年${periodName(key)}`
  return `${key}（${describeDay(Temporal.PlainDate.from(startsOn))}）`
}

const RULES = { month: '按月', quarter: '按季', activity: '按活动' } as const

const MOST_ITEMS = 5
const few = (items: readonly string[]): string =>
  `${items.slice(0, MOST_ITEMS).join('；')}${items.length > MOST_ITEMS ? `；另有${items.length - MOST_ITEMS}项` : ''}。`

export const copy = {
  onDuty: (turn: Turn, name: string, next: { turn: Turn; name: string } | undefined) =>
    `${periodName(turn.period.key)}轮值召集人：${name}${next ? `；${periodName(next.turn.period.key)}${next.name}` : ''}。`,
  stillResponsible: (name: string, scheduled: string) => `${scheduled}还没有接手，眼下仍由${name}负责。`,
  head: (name: string | null) => `本站由站长${name ?? '（待定）'}负责，不实行轮值。`,
  noTurn: '本站还没有召集人，请管理员先设召集人。例：设召集人 李强',
  turns: (rows: readonly { turn: Turn; name: string }[]) =>
    ['召集人轮值表：', ...rows.map(({ turn, name }) => `${datedName(turn.period)} ${name}`)].join('\n'),
  turnLine: (turn: Turn, name: string) => `${datedName(turn.period)} ${name}`,

  eve: (from: string, to: string, brief: string) =>
    [`明日起轮值由${from}转${to}。交接：${brief}。`, `请双方回“已交”“已接”；${to}回“已接”之前仍由${from}负责。`].join(
      '\n',
    ),
  turnsGone: (keys: readonly string[]) => `${keys.map(periodName).join('、')}的轮值不再由您担任。回“轮值表”看安排。`,
  turnsCome: (keys: readonly string[]) =>
    `${keys.map(periodName).join('、')}的轮值改由您担任。回“轮值表”看安排；不便可回“换班 几月 谁”。`,
  ruleNow: (rule: keyof typeof RULES) => `召集人现在${RULES[rule]}轮值。要改回：轮值方式 按月/按季/按活动`,
  ruleSame: (rule: keyof typeof RULES) => `本来就是${RULES[rule]}轮值。`,
  ruleSet: (rule: keyof typeof RULES, running: string | null) =>
    `召集人改为${RULES[rule]}轮值。${running ? `${running}的轮值照旧到头，之后按新办法。` : ''}回“轮值表”看安排。`,
  rotates: (name: string) => `本站只有一名召集人${name}，一直由${name}负责，不用交接。`,
  morning: (name: string, turn: Turn, from: string | null) =>
    from
      ? `今天起${periodName(turn.period.key)}轮到${name}；${name}还没有回“已接”，眼下仍由${from}负责。`
      : `今天起${periodName(turn.period.key)}由${name}轮值召集。回“轮值表”看后面的安排。`,
  escalate: (from: string, to: string) =>
    `轮值交接48小时还没有完成：${from}转${to}，${to}没有回“已接”。请您联系；也可代回“已接”。`,
  handover: {
    announced: () => '',
    given: (_from: string, to: string) => `已记“已交”。等${to}回“已接”。`,
    taken: (from: string, to: string) => `${to}已接手轮值，谢谢${from}！请${from}也回一句“已交”。`,
    done: (from: string, to: string) => `交接完成：${from}→${to}。`,
  },
  noHandover: '现在没有要交接的轮值。',
  handoverDone: (from: string, to: string) => `${from}到${to}的交接已经完成了。`,
  alreadySaid: (word: 'given' | 'taken') => `这句“${word === 'given' ? '已交' : '已接'}”已经记下了。`,
  notYoursToSay: (word: 'given' | 'taken', name: string) =>
    `“${word === 'given' ? '已交' : '已接'}”要由${name}本人回；本人不便时联络员可代回。`,

  swapAsked: (partner: string, asker: string, mine: string, theirs: string) =>
    `@${partner} ${asker}请求与您互换${periodName(mine)}/${periodName(theirs)}轮值，回“同意换班”或“不同意换班”。`,
  noTurnToSwap: (partner: string) => `您和${partner}在那个月没有可以互换的轮值。回“轮值表”看看。`,
  notYourTurn: (key: string, holder: string) => `${periodName(key)}现在由${holder}轮值，不能这样换。`,
  notServing: (name: string) => `${name}那时不是召集人，不能接轮值。`,
  turnOver: (key: string) => `${periodName(key)}的轮值已经到头，换不了了。`,
  noSwap: '没有等您答复的换班。',
  swapWaits: (names: readonly string[]) => `已记同意，还等${names.join('、')}。`,
  swapDeclined: '换班没有成，原来的轮值不变。',
  swapped: (lines: readonly string[]) => ['换班已成：', ...lines].join('\n'),

  whoConvenor: '请写上姓名，例：设召集人 李强',
  noSuchPerson: (name: string) => `本站名册里没有“${name}”，请先登记这位代表，再设召集人。`,
  madeConvenor: (name: string, count: number) =>
    `${name}已为召集人（现${count}名）。${count >= 3 ? '再设一名将超过2–3名的规定，需确认。' : ''}`,
  alreadyConvenor: (name: string, count: number) => `${name}已经是召集人了（现${count}名）。`,
  tooMany: (name: string, count: number) => `再设${name}将有${count}名召集人，超过2–3名的规定。仍要设吗？回“是”。`,
  removedConvenor: (name: string, count: number) =>
    `${name}不再担任召集人（现${count}名）。${count < 2 ? '少于2名，请尽快补选。' : ''}已排的轮值只调整受影响的月份。`,
  notConvenor: (name: string) => `${name}不是本站召集人。`,
  check: (rows: readonly { station: string; count: number; ok: boolean }[]) =>
    rows
      .map(({ station, count, ok }) => `${station}${count}名${ok ? '✓' : '✗（应2–3名）'}`)
      .join('、')
      .concat('。'),

  nominated: (name: string) => `已向${name}代表征询意愿，待本人回复“同意/不同意”。`,
  askNominee: (station: string, reason: string | null) =>
    `拟提名您担任${station}站召集人${reason ? `（理由：${reason}）` : ''}。每年轮值几个月，牵头活动和接待。愿意回“同意”，不便回“不同意”。`,
  nomineeAgreed: (name: string) => `${name}代表同意被提名为召集人。管理员回“设召集人 ${name}”即可。`,
  nomineeDeclined: (name: string) => `${name}代表婉拒了召集人提名。`,
  thanks: '已记下您的答复，谢谢。',
  recommended: (name: string, criteria: Readonly<Record<string, boolean | null>>) =>
    `${name}四项条件：${Object.entries(criteria)
      .map(([criterion, met]) => `${criterion}${met ? '✓' : '（待填）'}`)
      .join(' ')}，提交领导小组。`,

  headMode: '已改用“站长”称谓，轮值功能停用，提醒只发站长。设站长回：设站长 某某',
  convenorMode: '已改用召集人轮值。回“轮值表”看安排。',
  madeHead: (name: string) => `${name}已为站长。`,

  team: (no: number, persons: number, lines: readonly string[]) =>
    `H${no} 服务队${persons}人已登记（${lines.join('、')}），单独出名单，不占代表名额。`,
  teamHelp: '请写上人数，例：H12 服务队 护士2 志愿者5',
  unknownActivity: (no: number) => `本站没有 H${no}。回“活动”看正在报名的活动。`,

  activityDue: (no: number, title: string, at: Moment, going: number, capacity: number | null) =>
    `H${no} ${title} ${describeDay(at)}（报名${capacity === null ? `${going}人` : `${going}/${capacity}`}）`,
  receptionDue: (no: number, at: Moment, empty: number) =>
    `D${no} 接待 ${describeDay(at)}${empty > 0 ? `（还缺${empty}人）` : ''}`,
  matterDue: (no: number, leftWorkdays: number) =>
    leftWorkdays < 0 ? `Y${no}已超期${-leftWorkdays}个工作日` : `Y${no}剩${leftWorkdays}个工作日`,
  unsorted: (count: number) => `意见${count}件待分类`,
  toHandOn: (nos: readonly number[]) =>
    `意见${nos.length}件退办或重办，等联络员再转（${nos
      .slice(0, 3)
      .map((no) => `Y${no}`)
      .join('、')}${nos.length > 3 ? '等' : ''}）`,
  gapLine: (key: string) => `${periodName(key)}未排接待，回“排班 ${periodName(key)}”`,
  draftLine: (no: number, title: string) => `草案${no}“${title}”待审，回“通过草案${no}”`,
  /** Three short paragraphs at the most: due, at risk, to do; the longest lists are cut, never the number of what is left. */
  monday: (name: string, due: readonly string[], risks: readonly string[], advice: readonly string[]) =>
    [
      `${name}，本周：${due.length === 0 ? '没有到期的活动和接待。' : few(due)}`,
      ...(risks.length > 0 ? [`留意：${few(risks)}`] : []),
      ...(advice.length > 0 ? [`建议：${few(advice)}`] : []),
      '回“小结”可看全站情况。',
    ].join('\n'),
}
