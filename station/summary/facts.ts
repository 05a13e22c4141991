import { oneLine } from '../text/one-line.js'
import type { Moment } from '../time/civil.js'
import type { Fact, FactKind, FactNumber } from './fact.js'
import { FIGURES, type Figures } from './figures.js'
import { instructionLike } from './instruction-like.js'
import type { DueKind, PeriodRecords } from './records.js'
import { turnRef } from './refs.js'

export const UNCLASSIFIED = '未分类'

export const DUE_LABELS: Readonly<Record<DueKind, string>> = {
  activity: '活动',
  signUpCloses: '报名截止',
  duty: '接待',
  reply: '答复到期',
  passOn: '转告群众',
  handover: '轮值交接',
  report: '上报',
  other: '待办',
}

/** Words that name the kind of record: saying one of them is no invention. */
const KIND_WORDS: Readonly<Record<FactKind, string>> = {
  activity: '活动',
  opinion: '群众意见',
  duty: '接待',
  turn: '轮值召集人',
  due: '待办',
  matter: '事项',
  figure: '',
}

const PART_CHARS = 300

const dateOf = (moment: Moment): string => moment.toPlainDate().toString()
const timeOf = (moment: Moment): string => moment.toPlainTime().toString({ smallestUnit: 'minute' })

const persons = (value: number | null, words: readonly string[]): FactNumber[] =>
  value === null ? [] : [{ value, unit: '人', words }]

interface Draft {
  kind: FactKind
  ref: string
  texts: Readonly<Record<string, string | null>>
  numbers?: FactNumber[]
  people?: readonly string[]
  on?: Moment
}

const fact = ({ kind, ref, texts, numbers = [], people = [], on }: Draft): Fact => {
  const parts = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')
  const withheld = parts.some(([, text]) => instructionLike(text))
  const kept = parts
    .filter(([, text]) => !instructionLike(text))
    .map(([name, text]) => [name, oneLine(text, PART_CHARS)])
  const names = people.filter((name) => !instructionLike(name)).map((name) => oneLine(name, PART_CHARS))
  return {
    ref,
    kind,
    texts: Object.fromEntries([...(KIND_WORDS[kind] === '' ? [] : [['种类', KIND_WORDS[kind]]]), ...kept]),
    numbers,
    people: names,
    dates: on === undefined ? [] : [dateOf(on)],
    times: on === undefined ? [] : [timeOf(on)],
    records: [ref],
    withheld,
  }
}

const figureFacts = ({ rows, categories }: Figures): Fact[] => {
  const totals = rows
    .filter(({ value }) => value > 0)
    .map(({ key, value, evidence }) => {
      const { label, unit, words } = FIGURES[key]
      return { label, evidence, numbers: [{ value, unit, words }] }
    })
  const topics = categories.map(({ category, value, evidence }) => ({
    label: `${category ?? UNCLASSIFIED}意见`,
    evidence,
    numbers: [{ value, unit: '件', words: [category ?? UNCLASSIFIED] }],
  }))
  return [...totals, ...topics].map(({ label, evidence, numbers }, index) => ({
    ref: `F${index + 1}`,
    kind: 'figure',
    texts: { 名称: oneLine(label, PART_CHARS) },
    numbers,
    people: [],
    dates: [],
    times: [],
    records: evidence,
    withheld: false,
  }))
}

/** Everything a summary of these records may say, each piece under the number that will be printed beside it. */
export const factsOf = (records: PeriodRecords, figures: Figures): Fact[] => [
  ...figureFacts(figures),
  ...records.activities.map((activity) =>
    fact({
      kind: 'activity',
      ref: `H${activity.no}`,
      texts: {
        标题: activity.title,
        类型: activity.type,
        状态: activity.state,
        地点: activity.place,
        ...Object.fromEntries((activity.closing?.takeaways ?? []).map(({ text }, index) => [`收获${index + 1}`, text])),
      },
      people: (activity.closing?.takeaways ?? []).map(({ who }) => who),
      numbers: [
        ...persons(activity.capacityPersons, ['名额', '限', '可容']),
        ...persons(activity.signedUpPersons, ['报名']),
        ...persons(activity.waitingPersons, ['候补']),
        ...persons(activity.leavePersons, ['请假']),
        ...persons(activity.attendedPersons, ['到场', '签到', '实到', '参加', '出席']),
        ...persons(activity.audiencePersons, ['受众', '惠及', '服务群众']),
        ...persons(activity.closing?.expectedPersons ?? null, ['应到']),
        ...persons(activity.closing?.absentPersons ?? null, ['未到']),
        ...(activity.closing ? [{ value: activity.closing.photos, unit: '张', words: ['照片'] }] : []),
      ],
      on: activity.on,
    }),
  ),
  ...records.opinions.map((opinion) =>
    fact({
      kind: 'opinion',
      ref: `Y${opinion.no}`,
      texts: {
        类别: opinion.category ?? UNCLASSIFIED,
        状态: opinion.state,
        地点: opinion.place,
        急: opinion.urgent ? '急件' : null,
        内容: opinion.text,
      },
      on: opinion.recordedOn,
    }),
  ),
  ...records.duties.map((duty) =>
    fact({
      kind: 'duty',
      ref: `D${duty.no}`,
      texts: { 状态: duty.state, 主题: duty.theme, 地点: duty.place },
      numbers: [
        ...persons(duty.visitorPersons, ['来访', '接待群众']),
        ...(duty.onThemeOpinions === undefined
          ? []
          : [{ value: duty.onThemeOpinions, unit: '件', words: ['意见', '主题'] }]),
      ],
      people: duty.deputies,
      on: duty.on,
    }),
  ),
  ...(records.matters ?? []).map((matter) =>
    fact({
      kind: 'matter',
      ref: matter.ref,
      texts: {
        类型: matter.kind,
        标题: matter.title,
        状态: matter.state,
        地点: matter.place,
        ...Object.fromEntries(matter.said.map((text, index) => [`内容${index + 1}`, text])),
      },
      numbers: matter.counts.map(({ label, value, unit }) => ({ value, unit, words: [label] })),
      people: matter.people,
      on: matter.on,
    }),
  ),
  ...(records.turn === null
    ? []
    : [
        fact({
          kind: 'turn',
          ref: turnRef(records.turn.period),
          texts: { 期间: records.turn.period },
          people: [records.turn.convenor],
        }),
      ]),
  ...records.due.map((due) =>
    fact({
      kind: 'due',
      ref: due.ref,
      texts: { 事项: DUE_LABELS[due.kind], 标题: due.title },
      people: due.people,
      on: due.on,
    }),
  ),
]
