import { SORT_JOB, setModelCategory } from '../commands/opinion/sort-by-model.js'
import { preparedJob } from './job.js'

/** Where a model is configured it is asked which category an opinion has; what a person said meanwhile stands. */
export const sortOpinionJob = preparedJob({
  name: SORT_JOB,
  graceMinutes: 24 * 60,
  slots: () => [],
  async prepare({ db, station, slot, services }) {
    const row = await db.opinion.findUniqueOrThrow({
      where: { stationId_no: { stationId: station.id, no: slot.payload?.no as number } },
      omit: { original: true },
    })
    return services.sortOpinion(row.text, slot.payload?.labels as string[], station.id)
  },
  run: (context, slot, category) => setModelCategory(context, slot.payload?.no as number, category),
})
