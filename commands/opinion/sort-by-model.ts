import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { lockOpinion, patchOpinion } from './opinion-row.js'

export const SORT_JOB = 'sort-opinion'

/** Asks for the model's opinion of the category once this transaction has committed; nothing without a model. */
export async function askModelToSort(
  { db, station, services, now }: StationContext,
  no: number,
  labels: readonly string[],
): Promise<void> {
  if (!services.hasModel) return
  await db.jobRun.create({
    data: {
      job: SORT_JOB,
      slot: `${station.id}:Y${no}`,
      stationId: station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: { no, labels: [...labels] },
    },
  })
}

/** A proposal like the classifier's: it teaches nothing, and never goes over what a person said. */
export async function setModelCategory(context: StationContext, no: number, category: string | null): Promise<void> {
  if (category === null) return
  const row = await lockOpinion(context.db, context.station.id, no)
  if (!row || row.categoryFixed || row.category === category) return
  const author = { change: context.change, now: context.now, speakerName: '助手' }
  await patchOpinion(author, row, { category }, '归类', `${row.category ?? '未归类'} → ${category}（模型建议）`)
}
