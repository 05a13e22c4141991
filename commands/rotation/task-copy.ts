import type { Activity } from '../../prisma/generated/client.js'
import type { ShiftState } from '../../station/duty/book.js'
import { startOf } from '../../station/duty/shift-time.js'
import { STAFF_STEP_IN_AFTER_HOURS } from '../../station/rotation/convenor-first.js'
import { momentOf } from '../../station/time/civil.js'
import { describe, describeDay } from '../../station/time/describe.js'

const LATER = `${STAFF_STEP_IN_AFTER_HOURS}小时未办将转联络员。`
const month = (key: string): string => `${Number(key.slice(5, 7))}月`

/** What is asked of the convenor first, and of staff only after 48 hours. */
export const copy = {
  ask: (what: string, line: string) => `${what}。请您回“${line}”。${LATER}`,
  stepIn: (what: string, line: string, name: string) =>
    `${what}，${STAFF_STEP_IN_AFTER_HOURS}小时前已请${name}办，还没有结果。请您跟进，回“${line}”。`,
  leader: { 召集人: '轮值召集人', 站长: '站长' } as Readonly<Record<string, string>>,

  planLine: (key: string) => `排班 ${month(key)}`,
  confirmLine: (key: string) => `确认排班 ${month(key)}`,
  announceLine: (key: string) => `公告 ${month(key)}`,
  fillLine: (no: number) => `调整 D${no} 空 某某`,

  gap: (key: string) => `${month(key)}尚未排接待`,
  askGap: (key: string) => `${month(key)}尚未排接待。回“排班 ${month(key)}”自动生成。${LATER}`,
  unconfirmed: (key: string) => `${month(key)}接待排班还是草案`,
  unannounced: (key: string) => `${month(key)}接待还没有公告（要提前3天）`,
  vacancy: ({ shift }: ShiftState, daysLeft: number) =>
    `D${shift.no}（${describeDay(startOf(shift))}）还缺人，只剩${daysLeft}天`,
  receptionOpen: (no: number) => `D${no} 接待已结束，还没有小结`,
  draft: (no: number, title: string, by: string) => `草案${no}“${title}”（${by}提）待审核`,
  noticeDue: ({ no, title }: Activity) => `H${no} ${title} 需发通知`,
  summaryDue: (no: number, title: string) => `H${no} ${title} 已结束，小结还没有发布`,

  notice: ({ no, title, startsAt }: Activity) =>
    `H${no} ${title}（${describe(momentOf(startsAt))}）需发通知，回“发”。${STAFF_STEP_IN_AFTER_HOURS}小时未回将转联络员。`,
  mention: (name: string, title: string, text: string) => `@${name}（${title}）${text}`,
}
