import { beforeEach, describe, expect, test } from 'vitest'
import { copy } from '../../../commands/ledger/copy.js'
import { sealMonth } from '../../../commands/ledger/seal/seal-month.js'
import { verifyMonth } from '../../../commands/ledger/seal/verify-month.js'
import type { Tx } from '../../../prisma/change.js'
import type { SealedRow, Station } from '../../../prisma/generated/client.js'
import { openSealer } from '../../../prisma/sealing.js'
import { SEALED_MODELS, type SealedModelName } from '../../../station/ledger/sealed-columns.js'
import { parseMoment } from '../../../station/time/civil.js'
import { seeded } from '../../prisma/seeded.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'
import { recordMonths } from './records.js'
import { tampered } from './tampered.js'
import { within, writtenByStaff } from './written-by-staff.js'

const MONTH = '2026-05'
const NOW = parseMoment('2026-06-05 08:10')
const TRIES = 100

describe('a sealed month', () => {
  const theatre = useTheatre()
  let stage: Stage
  let station: Station
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
    station = await stage.prisma.station.findFirstOrThrow()
    await within(stage, (tx) => recordMonths(context(tx, 'records'), seeded(5), { year: 2026, months: [4, 5] }))
    await within(stage, (tx) => sealMonth(context(tx, 'seal-4'), '2026-04', '孙莉'))
    await within(stage, (tx) => sealMonth(context(tx, 'seal-5'), MONTH, '孙莉'))
  }, 60_000)

  const context = (tx: Tx, changeId: string) => writtenByStaff(tx, stage, station, NOW, changeId)
  const findings = async (tx: Tx, month = MONTH) =>
    (await verifyMonth({ db: tx, services: stage.services }, station.id, month))!.findings

  const verifiedAfter = (sql: readonly string[], month = MONTH) =>
    tampered(stage.prisma, sql, (tx) => findings(tx, month))

  test('untouched, is found untouched; every column that can be changed has a Chinese name', async () => {
    expect(await within(stage, (tx) => findings(tx))).toEqual([])
    const rows = await stage.prisma.sealedRow.findMany()
    for (const { model, digests } of rows)
      expect(Object.keys(SEALED_MODELS[model as SealedModelName].columns)).toEqual(
        expect.arrayContaining(Object.keys(digests as object)),
      )
    expect(new Set(rows.map(({ model }) => model)).size).toBeGreaterThan(12)
  })

  test(`changing any row by SQL is detected and located: ${TRIES} rows and columns by chance`, async () => {
    const chance = seeded(20_260_605)
    const columns = await columnTypes()
    const seal = await stage.prisma.ledgerSeal.findFirstOrThrow({ where: { month: MONTH }, include: { rows: true } })
    const models = [...new Set(seal.rows.map(({ model }) => model))]
    for (let tried = 0; tried < TRIES; tried++) {
      const model = models[Math.floor(chance() * models.length)]!
      const rows = seal.rows.filter((row) => row.model === model)
      const row = rows[Math.floor(chance() * rows.length)]!
      const mine = columns.filter(({ table, name }) => table === row.model && name !== 'id')
      const { name, type } = mine[Math.floor(chance() * mine.length)]!
      const found = await verifiedAfter([
        `update "${row.model}" set "${name}" = ${another(name, type)} where id = ${row.rowId}`,
      ])
      expect(found, `${row.model} ${row.label} ${name}`).toContainEqual(expectedFor(row, name))
      expect(copy.broken(MONTH, seal.code, found)).not.toMatch(/undefined|null|《》/)
    }
  }, 300_000)

  const expectedFor = ({ model, label }: SealedRow, name: string) => ({
    code: 'changed',
    model,
    label,
    column: model === 'AuditEntry' ? 'entry' : name,
  })

  test('a row taken out or slipped in by SQL is found', async () => {
    const { id, no } = await stage.prisma.opinion.findFirstOrThrow({
      where: { recordedAt: { gte: new Date('2026-05-01') } },
    })
    expect(await verifiedAfter([`delete from "Opinion" where id = ${id}`])).toEqual([
      { code: 'missing', model: 'Opinion', label: `Y${no}` },
    ])
    const columns = (await columnTypes()).filter(
      ({ table, name }) => table === 'Opinion' && name !== 'id' && name !== 'no',
    )
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    expect(
      await verifiedAfter([
        `insert into "Opinion" (no, ${names}) select 999, ${names} from "Opinion" where id = ${id}`,
      ]),
    ).toEqual([{ code: 'added', model: 'Opinion', label: 'Y999' }])
    expect(
      await verifiedAfter(
        [
          `delete from "AuditEntry" where id = (select min(id) from "AuditEntry" where model = 'Opinion' and "rowId" = ${id})`,
        ],
        '2026-04',
      ),
    ).toEqual([expect.objectContaining({ code: 'missing', model: 'AuditEntry' })])
  })

  test('a change through the front door is a correction, no finding; the same row changed by SQL afterwards is found', async () => {
    const { id, no } = await stage.prisma.activity.findFirstOrThrow({
      where: { startsAt: { gte: new Date('2026-05-02') } },
    })
    await within(stage, (tx) => context(tx, 'corrected').change.update('Activity', id, { headcountPersons: 1096 }))
    await within(stage, (tx) =>
      context(tx, 'again').change.update('Activity', id, { headcountPersons: 1097, place: '红花街道' }),
    )
    const verified = (await within(stage, (tx) =>
      verifyMonth({ db: tx, services: stage.services }, station.id, MONTH),
    ))!
    expect([verified.findings, verified.corrections]).toEqual([[], 2])
    expect(await verifiedAfter([`update "Activity" set "headcountPersons" = 1 where id = ${id}`])).toEqual([
      { code: 'changed', model: 'Activity', label: `H${no}`, column: 'headcountPersons' },
    ])
  })

  test('a history written over to hide a change does not lead back to the sealed value', async () => {
    const { id } = await stage.prisma.activity.findFirstOrThrow({
      where: { startsAt: { gte: new Date('2026-05-02') } },
    })
    await within(stage, (tx) => context(tx, 'corrected').change.update('Activity', id, { headcountPersons: 1096 }))
    const found = await verifiedAfter([
      `update "Activity" set title = '另一个主题' where id = ${id}`,
      `insert into "AuditEntry" ("changeId", at, "actorName", action, model, "rowId", before, after)
       values ('forged', now(), '孙莉', '改', 'Activity', ${id}, '{"title":"从来不是这个"}', '{"title":"另一个主题"}')`,
    ])
    expect(found).toMatchObject([{ code: 'changed', column: 'title' }, { code: 'entryAdded' }])
  })

  test('a seal written over is found, and so is the one before it', async () => {
    const seal = await stage.prisma.ledgerSeal.findFirstOrThrow({ where: { month: MONTH } })
    expect(await verifiedAfter([`update "LedgerSeal" set hash = 'ff' where month = '2026-04'`])).toEqual([
      { code: 'chainBroken' },
    ])
    expect(
      await verifiedAfter([
        `delete from "SealedRow" where id = (select min(id) from "SealedRow" where "sealId" = ${seal.id})`,
      ]),
    ).toContainEqual({
      code: 'sealChanged',
    })
    expect(seal.code).toBe(seal.hash.slice(0, 8))
  })

  test('a seal written anew to fit a changed month, hash, chain and all, lacks the mark of the house', async () => {
    const { id } = await stage.prisma.activity.findFirstOrThrow({
      where: { startsAt: { gte: new Date('2026-05-02') } },
    })
    await tampered(stage.prisma, [`update "Activity" set title = '另一个主题' where id = ${id}`], async (tx) => {
      const old = await tx.ledgerSeal.findFirstOrThrow({ where: { month: MONTH } })
      await tx.sealedRow.deleteMany({ where: { sealId: old.id } })
      await tx.ledgerSeal.delete({ where: { id: old.id } })
      // the very rules of the house, by somebody who does not hold its key
      const { sign } = openSealer({ key: '22'.repeat(32), keyFile: '/nonexistent/test.key' })
      const thief = { ...context(tx, 'thief'), services: { ...stage.services, sign } }
      await sealMonth(thief, MONTH, '孙莉')
      expect((await findings(tx)).map(({ code }) => code)).toContain('otherKey')
      await tx.ledgerSeal.updateMany({ where: { month: MONTH }, data: { mark: old.mark } })
      expect(await findings(tx)).toEqual([{ code: 'sealChanged' }])
    })
  })

  async function columnTypes(): Promise<{ table: string; name: string; type: string }[]> {
    return stage.prisma.$queryRaw`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`
  }
})

/** SQL of a value that the column does not hold now. */
function another(name: string, type: string): string {
  const column = `"${name}"`
  if (type.endsWith('[]')) {
    const element = type === 'text[]' ? `'改'::text` : '987654'
    return `array_append(coalesce(${column}, '{}'), ${element})`
  }
  if (type === 'integer' || type === 'bigint' || type === 'double precision') return `coalesce(${column}, 0) + 1234567`
  if (type === 'boolean') return `not coalesce(${column}, false)`
  if (type.startsWith('timestamp')) return `coalesce(${column}, now()) + interval '1 millisecond'`
  if (type === 'jsonb') return `'{"changed": true}'::jsonb`
  if (type === 'bytea') return `coalesce(${column}, ''::bytea) || '\\x01'::bytea`
  return `coalesce(${column}, '') || '改'`
}
