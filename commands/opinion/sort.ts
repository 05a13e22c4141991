import { STAGES } from '../../station/opinion/channels.js'
import { categoryBase, proposeCategory } from '../../station/opinion/classify.js'
import { categoriesWith } from '../../station/opinion/own-categories.js'
import { withoutPlace } from '../../station/opinion/place.js'
import { proposeStage, stageBase } from '../../station/opinion/stage.js'
import { type Triage, triage } from '../../station/opinion/triage.js'
import { soundsUrgent, urgencyBase } from '../../station/opinion/urgency.js'
import type { StationContext } from '../context.js'
import { saidOf } from './said-of.js'

export interface Sorted {
  category: string | null
  stage: string | null
  soundsUrgent: boolean
  triage: Triage
}

/** Learns what holds for every station, so that the first opinion need not wait for it: called before the bot is online. */
export function prepareSorting(): void {
  for (const learn of [categoryBase, stageBase, urgencyBase]) learn()
}

type SortingFor = Pick<StationContext, 'db' | 'station' | 'settings'>

/** Proposals only: what kind of matter it is, when it is heard, and whose it is; a person changes each in one word. */
export async function sort({ db, station, settings }: SortingFor, text: string, place?: string): Promise<Sorted> {
  const words = withoutPlace(text, place)
  const categories = categoriesWith(settings.categories)
  const said = await saidOf(db, station.id, categories)
  const proposal = proposeCategory(words, said.category, categories)
  const stage = proposeStage(words, said.stage)
  const { profession, focusTags } = station
  return {
    category: categories.find(({ id }) => id === proposal?.label)?.label ?? null,
    stage: STAGES.find(({ id }) => id === stage)?.label ?? null,
    soundsUrgent: soundsUrgent(words, said.urgency),
    triage: triage(text, proposal?.label ?? null, { profession, focusTags }),
  }
}
