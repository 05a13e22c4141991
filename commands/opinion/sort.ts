import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import { CATEGORIES } from '../../station/opinion/categories.js'
import { type Classifier, type Correction, trainClassifier } from '../../station/opinion/classify.js'
import { type Triage, triage } from '../../station/opinion/triage.js'

/** As many corrections as are learnt from: the newest. */
const LEARNT = 500

const trained = new Map<number, { key: string; classifier: Classifier }>()

/** What the station's staff corrected so far is learnt again only when there is more of it. */
async function classifierOf(db: Tx, stationId: number): Promise<Classifier> {
  const rows = await db.opinion.findMany({
    where: { stationId, categoryFixed: true },
    select: { no: true, text: true, category: true },
    orderBy: { no: 'desc' },
    take: LEARNT,
  })
  const key = rows.map(({ no, category }) => `${no}${category}`).join()
  const known = trained.get(stationId)
  if (known?.key === key) return known.classifier
  const corrections = rows.flatMap(({ text, category }): Correction[] => {
    const row = CATEGORIES.find(({ label }) => label === category)
    return row ? [{ text, category: row.id }] : []
  })
  const classifier = trainClassifier(corrections)
  trained.set(stationId, { key, classifier })
  return classifier
}

export interface Sorted {
  category: string | null
  triage: Triage
}

/** Proposals only: a category and whether the matter is the station's; a person changes either in one word. */
export async function sort(db: Tx, station: Station, text: string): Promise<Sorted> {
  const proposal = (await classifierOf(db, station.id)).propose(text)
  const { profession, focusTags } = station
  return {
    category: proposal?.category.label ?? null,
    triage: triage(text, proposal?.category.id ?? null, { profession, focusTags }),
  }
}
