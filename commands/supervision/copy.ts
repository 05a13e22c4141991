import type { SupervisionStep } from '../../prisma/generated/client.js'
import { Temporal } from '../../station/time/civil.js'
import { dayText, short } from '../opinion/copy.js'

const dated = (on: string): string => dayText(Temporal.PlainDate.from(on))
const named = ({ what }: Pick<SupervisionStep, 'what'>): string => what ?? '跟进'
const SHOWN = 4

export const supervisionCopy = {
  notInHand: (ref: string, state: string) => `${ref} 现在是“${state}”，${ref[0] === 'J' ? '交办' : '转办'}后才能督办。`,
  notMembers: (names: readonly string[]) => `${names.join('、')}不在本站名册，请核对姓名。`,
  unknownUnit: (typed: string) => `单位名录里没有“${typed}”。先登记：单位 ${typed} 别名 联系人`,
  none: (ref: string) => `${ref} 没有在督办。要督办请发：联合督办 ${ref} 成员 张敏 赵磊`,
  byLead: (ref: string, lead: string) => `${ref} 由${lead}牵头督办，请把情况告诉他，或请联络员记。`,
  pastDay: (on: Temporal.PlainDate) => `${dayText(on)}已经过去，督办安排请写今天或以后的日子。`,
  whatWanted: (ref: string, on: Temporal.PlainDate) =>
    `${dayText(on)}做什么？例：督办安排 ${ref} ${dayText(on)} 现场查看`,
  resultWanted: (ref: string) => `请写结果。例：督办结果 ${ref} 已现场查看，月底前开诊`,
  noStep: (ref: string) => `${ref} 没有等结果的督办安排。要加请发：督办安排 ${ref} 日期 做什么`,
  started: (ref: string, names: readonly string[], units: readonly string[], first: SupervisionStep) =>
    `${ref} 督办组已建${names.length > 0 ? `（${names.join('、')}）` : ''}${
      units.length > 0 ? `，请${units.join('、')}参加` : ''
    }，${dated(first.on)}提醒${first.what === null ? '第一次跟进' : first.what}。`,
  /** For the record itself. */
  line: (lead: string, names: readonly string[], units: readonly string[], next: SupervisionStep | undefined) =>
    `督办：${lead}牵头${names.length > 0 ? `，${names.join('、')}参加` : ''}${units.length > 0 ? `，${units.join('、')}` : ''}${
      next ? `；下一步${dated(next.on)}${named(next)}` : ''
    }`,
  schedule: (ref: string, line: string, steps: readonly SupervisionStep[]) =>
    [
      `${ref} ${line}`,
      ...steps
        .slice(-SHOWN)
        .map(
          (step) =>
            `${dated(step.on)} ${named(step)}${step.state === 'done' ? `：${short(step.result ?? '', 30)}` : '（待办）'}`,
        ),
      `加一步：督办安排 ${ref} 日期 做什么`,
    ].join('\n'),
  planned: (ref: string, steps: readonly SupervisionStep[]) =>
    `${ref} 督办安排已加：${steps.map((step) => `${dated(step.on)}${named(step)}`).join('；')}。前一天和当天提醒参加的人。`,
  resulted: (ref: string, step: SupervisionStep, next: SupervisionStep | undefined) =>
    `${ref} ${dated(step.on)}“${named(step)}”结果已记。${next ? `下一步${dated(next.on)}${named(next)}。` : `要再安排请发：督办安排 ${ref} 日期 做什么`}`,
  over: (ref: string) => `${ref} 督办已结束，不再提醒。办理本身照常。`,
  followUp: (ref: string, title: string, state: string, next: Temporal.PlainDate) =>
    `${ref}《${short(title, 24)}》该跟进了，现在“${state}”。有进展请记：督办结果 ${ref} …。下次${dayText(next)}。`,
  today: (ref: string, title: string, { what }: SupervisionStep, names: readonly string[]) =>
    `今天联合督办 ${ref}《${short(title, 24)}》：${what}${names.length > 0 ? `（${names.join('、')}）` : ''}。完了请记：督办结果 ${ref} …`,
  tomorrow: (ref: string, title: string, { what, on }: SupervisionStep) =>
    `明天（${dated(on)}）联合督办 ${ref}《${short(title, 24)}》：${what}。来不了请告诉牵头的代表。`,
  askResult: (ref: string, step: SupervisionStep) =>
    `${ref} ${dated(step.on)}的“${named(step)}”有结果吗？请记：督办结果 ${ref} …`,
}
