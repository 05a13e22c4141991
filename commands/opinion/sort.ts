import type { Tx } from '../../prisma/change.js'
import type { Category } from '../../station/opinion/categories.js'
import { type Classifier, type Correction, trainClassifier } from '../../station/opinion/classify.js'
import { categoriesWith } from '../../station/opinion/own-categories.js'
import { type Triage, triage } from '../../station/opinion/triage.js'
import type { StationContext } from '../context.js'

/** As many corrections as are learnt from: the newest. */
const LEARNT = 500

const trained = new Map<number, { key: string; classifier: Classifier }>()

/** What the station's staff corrected so far is learnt again only when there is more of it. */
async function classifierOf(db: Tx, stationId: number, categories: readonly Category[]): Promise<Classifier> {
  const [{ key }] = await db.$queryRaw<[{ key: string }]>`
    SELECT coalesce(md5(string_agg(no::text || category, ',' ORDER BY no)), '') AS key FROM (
      SELECT no, category FROM "Opinion" WHERE "stationId" = ${stationId} AND "categoryFixed"
      ORDER BY no DESC LIMIT ${LEARNT}) AS newest`
  const wanted = `${key} ${categories.map(({ id, seeds }) => `${id}${seeds.length}`).join()}`
  const known = trained.get(stationId)
  if (known?.key === wanted) return known.classifier
  const rows = await db.opinion.findMany({
    where: { stationId, categoryFixed: true },
    select: { text: true, category: true },
    orderBy: { no: 'desc' },
    take: LEARNT,
  })
  const corrections = rows.flatMap(({ text, category }): Correction[] => {
    const row = categories.find(({ label }) => label === category)
    return row ? [{ text, category: row.id }] : []
  })
  const classifier = trainClassifier(corrections, categories)
  trained.set(stationId, { key: wanted, classifier })
  return classifier
}

export interface Sorted {
  category: string | null
  triage: Triage
}

type SortingFor = Pick<StationContext, 'db' | 'station' | 'settings'>

/** Proposals only: a category and whether the matter is the station's; a person changes either in one word. */
export async function sort({ db, station, settings }: SortingFor, text: string): Promise<Sorted> {
  const proposal = (await classifierOf(db, station.id, categoriesWith(settings.categories))).propose(text)
  const { profession, focusTags } = station
  return {
    category: proposal?.category.label ?? null,
    triage: triage(text, proposal?.category.id ?? null, { profession, focusTags }),
  }
}
