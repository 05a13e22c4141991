import type { Suggestion } from '../../prisma/generated/client.js'
import type { DraftFinding } from '../../station/suggestion/check-draft.js'
import type { ClockRule, StatutoryClock, StatutoryReading } from '../../station/suggestion/clock.js'
import type { CoSignRefusal, SignedPaper } from '../../station/suggestion/cosigners.js'
import type { FlagRefusal } from '../../station/suggestion/flags.js'
import { SUGGESTION_STATES, type SuggestionState } from '../../station/suggestion/states.js'
import type { SuggestionEffect } from '../../station/suggestion/suggestion-event.js'
import type { SuggestionEventName } from '../../station/suggestion/transitions.js'
import type { Temporal } from '../../station/time/civil.js'
import { dayText, short } from '../opinion/copy.js'
import { STEP_NAMES } from './step-names.js'

const MONTHS = ['零', '一', '二', '三', '四', '五', '六']
const COLOURS = { green: '绿', yellow: '黄', red: '红' }
const stateText = (row: Suggestion): string => SUGGESTION_STATES[row.state as SuggestionState].label
const year = (day: Temporal.PlainDate, from: Temporal.PlainDate): string =>
  day.year === from.year ? '' : `${day.year}年`
const dueText = ({ startedOn, dueOn }: StatutoryClock): string => `${year(dueOn, startedOn)}${dayText(dueOn)}`
export const ruleText = ({ article, months, kind }: ClockRule): string =>
  article === '代表法51'
    ? `${MONTHS[months]}个月，代表法第五十一条${kind === 'complex' ? '，复杂' : ''}`
    : `${MONTHS[months]}个月，地方再答复规定`

const PARTS = { situation: '情况', analysis: '分析', proposal: '具体意见' }

function finding(one: DraftFinding): string {
  switch (one.code) {
    case 'titleMissing':
      return '缺标题'
    case 'titleForm':
      return '标题宜写成“关于……的建议”'
    case 'titleTooLong':
      return `标题${one.characters}字，宜在${one.limit}字内`
    case 'partMissing':
      return `缺“${PARTS[one.part]}”`
    case 'proposalVague':
      return `意见只有“${one.words.join('、')}”，请写谁做什么`
    case 'severalMatters':
      return `含${one.matters.length}件事（${one.matters.join('、')}），建议拆分`
    case 'tooShort':
      return `只有${one.characters}字`
    case 'notASuggestion':
      return `“${one.words.join('、')}”不宜作为建议`
    case 'basisMissing':
      return '请补“依据”，例如数据或政策；回“依据 …”'
    case 'unitMissing':
      return '缺承办单位（主送）'
  }
}

export const copy = {
  step: (event: SuggestionEventName) => STEP_NAMES[event],
  unknown: (no: number) => `本站没有 J${no}。由意见起草：起草建议 Y17`,
  unknownOpinions: (numbers: readonly number[]) =>
    `本站没有 ${numbers.map((no) => `Y${no}`).join('、')}。回“意见列表”看编号。`,
  unknownActivity: (no: number) => `本站没有 H${no}。`,
  noSuchDay: (day: string, no: number) => `没有“${day}”这一天。请写交办的日子，例：J${no} 交办 卫健委 11月20日`,
  unknownUnit: (typed: string) => `单位名录里没有“${typed}”。先登记：单位 ${typed} 别名 联系人`,
  drafted: (row: Suggestion) =>
    [
      `J${row.no} 草稿：${row.title}`,
      row.text,
      `案据：${row.basis}`,
      `建议：请写具体意见，例：J${row.no} 具体意见 由……牵头，……`,
      `写完回“检查建议 J${row.no}”。`,
    ].join('\n'),
  draftedTwo: (row: Suggestion, matters: number) =>
    [
      `J${row.no} 草稿：案由：${row.title}`,
      row.text,
      `案据：${row.basis}`,
      '建议：请写具体意见',
      `（一事一议，检测到${MONTHS[matters] === '二' ? '两' : matters}件事，是否分成${matters === 2 ? '两' : matters}件？）回“是/否”`,
    ].join('\n'),
  notSplit: (no: number) => `J${no} 保持一件。写完回“检查建议 J${no}”。`,
  split: (first: Suggestion, second: Suggestion) =>
    `已分成两件：J${first.no} ${first.title}；J${second.no} ${second.title}。请分别写具体意见。`,
  notLead: (no: number) => `J${no} 由领衔代表修改，您可以把意见发给他。`,
  notOpen: (no: number) => `J${no} 已提交，不能再改内容。`,
  partKept: (no: number, name: string, findings: readonly DraftFinding[]) =>
    findings.length === 0
      ? `J${no} ${name}已存，要素齐全。可“征集联名 J${no}”，或在官方系统提交后回“J${no} 已提交 编号 …”。`
      : `J${no} ${name}已存。还需：${findings.map(finding).join('；')}。`,
  namesAgain: (no: number, names: number) => `内容改了，原来联名的${names}人要重新回“联名 J${no}”，已私下告知。`,
  signAgain: (row: Suggestion, name: string, words: string) =>
    `您联名的 J${row.no}《${short(row.title, 24)}》改了${name}：${short(words, 60)}\n愿意继续联名请回“联名 J${row.no}”。`,
  noneListed: '还没有建议。由意见起草：起草建议 Y17',
  list: (rows: readonly Suggestion[], total: number) =>
    [
      `${rows.length < total ? `最近${rows.length}件` : `${total}件`}建议（共${total}件）：`,
      ...rows.map((row) => `J${row.no} ${short(row.title, 24)}〔${stateText(row)}〕`),
      `回编号看全件，例：J${rows[0]!.no}`,
    ].join('\n'),
  checked: (no: number, findings: readonly DraftFinding[]) =>
    findings.length === 0
      ? `J${no} 要素齐全：一事一议，有情况、有分析、有具体意见。`
      : `J${no} ${findings.map(finding).join('；')}。`,

  namesOpen: (row: Suggestion, lead: string) =>
    `${lead}代表领衔 J${row.no}《${row.title}》，愿意联名的代表请本人回“联名 J${row.no}”。`,
  cosigned: (row: Suggestion, name: string, { count, otherCongress }: SignedPaper) =>
    `${name}已联名 J${row.no}，共${count.names}人${
      row.kind === 'motionMaterial'
        ? `（${row.level}级议案需${count.needed}人，还差${count.missing}人）`
        : '（建议无人数要求）'
    }。${otherCongress ? '（您是另一级代表，提交时请与联络员核对。）' : ''}`,
  uncosigned: (no: number, name: string, names: number) => `${name}已退出 J${no} 联名，现有${names}人。`,
  cosignRefused: (no: number, refusal: CoSignRefusal): string => {
    switch (refusal.code) {
      case 'notOpen':
        return `J${no} 现在是“${SUGGESTION_STATES[refusal.state].label}”，没有在征集联名。${
          ['brewing', 'drafting'].includes(refusal.state) ? `请领衔代表先发：征集联名 J${no}` : ''
        }`
      case 'isLead':
        return `J${no} 由您领衔，不用再联名。`
      case 'alreadySigned':
        return `您已经联名 J${no} 了。`
      case 'notSigned':
        return `您没有联名 J${no}。`
      case 'otherCongress':
        return `J${no} 提交${refusal.level}级人大，需${refusal.level}级代表联名。`
    }
  },
  submitted: (row: Suggestion, names: number) =>
    `J${row.no} 已记提交（编号${row.platformNo}，${names}人署名）。交办后发：J${row.no} 交办 单位 日期`,

  whichDay: '请写交办的日子。例：集中交办 J3 J5 6月15日',
  assigned: (row: Suggestion, clock: StatutoryClock, parts: string) =>
    `J${row.no} 已交办${row.unit}（${dayText(clock.startedOn)}），答复期限${dueText(clock)}（${ruleText(clock.rule)}）。${parts && `\n${parts}`}`,
  assignedTogether: (rows: readonly Suggestion[], on: Temporal.PlainDate, clock: StatutoryClock) =>
    [
      `${rows.length}件已标“交办 ${dayText(on)}”，答复期限${dueText(clock)}（${ruleText(clock.rule)}）。`,
      ...rows.slice(0, 5).map((row) => `J${row.no} ${row.unit ?? '承办单位待定'}：${short(row.title, 24)}`),
    ].join('\n'),
  one: (
    row: Suggestion,
    lead: string,
    clock: StatutoryClock | null,
    reading: StatutoryReading | null,
    /** Who handles it and who follows it, where that takes lines of their own. */
    { parts, supervision }: { parts: string; supervision: string },
  ) =>
    [
      `J${row.no} ${row.title}`,
      `${stateText(row)}｜${lead}领衔${row.cosignerIds.length > 0 ? `，联名${row.cosignerIds.length}人` : ''}${row.unit && !parts ? `｜承办：${row.unit}` : ''}`,
      parts,
      clock && reading
        ? `期限${dueText(clock)}（${ruleText(clock.rule)}），${COLOURS[reading.colour]}，${
            reading.leftDays >= 0 ? `还有${reading.leftDays}天` : `超期${-reading.leftDays}天`
          }`
        : '',
      supervision,
      row.effect ? `成效：${row.effect}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  flagRefused: (no: number, refusal: FlagRefusal): string => {
    switch (refusal.code) {
      case 'alreadySet':
        return `J${no} 已经标过了。`
      case 'reasonNeeded':
      case 'consentNeeded':
        return `延为六个月要有理由和同意机关（代表法第五十一条）。例：J${no} 复杂 涉及多部门 经区人大代表联络委同意`
      case 'notYours':
        return '由联络员标记。'
      case 'notAssigned':
        return `J${no} 还没有交办，不用延期。`
      case 'over':
        return `J${no} 已经结束。`
    }
  },
  complex: (row: Suggestion, clock: StatutoryClock | null, late: boolean) =>
    `J${row.no} 已标复杂，答复期限${clock ? `${dueText(clock)}（${ruleText(clock.rule)}）` : '不变'}。${late ? '注意：三个月已过才标记，已留记录。' : ''}`,
  replied: (row: Suggestion, effects: readonly SuggestionEffect[]) =>
    `J${row.no} 答复已记${row.replyClass ? `（${row.replyClass}类）` : ''}，已通知领衔和联名代表。${
      effects.includes('warnNoContact') ? '答复前没有沟通记录，法律要求与代表沟通。' : ''
    }${effects.includes('lateReply') ? '已超过答复期限。' : ''}`,
  repliedToDeputy: (row: Suggestion, text: string) =>
    `J${row.no}《${short(row.title, 24)}》已答复：${short(text, 80)}\n请评价：满意 J${row.no}（或“基本满意”“不满意”）。`,
  rated: (row: Suggestion, name: string, clock: StatutoryClock | null) =>
    row.state === 'redo' && clock
      ? `J${row.no} 评价：${name}，转为再办，${dueText(clock)}前再答复（${ruleText(clock.rule)}）。`
      : `J${row.no} 评价：${name}。`,
  contacted: (row: Suggestion) => `J${row.no} 沟通已记（第${row.contacts}次），办理中。`,
  effect: (no: number, effect: string) => `J${no} 成效已记：${effect}。`,

  linked: (activityNo: number, numbers: readonly number[]) =>
    `H${activityNo} 已关联 ${numbers.map((no) => `J${no}`).join('、')}，H${activityNo} 结束时将逐件确认交办日期。`,
  linkedFollowUp: (activityNo: number, numbers: readonly number[]) =>
    `H${activityNo} 已关联 ${numbers.map((no) => `J${no}`).join('、')}，H${activityNo} 结束后逐件核对进度。`,
  askAssigned: (row: Suggestion, activityNo: number, on: Temporal.PlainDate) =>
    `H${activityNo} 已结束，J${row.no} 交办日期记${dayText(on)}（${row.unit ?? '承办单位待定'}），对吗？回“是/否”。`,
  askProgress: (row: Suggestion, activityNo: number) =>
    `H${activityNo} 后 J${row.no} 进度由“${stateText(row)}”改为“已答复”？回“是/否”。`,
  leftAsIs: (no: number) => `J${no} 不变。`,
  confirmedAfterEvent: (row: Suggestion, on: Temporal.PlainDate) =>
    `J${row.no} 已改为“${stateText(row)}”（${dayText(on)}）。`,
  clockReminder: (row: Suggestion, offsetDays: number, clock: StatutoryClock) =>
    offsetDays > 0
      ? `J${row.no}（${row.unit}）昨天到期仍未答复（${dueText(clock)}，${ruleText(clock.rule)}）。请督促。`
      : offsetDays === 0
        ? `J${row.no}（${row.unit}）今天到期（${ruleText(clock.rule)}）。`
        : `J${row.no}（${row.unit}）还有${-offsetDays}天到期：${dueText(clock)}（${ruleText(clock.rule)}）。`,
  yearly: (done: number, opinions: readonly number[]) =>
    `您今年建议${done}件。${
      opinions.length > 0
        ? `可由${opinions.map((no) => `Y${no}`).join('、')}起草，回“起草 Y${opinions[0]}”。`
        : '可以先发“建言 …”记下想法。'
    }`,
}
