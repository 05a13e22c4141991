import type { FileShelf, Services } from '../commands/context.js'
import type { PrismaClient } from '../prisma/generated/client.js'
import type { Sealer } from '../prisma/sealing.js'
import { mask } from '../station/privacy/mask.js'
import { ChannelError, type ChatPort } from './chat/port.js'
import type { Clock } from './clock.js'
import { noModel } from './model/no-model.js'
import { openModel } from './model/openai.js'
import { phraseSummary } from './model/phrase-summary.js'
import type { ModelPort } from './model/port.js'
import { proposer } from './model/propose-line.js'
import { sortOpinion } from './model/sort-opinion.js'
import { StoreBudget } from './model/store-budget.js'
import { storeRecord } from './model/store-record.js'
import { press } from './press/press.js'
import type { Settings } from './settings.js'

/** For all parts of one summary together. */
const PHRASE_DEADLINE_MS = 45_000

/** What a day may cost, in tokens. */
const BUDGET = { dayTokens: 400_000, stationTokens: 100_000 }

const masked = (text: string): string => mask(text).text

export function modelFrom(settings: Settings, clock: Clock, prisma: PrismaClient): ModelPort {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model, OPENAI_FORMAT: format } = settings
  return openModel(apiKey ? { apiKey, baseURL, model, format, limitField: 'max_tokens' } : null, {
    budget: new StoreBudget(prisma, BUDGET),
    record: storeRecord(prisma, masked),
    mask: masked,
    now: () => clock.now(),
  })
}

/** What the house lends to commands and jobs. */
export function servicesOf(
  sealer: Sealer,
  model: ModelPort,
  files: FileShelf,
  chat: ChatPort,
  feeds: Pick<Services, 'newSecret' | 'feedUrl'>,
): Services {
  return {
    seal: (text, scope) => sealer.seal(text, scope),
    unseal: (bytes, scope) => sealer.unseal(bytes, scope),
    stamp: (text) => sealer.stamp(text),
    hasModel: model.name !== noModel.name,
    sortOpinion: (text, among, stationId) => sortOpinion(model, text, among, stationId),
    phrase: (records, { id, roster }) =>
      phraseSummary(model, records, { stationId: id, roster, deadlineMs: PHRASE_DEADLINE_MS }),
    propose: proposer(model),
    press,
    files,
    ...feeds,
    download: (messageId) => download(chat, messageId),
  }
}

async function download(chat: ChatPort, messageId: string) {
  try {
    return await chat.download(messageId)
  } catch (error) {
    if (error instanceof ChannelError && error.outcome === 'refused') return null
    throw error
  }
}
