import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealMonth } from '../../../commands/ledger/seal/seal-month.js'
import { sealedRowsOf } from '../../../commands/ledger/seal/sealed-rows.js'
import { verifyMonth } from '../../../commands/ledger/seal/verify-month.js'
import { verifyOpen } from '../../../commands/ledger/seal/verify-open.js'
import type { Tx } from '../../../prisma/change.js'
import type { Station } from '../../../prisma/generated/client.js'
import { Prisma } from '../../../prisma/generated/client.js'
import { keepFile } from '../../../schedules/keep-file.js'
import { monthSpan } from '../../../station/ledger/span.js'
import { parseMoment } from '../../../station/time/civil.js'
import { seeded } from '../../prisma/seeded.js'
import { parseTranscript } from '../../replay/parse.js'
import { replay } from '../../replay/run.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'
import { recordMonths } from './records.js'
import { tampered } from './tampered.js'
import { within, writtenByStaff } from './written-by-staff.js'

const NOW = parseMoment('2026-05-28 08:10')
const TRIES = 40

describe('a month that is not sealed yet', () => {
  const theatre = useTheatre()
  let stage: Stage
  let station: Station
  beforeEach(async () => {
    stage = await theatre.stage()
  })

  const context = (tx: Tx, changeId: string) => writtenByStaff(tx, stage, station, NOW, changeId)
  async function recorded() {
    await stage.load(['秦淮医疗'])
    station = await stage.prisma.station.findFirstOrThrow()
    await within(stage, (tx) => recordMonths(context(tx, 'records'), seeded(5), { year: 2026, months: [4, 5] }))
  }
  const foundAfter = (sql: readonly string[]) =>
    tampered(
      stage.prisma,
      sql,
      async (tx) => (await verifyOpen({ db: tx, services: stage.services }, station.id, '2026-05')).findings,
    )

  test('is held against the history row by row: what was changed, taken out or slipped in by SQL is named', async () => {
    await recorded()
    const { findings, rows } = await within(stage, (tx) =>
      verifyOpen({ db: tx, services: stage.services }, station.id, '2026-05'),
    )
    expect(findings).toEqual([])
    expect(rows).toBeGreaterThan(30)
    const images = await within(stage, (tx) =>
      sealedRowsOf({ db: tx, stationId: station.id, span: monthSpan(2026, 5), auditIds: { gt: 0, lte: 0 } }),
    )
    const touched = images.filter(({ model }) => !['Person', 'Membership', 'ConvenorTurn'].includes(model))
    const chance = seeded(9)
    for (let tried = 0; tried < TRIES; tried++) {
      const { model, rowId, columns } = touched[Math.floor(chance() * touched.length)]!
      const column = Object.keys(columns).find(
        (name) => /^"/.test(columns[name]!) && !['state', 'original'].includes(name),
      )
      if (column === undefined) continue
      const found = await foundAfter([`update "${model}" set "${column}" = "${column}" || '改' where id = ${rowId}`])
      expect(found, `${model} ${rowId} ${column}`).toMatchObject([{ code: 'changed', model, column }])
    }
    const [activity] = touched.filter(({ model }) => model === 'Activity')
    expect(await foundAfter([`delete from "Activity" where id = ${activity!.rowId}`])).toContainEqual({
      code: 'missing',
      model: 'Activity',
      label: activity!.label,
    })
    const slipped = `insert into "LedgerCorrection" ("stationId", no, ref, text, "byName", "correctedAt")
      values (${station.id}, 99, 'H1', '加一条', '', '2026-05-20')`
    expect(await foundAfter([slipped])).toEqual([{ code: 'added', model: 'LedgerCorrection', label: '更正99' }])
  }, 120_000)

  test('what came through the front door is no finding: whole conversations, every month of every station', async () => {
    let compared = 0
    for (const file of [
      'duty/month',
      'activities/attendance',
      'opinions/suggestion',
      'summaries/subjects',
      'ledger/receptions',
    ]) {
      stage = await theatre.stage()
      const text = await readFile(new URL(`../../transcripts/${file}.txt`, import.meta.url), 'utf8')
      await replay(parseTranscript(text), stage, 'tests/transcripts/activities')
      for (const { id } of await stage.prisma.station.findMany())
        for (const month of ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01']) {
          const { findings, rows } = await within(stage, (tx) =>
            verifyOpen({ db: tx, services: stage.services }, id, month),
          )
          expect(findings, `${file} ${month}`).toEqual([])
          compared += rows
        }
    }
    expect(compared).toBeGreaterThan(500)
  }, 240_000)

  test('a picture whose bytes come after its month was sealed is a noted change, no finding', async () => {
    await recorded()
    const { id: personId } = await stage.prisma.person.findFirstOrThrow()
    const picture = await within(stage, (tx) =>
      context(tx, 'picture').change.create('KeptFile', {
        stationId: station.id,
        about: 'H1',
        personId,
        messageId: 'picture-1',
        sentAt: new Date('2026-04-20T02:00:00Z'),
      }),
    )
    await within(stage, (tx) => sealMonth(context(tx, 'seal'), '2026-04', '孙莉'))
    const slot = { key: 'picture-1', at: NOW, payload: { id: picture.id, messageId: 'picture-1' } }
    const stored = { name: '1.png', mimeType: 'image/png', path: 'a/1.png' }
    await within(stage, (tx) => keepFile.run(context(tx, 'fetched'), slot, stored))
    const verified = await within(stage, (tx) =>
      verifyMonth({ db: tx, services: stage.services }, station.id, '2026-04'),
    )
    expect(verified).toMatchObject({ findings: [], corrections: 1 })
    expect(await stage.prisma.keptFile.findFirst()).toMatchObject({ state: 'kept', path: 'a/1.png' })
    const entries = await stage.prisma.auditEntry.count({
      where: { model: 'KeptFile', NOT: { before: { equals: Prisma.DbNull } } },
    })
    expect(entries).toBe(1)
  }, 60_000)
})
