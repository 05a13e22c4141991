import type { BOOKS } from '../../../station/ledger/books.js'
import { loadActivities } from './activities.js'
import { loadCorrections } from './corrections.js'
import { loadDecisions } from './decisions.js'
import { loadDutyFiles } from './duty-file.js'
import type { BookLoader } from './input.js'
import { loadOpinions } from './opinions.js'
import { loadPlan } from './plan.js'
import { loadReceptions } from './receptions.js'
import { loadResearch } from './research.js'
import { loadRoster } from './roster.js'
import { loadRotation } from './rotation.js'
import { loadRules } from './rules.js'
import { loadStandards } from './standards.js'
import { loadSuggestions } from './suggestions.js'

/** Who fills which book. */
export const LOADERS: Readonly<Record<(typeof BOOKS)[number]['key'], BookLoader>> = {
  roster: loadRoster,
  plan: loadPlan,
  activities: loadActivities,
  receptions: loadReceptions,
  opinions: loadOpinions,
  suggestions: loadSuggestions,
  research: loadResearch,
  rotation: loadRotation,
  decisions: loadDecisions,
  dutyFile: loadDutyFiles,
  rules: loadRules,
  standards: loadStandards,
  corrections: loadCorrections,
}
