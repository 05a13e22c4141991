import type { Suggestion } from '../../prisma/generated/client.js'
import { readStatutoryClock, type StatutoryClock } from '../../station/suggestion/clock.js'
import { countNames } from '../../station/suggestion/cosigners.js'
import { SUGGESTION_STATES, type SuggestionState } from '../../station/suggestion/states.js'
import { Temporal } from '../../station/time/civil.js'
import { dayText, short } from '../opinion/copy.js'
import { ruleText } from './copy.js'
import { paperOf } from './row.js'

const label = ({ state }: Suggestion): string => SUGGESTION_STATES[state as SuggestionState].label
const SHOWN = 5

export const stepsCopy = {
  returned: (row: Suggestion, unit: string | null, suggested: string | undefined, workdays: number) =>
    `J${row.no} ${unit ?? '承办单位'}退办（第${row.hops}次，交办后${workdays}个工作日内可退，地方规定）。请改派：改派 J${row.no} ${suggested ?? '承办单位'}`,
  escalated: (row: Suggestion) => `J${row.no}《${short(row.title, 24)}》已被退办${row.hops}次，请协调明确承办单位。`,
  tracked: (row: Suggestion) => `J${row.no} 跟踪办理，${row.promisedOn}再问是否办成。提前办成请发：兑现 J${row.no}`,
  taken: (row: Suggestion, clock: StatutoryClock | null) =>
    `J${row.no} 现在是“${label(row)}”${clock ? `，${dayText(clock.dueOn)}前再答复（${ruleText(clock.rule)}）` : ''}。回“J${row.no}”看全件。`,
  flagged: (no: number, name: string) => `J${no} 已标“${name}”。`,
  togetherUsage: (no: number) => `请写并到哪一件。例：并案 J${no} J5`,
  together: (no: number, other: number) => `J${no} 与 J${other} 并案办理；答复仍要分别给每一位代表。`,
  motion: (row: Suggestion) => {
    const { names, needed, missing } = countNames(paperOf(row))
    return `J${row.no} 已标议案素材：${row.level}级议案需${needed}人联名（组织法第二十二条），现${names}人，还差${missing}人。议案在大会期间按程序提出，本站只存素材。`
  },
  overdue: (rows: readonly { row: Suggestion; clock: StatutoryClock | null }[], today: Temporal.PlainDate) => {
    const read = rows
      .flatMap(({ row, clock }) => (clock ? [{ row, clock, reading: readStatutoryClock(clock, today) }] : []))
      .filter(({ reading }) => reading.colour !== 'green')
      .sort((a, b) => a.reading.leftDays - b.reading.leftDays)
    if (read.length === 0) return '没有超期或30天内到期的建议。'
    return [
      `超期${read.filter(({ reading }) => reading.leftDays < 0).length}件，30天内到期${read.filter(({ reading }) => reading.leftDays >= 0).length}件：`,
      ...read
        .slice(0, SHOWN - 1)
        .map(
          ({ row, clock, reading }) =>
            `J${row.no} ${row.unit ?? '承办单位待定'} ${reading.leftDays < 0 ? `超${-reading.leftDays}天` : `还有${reading.leftDays}天`}（${dayText(clock.dueOn)}，${ruleText(clock.rule)}）`,
        ),
      ...(read.length >= SHOWN ? [`还有${read.length - SHOWN + 1}件，回编号看。`] : []),
    ].join('\n')
  },
  askPromise: (row: Suggestion) =>
    `J${row.no}《${short(row.title, 24)}》答复承诺的日子（${dayText(Temporal.PlainDate.from(row.promisedOn!))}）到了，办成了吗？回“办成 J${row.no}”或“未办成 J${row.no} 情况”。`,
}
