import type { DueRecord, PeriodRecords } from '../../../station/summary/records.js'
import { type Moment, parseMoment } from '../../../station/time/civil.js'
import { type Dice, dice } from './dice.js'

export const ROSTER = '张敏 陈静 赵磊 李强 王芳 周宁 孙莉 何平 钱琳 郑伟 冯洁 卫东升 欧阳雪 沈建华'.split(' ')

const TITLES = [
  '义诊进社区',
  '养老机构视察',
  '儿科下沉座谈会',
  '医保政策宣讲',
  '流动义诊',
  '急救知识培训',
  '老旧小区无障碍调研',
  '2026年健康讲座第3讲',
  '“一老一小”专题调研',
]
const TYPES = ['义诊', '视察', '座谈', '宣讲', '培训', '调研']
const PLACES = ['来凤街社区', '夫子庙广场', '双塘街道办事处', '区中医院', '朝天宫街道党群服务中心', '月牙湖小区']
const CATEGORIES = ['卫生计生', '教育文体', '交通运输', '城乡建设', '劳动和社会保障', null]
const OPINION_STATES = [
  ['已登记', 'open'],
  ['办理中', 'open'],
  ['已答复', 'answered'],
  ['办结', 'closed'],
] as const
const OPINIONS = [
  '社区医院缺儿科，孩子看病要跑很远',
  '医保报销要跑3趟，窗口只有2个',
  '夜间停车难，消防通道被占',
  '老旧小区加装电梯进度慢，等了18个月',
  '课后服务收费标准不清楚',
  '养老机构床位少，排队的有40人',
  '某阿姨反映配药难，电话〔电话〕',
  '公交站台没有遮雨棚',
  '家庭医生签约后联系不上',
  '健身器材损坏，存在安全隐患',
]

const at = (from: Moment, days: number, hour: number): Moment => from.add({ days, hours: hour })

/** A week of a station's life. Same seed, same week. `texts` are mixed into opinions, titles, themes and names. */
export const generatedWeek = (
  seed: number,
  texts: readonly string[] = [],
): { records: PeriodRecords; roster: readonly string[] } => {
  const d: Dice = dice(seed * 7919 + 17)
  const from = parseMoment('2026-01-05 00:00').add({ weeks: seed % 48 })
  const until = from.add({ weeks: 1 })
  const odd = (text: string, share = 0.3): string => (texts.length > 0 && d.chance(share) ? d.pick(texts) : text)
  const first = d.below(80) + 1
  const activities = Array.from({ length: d.below(5) }, (_, index) => {
    const cancelled = d.chance(0.15)
    const signedUpPersons = d.below(13)
    return {
      no: first + index,
      title: odd(d.pick(TITLES)),
      type: d.pick(TYPES),
      state: cancelled ? '取消' : '已结束',
      phase: cancelled ? ('cancelled' as const) : ('held' as const),
      on: at(from, d.below(7), 8 + d.below(11)),
      place: d.chance(0.8) ? d.pick(PLACES) : null,
      capacityPersons: d.chance(0.7) ? signedUpPersons + d.below(20) : null,
      signedUpPersons,
      waitingPersons: d.below(3),
      leavePersons: d.below(3),
      attendedPersons: d.chance(0.6) ? Math.max(0, signedUpPersons - d.below(3)) : null,
      audiencePersons: d.chance(0.4) ? 10 + d.below(300) : null,
      publishable: d.chance(0.5),
    }
  })
  const opinionFirst = d.below(200) + 1
  const opinions = Array.from({ length: d.below(12) }, (_, index) => {
    const [state, phase] = d.pick(OPINION_STATES)
    return {
      no: opinionFirst + index,
      category: d.pick(CATEGORIES),
      state,
      phase,
      text: odd(d.pick(OPINIONS)),
      place: d.chance(0.4) ? d.pick(PLACES) : null,
      urgent: d.chance(0.15),
      recordedOn: at(from, d.below(7), 9 + d.below(9)),
      publishable: d.chance(0.3),
    }
  })
  const dutyFirst = d.below(30) + 1
  const duties = Array.from({ length: d.below(3) }, (_, index) => {
    const missed = d.chance(0.1)
    return {
      no: dutyFirst + index,
      state: missed ? '无人到站' : '已接待',
      phase: missed ? ('missed' as const) : ('held' as const),
      on: at(from, d.below(7), 9),
      place: d.chance(0.5) ? d.pick(PLACES) : null,
      theme: d.chance(0.4) ? odd('课后服务') : null,
      deputies: d.some(ROSTER, 2).map((name) => odd(name, 0.1)),
      visitorPersons: d.chance(0.7) ? 1 + d.below(20) : null,
      publishable: d.chance(0.5),
    }
  })
  const due = Array.from({ length: d.below(5) }, (): DueRecord => {
    const kind = d.pick(['activity', 'duty', 'reply', 'passOn', 'signUpCloses'] as const)
    const letter = kind === 'duty' ? 'D' : kind === 'reply' || kind === 'passOn' ? 'Y' : 'H'
    return {
      ref: `${letter}${300 + d.below(90)}`,
      kind,
      on: at(until, d.below(14), 9),
      title: d.chance(0.5) ? odd(d.pick(TITLES)) : null,
      people: d.some(ROSTER, d.below(3)),
    }
  })
  return {
    records: {
      station: odd('秦淮医疗', 0.05),
      period: { kind: 'week', from, until },
      activities,
      opinions,
      duties,
      turn: d.chance(0.9) ? { period: from.toPlainDate().toString().slice(0, 7), convenor: d.pick(ROSTER) } : null,
      due,
    },
    roster: ROSTER,
  }
}
