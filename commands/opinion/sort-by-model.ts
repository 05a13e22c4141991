import { dateOf } from '../../station/time/civil.js'
import type { ModelSorted, StationContext } from '../context.js'
import { lockOpinion, patchOpinion } from './opinion-row.js'

export const SORT_JOB = 'sort-opinion'

/** Asks for the model's opinion of category and stage once this transaction has committed; nothing without a model. */
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

/** Proposals like the classifier's: they teach nothing, and never go over what a person said. */
export async function setModelSorting(context: StationContext, no: number, sorted: ModelSorted): Promise<void> {
  const row = await lockOpinion(context.db, context.station.id, no)
  if (!row) return
  const category = row.categoryFixed ? null : sorted.category
  const stage = row.stageFixed ? null : sorted.stage
  const patch = {
    ...(category && category !== row.category && { category }),
    ...(stage && stage !== row.stage && { stage }),
  }
  const said = [
    patch.category && `${row.category ?? '未归类'} → ${patch.category}`,
    patch.stage && `环节 ${row.stage ?? '未定'} → ${patch.stage}`,
  ].filter(Boolean)
  if (said.length === 0) return
  const author = { change: context.change, now: context.now, speakerName: '助手' }
  await patchOpinion(author, row, patch, '归类', `${said.join('，')}（模型建议）`)
}
