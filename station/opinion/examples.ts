import civilAffairs from './examples/civil-affairs.js'
import commerceTourism from './examples/commerce-tourism.js'
import construction from './examples/construction.js'
import discipline from './examples/discipline.js'
import economy from './examples/economy.js'
import education from './examples/education.js'
import environment from './examples/environment.js'
import health from './examples/health.js'
import labour from './examples/labour.js'
import land from './examples/land.js'
import law from './examples/law.js'
import partyGovernment from './examples/party-government.js'
import rural from './examples/rural.js'
import technology from './examples/technology.js'
import transport from './examples/transport.js'

const EXAMPLES: Readonly<Record<string, string>> = {
  construction: construction,
  'party-government': partyGovernment,
  land: land,
  environment: environment,
  discipline: discipline,
  transport: transport,
  economy: economy,
  technology: technology,
  'civil-affairs': civilAffairs,
  rural: rural,
  'commerce-tourism': commerceTourism,
  health: health,
  law: law,
  education: education,
  labour: labour,
}

/** Opinions written for this project and sorted by hand: what the classifier reads beside the seed words. */
export const examplesOf = (category: string): readonly string[] =>
  (EXAMPLES[category] ?? '').trim().split('\n').filter(Boolean)
