import { fromImage } from '../../prisma/change.js'
import type { Activity, AuditEntry } from '../../prisma/generated/client.js'
import { momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { head } from './phrases.js'

/** Columns whose change is worth telling, by the word people use. */
const COLUMNS: Readonly<Record<string, string>> = { title: '名称', place: '地点', startsAt: '时间' }

const shown = (value: unknown): string =>
  value instanceof Date ? describe(momentOf(value)) : value === null ? '未定' : String(value)

function changes({ before, after }: AuditEntry): string {
  if (before === null) return ''
  const [old, now] = [fromImage(before), fromImage(after)] as Record<string, unknown>[]
  const told = Object.entries(COLUMNS).flatMap(([column, label]) =>
    column in old! ? [`${label}由${shown(old![column])}改为${shown(now![column])}`] : [],
  )
  return told.length > 0 ? `：${told.join('，')}` : ''
}

export const copy = {
  correctWhat: ({ no }: Activity) =>
    `要更正 H${no} 的哪一项？例：更正 H${no} 地点 夫子庙广场；更正 H${no} 名称 健康义诊`,
  corrected: (before: Activity, after: Activity) => {
    const told = [
      ...(before.title === after.title ? [] : [`名称由“${before.title}”改为“${after.title}”`]),
      ...(before.place === after.place ? [] : [`地点由${before.place ?? '未定'}改为${after.place}`]),
    ]
    return told.length > 0
      ? `H${after.no} 已更正：${told.join('，')}。时间不变（${describe(momentOf(after.startsAt))}）。改过的看“经过 H${after.no}”。`
      : `${head(after)} 本来就是这样，没有改动。`
  },
  history: (activity: Activity, entries: readonly AuditEntry[]) =>
    [
      `${head(activity)} 的经过：`,
      ...entries.map((entry) => `${describe(momentOf(entry.at))} ${entry.actorName} ${entry.action}${changes(entry)}`),
    ].join('\n'),
}
