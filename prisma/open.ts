import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/client.js'
import { migrate } from './migrate.js'
import { memoryPglite, type OpenPool, openPglite } from './pglite.js'
import { openServer } from './server.js'

/** Where the rows are: a server's address, a directory of this machine, or this process's memory. The first given wins. */
export interface StorePlace {
  url?: string | undefined
  dir?: string | undefined
  memory?: boolean | undefined
}

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
  const { pool, close } = await openPool(place)
  try {
    const applied = await migrate(pool)
    const prisma = new PrismaClient({
      adapter: new PrismaPg(pool),
      transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    })
    let closing: Promise<void> | undefined
    return {
      prisma,
      pool,
      kind: place.url ? 'server' : 'embedded',
      applied,
      close: () => {
        closing ??= prisma.$disconnect().then(close)
        return closing
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The bare store, its migrations untouched: for moving rows. @throws StoreError */
export function openPool({ url, dir, memory }: StorePlace): Promise<OpenPool> {
  if (url) return openServer(url)
  if (dir) return openPglite(path.resolve(dir))
  if (memory) return memoryPglite()
  throw new TypeError('a store needs url, dir or memory')
}
