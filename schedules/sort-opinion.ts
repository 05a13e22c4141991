import { SORT_JOB, setModelSorting } from '../commands/opinion/sort-by-model.js'
import { STAGES } from '../station/opinion/channels.js'
import { preparedJob } from './job.js'

/** Where a model is configured it is asked which category and which stage an opinion has; what a person said meanwhile stands. */
export const sortOpinionJob = preparedJob({
  name: SORT_JOB,
  graceMinutes: 24 * 60,
  slots: () => [],
  async prepare({ db, station, slot, services }) {
    const row = await db.opinion.findUniqueOrThrow({
      where: { stationId_no: { stationId: station.id, no: slot.payload?.no as number } },
      omit: { original: true },
    })
    const among = { labels: slot.payload?.labels as string[], stages: STAGES.map(({ label }) => label) }
    return services.sortOpinion(row.text, among, station.id)
  },
  run: (context, slot, sorted) => setModelSorting(context, slot.payload?.no as number, sorted),
})
