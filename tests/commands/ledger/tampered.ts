import type { Tx } from '../../../prisma/change.js'
import type { PrismaClient } from '../../../prisma/generated/client.js'

class RolledBack extends Error {}

/** What is found once that SQL has gone past every trigger; it is taken back afterwards. */
export async function tampered<T>(
  prisma: PrismaClient,
  sql: readonly string[],
  find: (tx: Tx) => Promise<T>,
): Promise<T> {
  let found: { value: T } | undefined
  await prisma
    .$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(`set local session_replication_role = replica`)
        for (const line of sql) await tx.$executeRawUnsafe(line)
        found = { value: await find(tx) }
        throw new RolledBack()
      },
      { timeout: 60_000, maxWait: 60_000 },
    )
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  return found!.value
}
