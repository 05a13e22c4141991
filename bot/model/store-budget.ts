import type { PrismaClient } from '../../prisma/generated/client.js'
import { retrying } from '../../prisma/retrying.js'
import type { BudgetLimits, ModelBudget, Reservation } from './budget.js'

/** The allowance of all stations together; a station's own is kept under its number. */
const ALL = 'all'

class Exceeded extends Error {}

/**
 * Allowance kept in the store: a restart or a second process does not bring a new one. The row of all stations is always
 * taken first, so two askers wait for each other and never crosswise.
 */
export class StoreBudget implements ModelBudget {
  constructor(
    readonly prisma: PrismaClient,
    readonly limits: BudgetLimits,
  ) {}

  async reserve({ day, stationId, tokens }: Reservation): Promise<boolean> {
    try {
      await retrying(() =>
        this.prisma.$transaction(async (tx) => {
          for (const [scope, limit] of this.#scopes(stationId)) {
            const taken =
              tokens > limit
                ? 0
                : await tx.$executeRaw`
                    INSERT INTO "ModelAllowance" (day, scope, tokens) VALUES (${day}, ${scope}, ${tokens})
                    ON CONFLICT (day, scope) DO UPDATE SET tokens = "ModelAllowance".tokens + ${tokens}
                    WHERE "ModelAllowance".tokens + ${tokens} <= ${limit}`
            if (taken === 0) throw new Exceeded()
          }
        }),
      )
      return true
    } catch (error) {
      if (error instanceof Exceeded) return false
      throw error
    }
  }

  async settle({ day, stationId, tokens }: Reservation, usedTokens: number): Promise<void> {
    await retrying(() =>
      this.prisma.$transaction(async (tx) => {
        for (const [scope] of this.#scopes(stationId))
          await tx.modelAllowance.update({
            where: { day_scope: { day, scope } },
            data: { tokens: { increment: usedTokens - tokens } },
          })
      }),
    )
  }

  #scopes(stationId: number | null): readonly (readonly [scope: string, limit: number])[] {
    return [
      [ALL, this.limits.dayTokens],
      [stationId === null ? 'house' : String(stationId), this.limits.stationTokens],
    ]
  }
}
