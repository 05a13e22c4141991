import { expect, it } from 'vitest'
import { LEASE_MS, Lease } from '../../bot/lease.js'
import { eachStore } from '../prisma/servers.js'

eachStore('one process holds an account', (store) => {
  it('given one holder, then another takes over only after its heartbeats have stopped, within 30 s', async () => {
    let nowMs = 1_000_000
    const now = () => nowMs
    const first = new Lease(store().prisma, 'account', now, 'first')
    const second = new Lease(store().prisma, 'account', now, 'second')
    expect(await first.take()).toBe(true)
    expect(await second.take()).toBe(false)
    nowMs += LEASE_MS - 1
    expect(await first.take()).toBe(true)
    nowMs += LEASE_MS - 1
    expect(await second.take()).toBe(false)
    nowMs += 2
    expect(await second.take()).toBe(true)
    expect(await first.take()).toBe(false)
    expect(LEASE_MS).toBeLessThan(30_000)
    await second.release()
    expect(await first.take()).toBe(true)
    await first.release()
  })

  it('given two who ask at the same moment, then one gets it', async () => {
    const leases = ['a', 'b', 'c', 'd'].map((holder) => new Lease(store().prisma, 'race', () => 5, holder))
    const taken = await Promise.all(leases.map((lease) => lease.take()))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })
})
