import type { ModelAuditEntry } from '../../../bot/model/audit.js'
import { MemoryBudget } from '../../../bot/model/budget.js'
import type { ModelSurroundings } from '../../../bot/model/openai.js'
import { parseMoment } from '../../../station/time/civil.js'

export interface Watched extends ModelSurroundings {
  budget: MemoryBudget
  entries: ModelAuditEntry[]
}

export const watched = (over: Partial<ModelSurroundings> = {}): Watched => {
  const entries: ModelAuditEntry[] = []
  return {
    budget: new MemoryBudget({ dayTokens: 100_000, stationTokens: 100_000 }),
    entries,
    record: (entry) => {
      entries.push(entry)
      return Promise.resolve()
    },
    mask: (text) => text,
    now: () => parseMoment('2026-11-23 09:00'),
    ...over,
  } as Watched
}
