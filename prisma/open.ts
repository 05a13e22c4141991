import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/client.js'
import { migratedPglite } from './memory-store.js'
import { migrate } from './migrate.js'
import { openPool, type StorePlace } from './open-pool.js'
import { statementNames } from './statement-names.js'

export interface Store {
  prisma: PrismaClient
  /** For what Prisma cannot say. On the embedded store it holds one client: never wait for it inside a transaction. */
  pool: pg.Pool
  kind: 'embedded' | 'server'
  /** Migrations applied by this opening. */
  applied: string[]
  /** Waits for what is under way. A second call is the first one's. */
  close(): Promise<void>
}

/** Opens, brings up to date, and hands over. @throws StoreError */
export async function openStore(place: StorePlace): Promise<Store> {
  const isPassing = place.memory === true && !place.url && !place.dir
  const { pool, close } = await (isPassing ? migratedPglite() : openPool(place))
  try {
    const applied = await migrate(pool)
    const prisma = new PrismaClient({
      adapter: new PrismaPg(pool, place.url ? {} : { statementNameGenerator: statementNames() }),
      transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    })
    let closing: Promise<void> | undefined
    return {
      prisma,
      pool,
      kind: place.url ? 'server' : 'embedded',
      applied,
      close: () => {
        closing ??= drain(pool)
          .then(() => prisma.$disconnect())
          .then(close)
        return closing
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A pool that ends forgets those who wait for a client: their queries would never be answered. */
async function drain(pool: pg.Pool): Promise<void> {
  while (pool.waitingCount > 0) await pool.query('select') // served after all who wait now
}
