import type { Prisma, PrismaClient } from '../../prisma/generated/client.js'
import { dateOf } from '../../station/time/civil.js'
import type { ModelRecord } from './audit.js'

/** Every asking and every answer as a row, in the words that were sent; what came back is masked before it is kept. */
export const storeRecord =
  (prisma: PrismaClient, mask: (text: string) => string): ModelRecord =>
  async (entry) => {
    const { at, purpose, stationId, model, round, step } = entry
    const about = { at: dateOf(at), purpose, stationId, model, round, step }
    await prisma.modelCall.create({
      data:
        entry.step === 'asked'
          ? {
              ...about,
              messages: entry.messages as unknown as Prisma.InputJsonArray,
              reservedTokens: entry.reservedTokens,
            }
          : {
              ...about,
              outcome: entry.outcome,
              text: entry.text === null ? null : mask(entry.text),
              detail: entry.detail === null ? null : mask(entry.detail),
              promptTokens: entry.tokens?.prompt ?? null,
              completionTokens: entry.tokens?.completion ?? null,
            },
    })
  }
