import type { DutyShift as ShiftRow } from '../../prisma/generated/client.js'
import type { ShiftState } from '../../station/duty/book.js'
import type { Affected } from '../../station/duty/decision.js'
import type { BarCode } from '../../station/duty/eligibility.js'
import type { DayQuestion, SettledDay } from '../../station/duty/holiday.js'
import { DUTY_STAGES, type DutyAction, type DutyRefusal } from '../../station/duty/machine.js'
import type { AssignmentReason } from '../../station/duty/reason.js'
import type { RestCode } from '../../station/duty/rota-rule.js'
import { endOf, startOf } from '../../station/duty/shift-time.js'
import type { UndoRefusal } from '../../station/duty/undo.js'
import type { StationSettings } from '../../station/settings.js'
import { type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { describe, describeDay } from '../../station/time/describe.js'

const clock = ({ hour, minute }: Moment): string => `${hour}:${String(minute).padStart(2, '0')}`
const span = (start: Moment, end: Moment): string => `${describe(start)}–${clock(end)}`
const dayOf = (iso: string): string => describeDay(Temporal.PlainDate.from(iso))
const span2 = (from: string, until: string): string =>
  from === until ? dayOf(from) : `${dayOf(from)}至${dayOf(until)}`
export const month = (key: string): string => `${Number(key.slice(5, 7))}月`

/** When and where, as every sentence about a reception says it. */
const whenWhere = ({ shift }: ShiftState): string =>
  `${span(startOf(shift), endOf(shift))}${shift.place ? `，${shift.place}` : ''}${shift.theme ? `，主题“${shift.theme}”` : ''}`

const who = (names: readonly string[]): string => (names.length > 0 ? names.join('、') : '（暂缺人）')

const BARS: Readonly<Record<BarCode, string>> = {
  notMember: '那天不是本站代表',
  onLeave: '那天请了假',
  level: '层级不合要求',
  profession: '专业不合要求',
  sameShift: '已在这一班',
  sameDay: '同一天已有接待',
}

const RESTS: Readonly<Record<RestCode, string>> = {
  consecutiveMonth: '连着两个月',
  minimumGap: '间隔太近',
  sameMonth: '一个月两次',
}

const ACTIONS: Partial<Record<DutyAction, string>> = {
  confirm: '确认',
  drop: '放弃',
  adjust: '调整',
  announce: '公告',
  confirmDuty: '确认',
  askSwap: '换班',
  settleSwap: '换班',
  askLeave: '请假',
  seekCover: '找人顶班',
  cover: '顶班',
  move: '改期',
  signIn: '签到',
  record: '记录意见',
  summarise: '小结',
  archive: '归档',
}

export const copy = {
  planned: (state: ShiftState, names: readonly string[]) =>
    `D${state.shift.no} ${whenWhere(state)}：${who(names)}${
      names.length < state.seats.length ? `（还缺${state.seats.length - names.length}人）` : ''
    }`,
  draft: (monthKey: string, lines: readonly string[], note: string) =>
    [
      ...(note ? [note] : []),
      `${month(monthKey)}接待排班草案：`,
      ...lines,
      '回“确认”定下来并告诉各位；要换人回“调整 D几 原来的人 换成的人”；不要了回“放弃排班”。',
    ].join('\n'),
  settled: (day: SettledDay): string => {
    if (day.code === 'kept') return ''
    if (day.code === 'postponed') return `${dayOf(day.from)}是${day.holiday}，顺延到${dayOf(day.date)}。`
    return `按您写的${dayOf(day.date)}排。`
  },
  question: (question: DayQuestion): string => {
    const rewrite = `请写明日期，例：排班 ${Number(question.date.slice(5, 7))}月${Number(question.date.slice(8))}日`
    switch (question.code) {
      case 'makeUpWorkday':
        return `${dayOf(question.date)}是${question.holiday}的调休上班日，代表们要上班，排不排请您定。${rewrite}`
      case 'unpublished':
        return `${question.year}年的放假安排还没有公布，${dayOf(question.date)}是否放假不能确定。${rewrite}`
      case 'postponedBeyondNotice':
        return `${dayOf(question.date)}是${question.holiday}，顺延要到${question.year}年，那年的放假安排还没有公布。${rewrite}`
    }
  },
  confirmed: (monthKey: string, lines: readonly string[]) =>
    [`${month(monthKey)}接待定了：`, ...lines, '回“公告”发公告文本；不能来的请回“请假 D几 原因”或“换班 D几 谁”。'].join(
      '\n',
    ),
  noDraft: '没有排班草案。回“排班”先生成。',
  nothingDrafted: (monthKey: string) => `${month(monthKey)}没有待确认的排班。回“排班 ${month(monthKey)}”先生成草案。`,
  dropped: (monthKey: string) =>
    `${month(monthKey)}的排班已放弃，编号不再使用。回“排班 ${month(monthKey)}”可重新生成。`,
  already: (monthKey: string, lines: readonly string[]) => [`${month(monthKey)}已排：`, ...lines].join('\n'),
  monthOver: (monthKey: string) =>
    `${month(monthKey)}剩下的日子来不及提前3天公告。要排请写明日期，例：接待 ${Number(monthKey.slice(5, 7))}月28日`,
  past: '这一天已经过去了，请写一个将来的日期。例：排班 12月10日',
  unclear: '没看清是哪个月或哪一天。例：排班 12月，或 排班 12月10日',
  notice: (station: string, monthKey: string, lines: readonly string[], late: boolean) =>
    [
      `【公告】${station}站${month(monthKey)}代表接待${late ? '（不足3天，临时公告）' : ''}`,
      ...lines,
      '欢迎居民群众来站反映意见。',
    ].join('\n'),
  nothingToAnnounce: (monthKey: string) => `${month(monthKey)}没有新的安排要公告。`,
  notConfirmedYet: (monthKey: string) => `${month(monthKey)}的排班还是草案，回“确认排班”定下来再公告。`,
  table: (lines: readonly string[]) =>
    lines.length > 0 ? ['进站接待：', ...lines].join('\n') : '接待还没有排。召集人回“排班”即可按规则生成。',
  row: ({ shift, names }: { shift: ShiftRow; names: readonly string[] }) =>
    `D${shift.no} ${span(momentOf(shift.startsAt), momentOf(shift.endsAt))} ${who(names)}`,
  one: (state: ShiftState, names: readonly string[]) =>
    [
      `D${state.shift.no} ${whenWhere(state)}`,
      `接待代表：${who(names)}｜${DUTY_STAGES[state.stage]}${state.signIns.length > 0 ? `，已签到${state.signIns.length}人` : ''}${
        state.opinionNos.length > 0 ? `，意见${state.opinionNos.length}条` : ''
      }`,
    ].join('\n'),
  unknown: (no: number) => `本站没有 D${no}。回“轮值表”看接待安排。`,

  /** Private words to those a change concerns. */
  affected: {
    onDuty: (state, names) =>
      `请您进站接待：D${state.shift.no} ${whenWhere(state)}（${who(names)}）。回“确认”，或“请假 D${state.shift.no} 原因”“换班 D${state.shift.no} 谁”。`,
    relieved: (state) => `D${state.shift.no}（${whenWhere(state)}）已不由您接待。`,
    moved: (state, names) =>
      `D${state.shift.no} 改为${whenWhere(state)}，仍由${who(names)}接待。不能来请回“请假 D${state.shift.no} 原因”。`,
    dropped: (state) => `D${state.shift.no}（${whenWhere(state)}）取消了，您不用来。`,
    askedToSwap: (state) =>
      `有人请求与您换班，涉及 D${state.shift.no}（${whenWhere(state)}）。回“同意换班”或“不同意换班”。`,
    swapAgreed: (state) => `您提出的换班（D${state.shift.no}）有人同意了，等其他人答复。`,
    swapOff: (state) => `D${state.shift.no} 的换班没有成，原来的安排不变。`,
  } satisfies Record<Affected['code'], (state: ShiftState, names: readonly string[]) => string>,

  dutyConfirmed: (state: ShiftState, name: string) => `${name} 已确认 D${state.shift.no}（${whenWhere(state)}）。`,
  alreadyConfirmed: (no: number) => `D${no} 您已经确认过了，谢谢。`,
  notOnDuty: (no: number, name: string) => `${name} 不在 D${no} 的接待名单里。回“D${no}”看是谁。`,
  whichDuty: (verb: string, nos: readonly number[]) => `您有${nos.length}次接待，请写上编号，例：${verb} D${nos[0]}`,
  noDuty: '您近期没有接待安排。回“轮值表”看全部安排。',
  leaveReason: (no: number) => `请写上原因，例：请假 D${no} 出差`,
  onLeave: (state: ShiftState, name: string, escalate: boolean) =>
    `${name} 已请假：D${state.shift.no} ${whenWhere(state)}，缺1人。愿意顶的代表回“顶班 D${state.shift.no}”。${escalate ? '离接待不到3天，请轮值召集人协调。' : ''}`,
  coverSought: (state: ShiftState, name: string) =>
    `${name} 想请人顶班 D${state.shift.no}（${whenWhere(state)}）。愿意的代表回“顶班 D${state.shift.no}”；有人顶之前仍由${name}接待。`,
  covered: (state: ShiftState, name: string, names: readonly string[]) =>
    `${name} 顶班 D${state.shift.no}，现由${who(names)}接待。谢谢！`,
  nothingToCover: (no: number) => `D${no} 不缺人，谢谢您！`,
  cannotTake: (name: string, bar: BarCode) => `${name} 不能接这一班：${BARS[bar]}。`,
  rests: (name: string, rests: readonly RestCode[]) =>
    `提醒：${name} ${rests.map((rest) => RESTS[rest]).join('、')}，请自己斟酌。`,
  swapAsked: (asker: string, partners: readonly string[], legs: readonly string[]) =>
    `${partners.map((partner) => `@${partner}`).join(' ')} ${asker}请求与您换班：${legs.join('；')}。回“同意换班”或“不同意换班”。`,
  swapLeg: (state: ShiftState, to: string) => `D${state.shift.no}（${describeDay(startOf(state.shift))}）改由${to}`,
  swapDone: (lines: readonly string[]) => ['换班已成：', ...lines].join('\n'),
  swapWaits: (names: readonly string[]) => `已记同意，还等${names.join('、')}。`,
  swapDeclined: '换班没有成，原来的安排不变。',
  swapAlreadyOpen: (no: number) => `D${no} 已有一个换班在等答复，请先等它有结果。`,
  withOneself: '换班要写另一位代表的名字，例：换班 D7 周宁',
  noSwap: '没有等您答复的换班。',
  whichPartnerDuty: (name: string, nos: readonly number[]) =>
    `${name}有几次接待，请写明换哪一次，例：换班 D7 ${name} D${nos[0]}`,
  noSuchPerson: (name: string) => `本站名册里没有“${name}”，请写全名。例：换班 D7 周宁`,
  whoElse: '请写上和谁换，例：换班 D7 周宁；召集人轮值写：换班 6月 王芳',

  adjusted: (state: ShiftState, names: readonly string[]) =>
    `D${state.shift.no} 现由${who(names)}接待（召集人调整，记录在案）。`,
  notThere: (no: number, name: string) => `D${no} 里没有${name}。回“D${no}”看现在是谁。`,
  moved: (state: ShiftState, names: readonly string[]) =>
    `D${state.shift.no} 改为${whenWhere(state)}，${who(names)}不变。公告过的请回“公告”更新。`,
  movedNothing: (no: number) => `D${no} 本来就是这样，没有改动。`,
  cannotCome: (name: string, bar: BarCode) => `注意：${name} ${BARS[bar]}，可能来不了。`,
  placeMoved: (state: ShiftState) =>
    `D${state.shift.no} 改在${state.shift.place}（下沉接待），公告文本已更新：\n${whenWhere(state)}`,
  themeSet: (state: ShiftState) => `D${state.shift.no} 主题：${state.shift.theme}。这次记的意见自动带这个主题。`,
  themed: (state: ShiftState, names: readonly string[]) =>
    `D${state.shift.no} 已建：${whenWhere(state)}，由${who(names)}接待。这次记的意见自动带主题标签。`,

  signedIn: (state: ShiftState, name: string, lateMinutes: number, extra: boolean) =>
    `${name} 已签到 D${state.shift.no}${lateMinutes > 0 ? `（迟到${lateMinutes}分钟）` : ''}${extra ? '（现场）' : ''}。群众说的话请以“意见”开头发来，会记在这次接待里。`,
  alreadySignedIn: (no: number) => `D${no} 您已经签过到了。`,
  visitors: (no: number, persons: number) => `D${no} 来访${persons}人，已记。`,
  summarised: (state: ShiftState, visitors: number | null, topics: readonly string[], absent: readonly string[]) =>
    `D${state.shift.no}${visitors === null ? '' : `接待${visitors}人，`}意见${state.opinionNos.length}条${
      topics.length > 0 ? `（${topics.join('、')}）` : ''
    }${absent.length > 0 ? `；未到${absent.length}人` : ''}。小结草稿马上发来，待您“发布”。`,

  refused: (refusal: DutyRefusal): string => {
    const verb = ACTIONS[refusal.action] ?? '这样做'
    if (refusal.code === 'tooEarly')
      return `D${refusal.shiftNo} 还不到${verb}的时候，${describe(refusal.opensAt)}起可以。`
    if (refusal.code === 'tooLate')
      return `D${refusal.shiftNo} 已经过了${verb}的时候（${describe(refusal.closedAt)}截止）。`
    return `D${refusal.shiftNo} 现在是“${DUTY_STAGES[refusal.stage]}”，不能${verb}。要先到：${[
      ...new Set(refusal.allowedFrom.map((stage) => DUTY_STAGES[stage])),
    ].join('、')}。`
  },

  reminder: (state: ShiftState, names: readonly string[], offset: string, lateMinutes: number) =>
    `${lateMinutes > 0 ? '（迟到的提醒）' : ''}${WHEN[offset] ?? ''}${names.map((name) => `@${name}`).join(' ')} 进站接待：D${state.shift.no} ${whenWhere(state)}。回“确认/请假/换班”。${
      offset === '0' || offset === '-1' ? '请携带代表证。' : ''
    }`,
  nobody: (state: ShiftState) =>
    `D${state.shift.no}（${whenWhere(state)}）还没有人接待，请轮值召集人尽快安排。回“顶班 D${state.shift.no}”即可。`,
  emptyDesk: (state: ShiftState, names: readonly string[]) =>
    `D${state.shift.no} 已开始，还没有人签到（${who(names)}）。到了的请回“签到 D${state.shift.no}”；来不了的请轮值召集人安排顶班。`,

  behalfHelp: '能代办的有：请假、确认、签到、换班、同意换班、顶班、找人顶班。例：代办 张敏 请假 D7 住院',
  onBehalf: (name: string, actor: string, sentence: string) => `${sentence}（${actor}代${name}办）`,
  threeWayHelp: '请依次写编号和姓名：您给出的、对方和他给出的……最后一个编号由您接。例：三方换班 D7 周宁 D8 王芳 D9',

  longLeave: (name: string, from: string, until: string, reason: string, vacant: readonly number[]) =>
    [
      `${name} 已请假：${span2(from, until)}（${reason}），这段时间不排接待，不影响公平。`,
      ...(vacant.length > 0
        ? [`${vacant.map((no) => `D${no}`).join('、')} 因此缺人，愿意顶的代表回“顶班 D${vacant[0]}”。`]
        : []),
      '提前回来请回“销假”。',
    ].join(''),
  leaveNeedsReason: '请写上原因，例：请假 12月1日至12月20日 出差',
  leaveOver: '请假的日子已经过去了，请写将来的日期。例：请假 12月1日至12月20日 出差',
  leaveEnded: (name: string) => `${name} 已销假，从今天起照常参加排班。`,
  noLeave: (name: string) => `${name} 现在没有在请的长假。`,
  suggested: (no: number, name: string) => `按规则 D${no} 可请${name}顶，同意请回“调整 D${no} 空 ${name}”。`,

  departed: (name: string, nos: readonly number[]) =>
    `${name} 已不在本站，${nos.map((no) => `D${no}`).join('、')} 缺人。愿意顶的代表回“顶班 D${nos[0]}”。`,

  undone: (lines: readonly string[]) => ['已撤销，恢复为：', ...lines].join('\n'),
  cannotUndo: '这一步不能撤销。草案不要了回“放弃排班”，换人回“调整 D7 原来的人 换成的人”。',
  undoRefused: (refusal: UndoRefusal, name: string): string => {
    switch (refusal.code) {
      case 'askSwapBack':
        return '换班是大家商定的，不能一个人撤回。要换回来请再发一次“换班”；召集人可回“撤销 D7”。'
      case 'windowClosed':
        return `已经过了撤销的时间（${describe(refusal.closedAt)}截止），请召集人回“撤销 D7”或“调整”。`
      case 'changedSince':
        return `D${refusal.shiftNo} 后来又有变动，不能直接撤销。请回“调整 D${refusal.shiftNo} 原来的人 换成的人”。`
      case 'cannotTake':
        return `撤销不了：${name}${BARS[refusal.bar]}。`
      case 'shiftOver':
      case 'dateInPast':
        return '接待已经过去了，记录不再改动。'
      case 'notYours':
        return '这一步不是您做的，请召集人回“撤销 D7”。'
      case 'alreadyUndone':
        return '这一步已经撤销过了。'
      default:
        return 'action' in refusal ? copy.refused(refusal) : copy.cannotUndo
    }
  },

  receptionDay: (settings: StationSettings) =>
    `每月${settings.receptionDay}日 ${settings.receptionFrom}–${settings.receptionUntil}接待，每次${settings.deputiesPerShift}名代表${
      settings.receptionLevels.length > 0
        ? `（${settings.receptionLevels.map((level) => `${level}1`).join('、')}）`
        : ''
    }，遇节假日顺延。已排的不变，回“排班 几月”排以后的。`,
  receptionDayRange: '接待日请写1–28日，每个月都有的日子。例：接待日 每月5日',
  receptionPersonsRange: '每次请写1–10名代表。例：接待日 每次2人',
  receptionHoursWrong: '时间请写早在前、晚在后。例：接待日 9:00-11:00',

  why: (state: ShiftState, lines: readonly string[]) => [`D${state.shift.no} 为什么是您：`, ...lines].join('\n'),
  reason: (reason: AssignmentReason, name: (id: number) => string): string[] => {
    switch (reason.basis) {
      case 'drafted': {
        const { own, next, ahead, yielded } = reason
        const passed = ahead.slice(0, 2).map(({ standing, why }) => `${name(standing.personId)}${WHY_PASSED[why.code]}`)
        return [
          `排${month(reason.month)}时，您历年接待${own.duties}次，负担${own.loadPoints}分（含未在岗折算${own.creditPoints}分）。`,
          ...(ahead.length > 0
            ? [`比您少的${ahead.length}位未排：${passed.join('、')}${ahead.length > 2 ? '等' : ''}。`]
            : ['在可排的代表里您最少。']),
          ...(next
            ? [`下一位是${name(next.standing.personId)}（${next.standing.loadPoints}分），${DECIDED[next.decidedBy]}。`]
            : []),
          ...(yielded.length > 0 ? [`人手不够，没能避开：${yielded.map((rest) => RESTS[rest]).join('、')}。`] : []),
        ]
      }
      case 'adjusted':
        return [`由${name(reason.byId)}指定。`]
      case 'swapped':
        return [`您与${name(reason.insteadOfId)}换班，双方都同意。`]
      case 'volunteered':
        return [`您主动顶班${reason.insteadOfId === null ? '' : `，替${name(reason.insteadOfId)}`}。`]
      case 'coveredOnTheDay':
        return [`当天顶班${reason.insteadOfId === null ? '' : `，替${name(reason.insteadOfId)}`}。`]
      case 'restored':
        return ['后来的一次改动被撤销，恢复为您。']
    }
  },
}

const WHEN: Readonly<Record<string, string>> = { '-7': '下周', '-3': '3天后', '-1': '明天', '0': '今天' }
const DECIDED = { load: '比您多', waitingSince: '比您更近接待过', lot: '与您一样，抽签定的' } as const
const WHY_PASSED: Readonly<Record<BarCode | 'serves' | 'rests', string>> = {
  serves: '已排了别的班',
  rests: '需要间隔',
  ...BARS,
}
