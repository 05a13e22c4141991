import { fromImage } from '../../prisma/change.js'
import type { Activity, AuditEntry } from '../../prisma/generated/client.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { ACTIVITY_TYPES } from '../../station/activity/types.js'
import { momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { typeOf } from './facts.js'
import { head } from './phrases.js'

/** Columns whose change is worth telling, by the word people use. */
const COLUMNS: Readonly<Record<string, string>> = { title: '名称', place: '地点', startsAt: '时间', state: '状态' }

const fieldsOf = (activity: Activity) => {
  const own = typeOf(activity).fields
  const others = ACTIVITY_TYPES.flatMap(({ fields }) => fields).filter(
    ({ key }) => !own.some((field) => field.key === key),
  )
  return [...own, ...others.filter(({ key }, index) => others.findIndex((other) => other.key === key) === index)]
}

const toMinute = (at: Date) => momentOf(at).round({ smallestUnit: 'minute', roundingMode: 'floor' })

/** What the house calls its own doings, in the words of whoever reads them. */
const ACTIONS: Readonly<Record<string, string>> = {
  'activity-clock': '到时间',
  'activity-offer': '候补递补',
  answer: '答复',
}

const shown = (value: unknown): string =>
  value instanceof Date
    ? describe(momentOf(value))
    : value === null
      ? '未定'
      : (ACTIVITY_STATES[value as ActivityState]?.label ?? String(value))

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
      ...fieldsOf(after).flatMap(({ key, label, private: isPrivate }) => {
        const [old, now] = [before, after].map(({ details }) => (details as Record<string, string>)[key])
        if (old === now) return []
        // What only the author and the liaison officer read is not said aloud.
        return [isPrivate ? `${label}已改` : `${label}${old ? `由${old}` : ''}${old ? '改为' : '补上'}${now}`]
      }),
    ]
    return told.length > 0
      ? `H${after.no} 已更正：${told.join('，')}。时间不变（${describe(momentOf(after.startsAt))}）。改过的看“经过 H${after.no}”。`
      : `${head(after)} 本来就是这样，没有改动。`
  },
  history: (activity: Activity, entries: readonly AuditEntry[]) =>
    [
      `${head(activity)} 的经过：`,
      ...entries.map(
        (entry) =>
          `${describe(toMinute(entry.at))} ${entry.actorName} ${ACTIONS[entry.action] ?? entry.action}${changes(entry)}`,
      ),
    ].join('\n'),
}
