import { addPlanItem, type PlanItem, type PlanRefusal } from '../../station/plan/plan-item.js'
import { namesAPeriod } from '../../station/plan/read-period.js'
import { readPlanTable } from '../../station/plan/read-plan-table.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, StationContext, StoredFile } from '../context.js'
import { copy } from './copy.js'
import { planItems } from './load.js'

export const PLAN_IMPORT_JOB = 'plan-import'
/** More lines than a plan can have are some other list. */
const MOST_LINES = 60
const KNOWN_FILES = /\.(?:xlsx|csv|txt)$/i

/** These alone begin a line of a plan even without a space: 3月慰问. 年底再说 is talk. */
const SURE = /\d{1,2}\s*月|季度|全年/

/** What the job is asked: the table just received. */
export interface PlanImport {
  file: StoredFile
  year: number | null
  roomId: string | null
  personId: number
}

export const importPlanCommand = command({
  name: '导入计划',
  aliases: ['导入年度计划', '计划导入'],
  summary: '用表格或多行文字导入年度计划',
  args: { year: optional(count('年份', '2027', /(20\d{2})\s*年?/)) },
  who: LEADING,
  changes: true,
  examples: ['导入计划', '导入计划 2027'],
  run: (context, { year }) =>
    context.ask({
      kind: 'plan-import',
      payload: { year: year ?? null },
      text: copy.importAsked(year),
      openMinutes: 60,
    }),
  answers: { 'plan-import': planTable() },
})

function planTable(): AnswerHandler<'text' | 'file'> {
  return {
    // Several lines, each a month and something to do: nothing else anybody says looks like that.
    accepts: (folded) => {
      const lines = folded.split('\n').filter((line) => line.trim() !== '')
      const dated = lines.filter((line) => SURE.test(line) || (namesAPeriod(line) && /\S\s+\S/.test(line.trim())))
      return lines.length > 0 && lines.length <= MOST_LINES && dated.length === lines.length ? 'text' : undefined
    },
    acceptsFile: ({ name }) => (KNOWN_FILES.test(name) ? 'file' : undefined),
    async run(context, payload) {
      const year = payload.year as number | null
      if (!context.file) {
        const lines = context.message.kept.split(/\r?\n/).map((line) => [line])
        return context.say(await importLines(context, lines, year))
      }
      const { db, station, now, message, roomId, speaker, file } = context
      const asked: PlanImport = { file, year, roomId, personId: speaker.personId }
      await db.jobRun.create({
        data: {
          job: PLAN_IMPORT_JOB,
          slot: `asked:${message.seq}`,
          stationId: station.id,
          dueAt: dateOf(now),
          outcome: 'requested',
          payload: asked as unknown as object,
        },
      })
    },
  }
}

/** Adds what is new, and says line by line what was left out; the same table twice adds nothing. */
export async function importLines(
  { db, station, change, now }: StationContext,
  cells: readonly (readonly string[])[],
  year: number | null,
): Promise<string> {
  await db.$queryRaw`SELECT id FROM "Station" WHERE id = ${station.id} FOR UPDATE`
  let items: PlanItem[] = await planItems(db, station.id)
  const added: PlanItem[] = []
  const left: { line: string; code: PlanRefusal['code'] | 'unread' }[] = []
  const rows = readPlanTable(cells, now.toPlainDate(), year ?? undefined)
  if (rows.length > MOST_LINES) return copy.tooManyLines(rows.length, MOST_LINES)
  for (const { line, words } of rows) {
    const made = line ? addPlanItem(items, line, now) : null
    if (!made?.ok) {
      left.push({ line: line?.title ?? words, code: made?.error.code ?? 'unread' })
      continue
    }
    const { no, title, period, targetCount, owner } = made.value
    await change.create('PlanItem', {
      stationId: station.id,
      no,
      title,
      period: { ...period },
      targetCount,
      ownerName: owner,
    })
    items = [...items, made.value]
    added.push(made.value)
  }
  return copy.imported(added, left)
}
