import type { PrismaClient } from '../../prisma/generated/client.js'
import { mask } from '../../station/privacy/mask.js'
import type { Clock } from '../clock.js'
import type { Settings } from '../settings.js'
import { openModel } from './openai.js'
import type { ModelPort } from './port.js'
import { StoreBudget } from './store-budget.js'
import { storeRecord } from './store-record.js'

/** What a day may cost, in tokens. */
const BUDGET = { dayTokens: 400_000, stationTokens: 100_000 }

const masked = (text: string): string => mask(text).text

/** The model that the settings name; none without a key. */
export function modelFrom(settings: Settings, clock: Clock, prisma: PrismaClient): ModelPort {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model, OPENAI_FORMAT: format } = settings
  return openModel(apiKey ? { apiKey, baseURL, model, format, limitField: 'max_tokens' } : null, {
    budget: new StoreBudget(prisma, BUDGET),
    record: storeRecord(prisma, masked),
    mask: masked,
    now: () => clock.now(),
  })
}
