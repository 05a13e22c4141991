import { hostname } from 'node:os'
import type { PrismaClient } from '../prisma/generated/client.js'

/** A standby takes over this long after the last heartbeat of the holder. */
export const LEASE_MS = 25_000
export const HEARTBEAT_MS = 8_000

/**
 * One process at a time holds an account, because one token has one event stream. The row is the only coordinator; time is
 * the wall's, since both processes must mean the same by it.
 */
export class Lease {
  readonly holder: string

  constructor(
    readonly prisma: PrismaClient,
    readonly name: string,
    readonly nowMs: () => number,
    holder = `${hostname()}:${process.pid}`,
  ) {
    this.holder = holder
  }

  /** Takes or renews it; false while another holds it. */
  async take(): Promise<boolean> {
    const now = new Date(this.nowMs())
    const expiresAt = new Date(this.nowMs() + LEASE_MS)
    const { name, holder } = this
    const renewed = await this.prisma.lease.updateMany({
      where: { name, OR: [{ holder }, { expiresAt: { lt: now } }] },
      data: { holder, expiresAt },
    })
    if (renewed.count > 0) return true
    const made = await this.prisma.lease.createMany({ data: [{ name, holder, expiresAt }], skipDuplicates: true })
    return made.count > 0
  }

  /** Takes it whoever held it: for a store that only one process can have open, so that its last holder must be dead. */
  async seize(): Promise<void> {
    const { name, holder } = this
    const expiresAt = new Date(this.nowMs() + LEASE_MS)
    await this.prisma.lease.upsert({
      where: { name },
      create: { name, holder, expiresAt },
      update: { holder, expiresAt },
    })
  }

  async release(): Promise<void> {
    await this.prisma.lease.deleteMany({ where: { name: this.name, holder: this.holder } })
  }
}
