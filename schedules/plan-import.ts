import type { StationContext } from '../commands/context.js'
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
    const request = slot.payload as unknown as PlanImport
    const text = table.ok
      ? await importLines(context, cellsOf(table.value), request.year)
      : copy.notRead(tableFault(table.fault, '计划'))
    await answer(context, request, text)
  },
  slow: (context, slot) => answer(context, slot.payload as unknown as PlanImport, copy.reading),
})

function answer(
  context: StationContext,
  { roomId, personId }: Pick<PlanImport, 'roomId' | 'personId'>,
  text: string,
): Promise<void> {
  return roomId === null
    ? context.tell(personId, text, { urgent: true })
    : context.tellRoom(roomId, text, { urgent: true })
}
