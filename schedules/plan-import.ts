import { tableFault } from '../commands/people/import-copy.js'
import { copy } from '../commands/plan/copy.js'
import { importLines, PLAN_IMPORT_JOB, type PlanImport } from '../commands/plan/import.js'
import { cellsOf } from '../station/plan/read-plan-table.js'
import { preparedJob } from './job.js'

/** Reads the table of a plan outside the transaction, then adds its lines. */
export const planImport = preparedJob({
  name: PLAN_IMPORT_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ slot, services }) {
    const { file } = slot.payload as unknown as PlanImport
    return services.press.table(await services.files.read(file.path))
  },
  async run(context, slot, table) {
    const { roomId, personId, year } = slot.payload as unknown as PlanImport
    const text = table.ok
      ? await importLines(context, cellsOf(table.value), year)
      : copy.notRead(tableFault(table.fault, '计划'))
    const options = { urgent: true }
    await (roomId === null ? context.tell(personId, text, options) : context.tellRoom(roomId, text, options))
  },
})
