import process from 'node:process'
import { afterEach, expect, test } from 'vitest'
import { openStore } from '../../prisma/open.js'
import { kinds } from './servers.js'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const instants = ['2026-11-23T01:00:00.000Z', '2026-12-31T16:00:00.123Z', '1999-12-31T23:59:59.999Z'].map(
  (text) => new Date(text),
)

for (const { kind, make } of kinds) {
  test.each(['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu'])(
    `an instant written with the process in one zone is the same instant when read (${kind}, %s)`,
    async (tz) => {
      process.env.TZ = tz
      expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(0) // the zone did take effect
      const { place, remove } = await make()
      const { prisma, pool, close } = await openStore(place)
      for (const [index, arrivedAt] of instants.entries()) {
        await prisma.inboxMessage.create({ data: { messageId: `m${index}`, arrivedAt } })
      }
      const read = await prisma.inboxMessage.findMany({ orderBy: { seq: 'asc' } })
      expect(read.map(({ arrivedAt }) => arrivedAt)).toEqual(instants)
      const { rows } = await pool.query<{ at: Date; text: string }>(
        'select "arrivedAt" as at, "arrivedAt"::text as text from "InboxMessage" order by seq',
      )
      expect(rows.map(({ at }) => at)).toEqual(instants)
      expect(rows[0]!.text).toBe('2026-11-23 01:00:00+00')
      await close()
      await remove()
    },
  )
}
