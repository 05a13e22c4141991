import { createHash } from 'node:crypto'
import type { Tx } from '../prisma/change.js'

interface Said {
  seq: number
  roomId: string | null
  accountId: string
  sentAtMs: number
}

/** Some gateways deliver one message twice under two ids; both carry the moment it was written. */
export async function isRepeated(db: Tx, said: Said, folded: string): Promise<boolean> {
  const { roomId, accountId, sentAtMs, seq } = said
  const key = createHash('sha256')
    .update(JSON.stringify([roomId, accountId, sentAtMs, folded]))
    .digest('hex')
  const taken =
    await db.$executeRaw`INSERT INTO "CommandOnce" (key, seq) VALUES (${key}, ${seq}) ON CONFLICT DO NOTHING`
  if (taken > 0) return false
  const first = await db.commandOnce.findUniqueOrThrow({ where: { key } })
  return first.seq !== seq
}
