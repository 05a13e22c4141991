import type { PartRefusal, PartRole } from '../../station/handling/parts.js'
import { Temporal } from '../../station/time/civil.js'
import { dayText, short } from '../opinion/copy.js'
import type { PartRow } from './parts.js'

const ROLE: Readonly<Record<PartRole, string>> = { lead: '主办', assist: '会办', separate: '分办' }
const dated = (day: string | null): string => (day === null ? '' : dayText(Temporal.PlainDate.from(day)))

const stateOf = (part: PartRow, dueOn: Temporal.PlainDate | null): string => {
  switch (part.state) {
    case 'answered':
      return `${dated(part.answeredOn)}已${part.role === 'assist' ? '给意见' : '答复'}`
    case 'received':
      return `${dated(part.receivedOn)}已签收${dueOn ? `，${dayText(dueOn)}前` : ''}`
    case 'returned':
      return '已退办，待改派'
    case 'waiting':
      return dueOn ? `${dayText(dueOn)}前` : '待签收'
  }
}

export const handlingCopy = {
  /** "主办：区卫健委（待签收）；会办：区医保局（12月23日前）". */
  line: (parts: readonly { part: PartRow; dueOn: Temporal.PlainDate | null }[]) =>
    (['lead', 'separate', 'assist'] as const)
      .flatMap((role) => {
        const some = parts.filter(({ part }) => part.role === role)
        return some.length === 0
          ? []
          : [`${ROLE[role]}：${some.map(({ part, dueOn }) => `${part.unit}（${stateOf(part, dueOn)}）`).join('、')}`]
      })
      .join('；'),
  sheet: (ref: string, parts: readonly { part: PartRow; dueOn: Temporal.PlainDate | null }[]) =>
    [
      `${ref} 承办情况：`,
      ...parts
        .slice(0, 5)
        .map(
          ({ part, dueOn }) =>
            `${ROLE[part.role as PartRole]} ${part.unit}：${stateOf(part, dueOn)}${part.answer ? `，${short(part.answer, 30)}` : ''}`,
        ),
    ].join('\n'),
  /** For a cell of the books: "主办 区城管局：交办2026-11-23，签收2026-11-23，答复2026-11-25“已加装”". */
  bookCell: (parts: readonly PartRow[]) =>
    parts
      .map((part) => {
        const replied = part.role === 'assist' ? '给意见' : '答复'
        const steps = [
          `交办${part.assignedOn}`,
          part.receivedOn && `签收${part.receivedOn}`,
          part.answeredOn && `${replied}${part.answeredOn}${part.answer ? `“${part.answer}”` : ''}`,
          part.replyClass && `${part.replyClass}类`,
          part.promisedOn && `承诺${part.promisedOn}`,
          part.state === 'returned' && '已退办，待改派',
          part.answeredOn === null && part.state !== 'returned' && `未${replied}`,
        ]
        return `${ROLE[part.role as PartRole]} ${part.unit}：${steps.filter(Boolean).join('，')}`
      })
      .join('；'),
  alone: (ref: string, unit: string | null) =>
    unit === null ? `${ref} 还没有交办。` : `${ref} 由${unit}一家承办。要加会办请发：会办 ${ref} 单位`,
  sayRoles: (ref: string, names: readonly string[]) =>
    `几家单位请写明谁主办、谁会办，或者分办。例：交办 ${ref} 主办 ${names[0]} 会办 ${names.slice(1, 3).join('、')}`,
  refused: (ref: string, refusal: PartRefusal): string => {
    switch (refusal.code) {
      case 'whichUnit':
        return `${ref} 有几家承办，请写明是哪家：${refusal.units.join('、')}。`
      case 'notAmong':
        return `${ref} 由${refusal.units.join('、')}承办，没有${refusal.unit}。要加会办请发：会办 ${ref} ${refusal.unit}`
      case 'answeredAlready':
        return `${ref} ${refusal.unit}已经答复过了，没有改动。看各家情况请发：承办情况 ${ref}`
      case 'notReturned':
        return `${ref} ${refusal.unit}没有退办，不用改派。`
    }
  },
  received: (ref: string, unit: string, waiting: readonly string[]) =>
    `${ref} ${unit}已签收${waiting.length > 0 ? `，还等${waiting.join('、')}签收` : '，办理中'}。`,
  partAnswered: (ref: string, unit: string, owing: string, done: number, all: number) =>
    `${ref} ${unit}的答复已记（${done}/${all}），还等${owing}；都答复了才算已答复。`,
  partAnsweredToDeputy: (ref: string, unit: string, answer: string, owing: string) =>
    `${ref} ${unit}已答复自己那部分：${short(answer, 80)}\n还等${owing}，都答复了再请您转告和评价。`,
  assisted: (ref: string, unit: string, lead: string) => `${ref} 会办意见已记（${unit}），请转给主办的${lead}。`,
  assistMissing: (units: readonly string[]) => `会办的${units.join('、')}还没有给意见。`,
  partReturned: (ref: string, unit: string, hops: number, suggested: string | undefined) =>
    `${ref} ${unit}退办自己那部分（第${hops}次），其他单位照常办。请改派：改派 ${ref} ${suggested ?? '承办单位'}`,
  partReassigned: (ref: string, before: string, after: string) => `${ref} ${before}那部分已改派${after}，期限不变。`,
  already: (ref: string, unit: string) => `${ref} 已经有${unit}了，没有改动。`,
  assistAdded: (ref: string, units: readonly string[], due: Temporal.PlainDate | null) =>
    `${ref} 已加会办：${units.join('、')}${due ? `，${dayText(due)}前给主办单位意见` : ''}。`,
  whoAssists: (ref: string, typed: string | null) =>
    typed === null
      ? `请写会办单位。例：会办 ${ref} 医保局`
      : `单位名录里没有“${typed}”。先登记：单位 ${typed} 别名 联系人`,
  notInHand: (ref: string, state: string) => `${ref} 现在是“${state}”，交办之后才能加会办。`,
  assistDue: (ref: string, unit: string, left: number, due: Temporal.PlainDate) =>
    left > 0
      ? `${ref} 会办的${unit}还有${left}天该给意见（${dayText(due)}）。收到请发：答复 ${ref} ${unit} 内容`
      : left === 0
        ? `${ref} 会办的${unit}今天该给意见。收到请发：答复 ${ref} ${unit} 内容`
        : `${ref} 会办的${unit}昨天该给意见，还没有收到，请问一下。`,
  partPromise: (ref: string, unit: string, answer: string) =>
    `${ref} ${unit}承诺的日子到了：“${short(answer, 40)}”，请核实是否办成。`,
}
