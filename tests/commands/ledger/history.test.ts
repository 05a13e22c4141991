import { beforeEach, describe, expect, test } from 'vitest'
import { copy } from '../../../commands/ledger/copy.js'
import { sealMonth } from '../../../commands/ledger/seal/seal-month.js'
import { verifyMonth } from '../../../commands/ledger/seal/verify-month.js'
import { verifyOpen } from '../../../commands/ledger/seal/verify-open.js'
import type { Tx } from '../../../prisma/change.js'
import type { AuditEntry, Opinion, Station } from '../../../prisma/generated/client.js'
import { guardHistory } from '../../../prisma/history-guard.js'
import { openSealer } from '../../../prisma/sealing.js'
import { parseMoment } from '../../../station/time/civil.js'
import { seeded } from '../../prisma/seeded.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'
import { recordMonths } from './records.js'
import { tampered } from './tampered.js'
import { within, writtenByStaff } from './written-by-staff.js'

const MONTH = '2026-05'
const NOW = parseMoment('2026-05-28 08:10')

/** Whoever writes a row and its entry with SQL, so that the two agree. */
describe('the history of a month that is not sealed yet', () => {
  const theatre = useTheatre()
  let stage: Stage
  let station: Station
  let opinion: Opinion
  let entry: AuditEntry

  const context = (tx: Tx, changeId: string) => writtenByStaff(tx, stage, station, NOW, changeId)
  const verified = (tx: Tx) => verifyOpen({ db: tx, services: stage.services }, station.id, MONTH)
  const foundAfter = (...sql: string[]) =>
    tampered(stage.prisma, sql, async (tx) => {
      const { findings } = await verified(tx)
      expect(copy.openBroken(MONTH, findings)).not.toMatch(/undefined|null|《》/)
      return findings
    })
  const guard = () => guardHistory(stage.prisma, stage.services.sign)
  const labelled = (code: string, id: number) => ({ code, model: 'Opinion', label: `Y${opinion.no}`, entry: id })

  beforeEach(async () => {
    stage = await theatre.stage()
    await stage.load(['秦淮医疗'])
    station = await stage.prisma.station.findFirstOrThrow()
    await within(stage, (tx) => recordMonths(context(tx, 'records'), seeded(5), { year: 2026, months: [5] }))
    opinion = await stage.prisma.opinion.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await within(stage, (tx) => context(tx, 'step').change.update('Opinion', opinion.id, { satisfaction: '满意' }))
    entry = await stage.prisma.auditEntry.findFirstOrThrow({
      where: { model: 'Opinion', rowId: opinion.id },
      orderBy: { id: 'desc' },
    })
  }, 60_000)

  const place = () => `"Opinion" set satisfaction = '不满意' where id = ${opinion.id}`
  const rewritten = () => `update "AuditEntry" set after = '{"satisfaction":"不满意"}'::jsonb where id = ${entry.id}`

  test('a row changed together with its entry is found at once, before any guard', async () => {
    expect((await within(stage, verified)).findings).toEqual([])
    expect(await foundAfter(`update ${place()}`, rewritten())).toEqual([labelled('entryChanged', entry.id)])
    for (const column of ['"changeId"', '"actorName"', 'action'])
      expect(await foundAfter(`update "AuditEntry" set ${column} = 'x' where id = ${entry.id}`), column).toEqual([
        labelled('entryChanged', entry.id),
      ])
    expect(await foundAfter(`update "AuditEntry" set at = at - interval '1 day' where id = ${entry.id}`)).toEqual([
      labelled('entryChanged', entry.id),
    ])
  })

  test('an entry slipped in, without a mark, with a borrowed one, or as a copy of a true one', async () => {
    const columns = 'at, "stationId", "actorName", action, model, "rowId", before'
    const forged = (mark: string) =>
      `insert into "AuditEntry" ("changeId", ${columns}, after, mark)
       select 'm9', ${columns}, '{"satisfaction":"不满意"}'::jsonb, ${mark} from "AuditEntry" where id = ${entry.id}`
    expect(await foundAfter(`update ${place()}`, forged('null'))).toMatchObject([{ code: 'entryAdded' }])
    expect(await foundAfter(`update ${place()}`, forged('mark'))).toMatchObject([{ code: 'entryAdded' }])
    expect(await foundAfter(`update ${place()}`, forged(`'\\x00'::bytea`))).toMatchObject([{ code: 'entryChanged' }])
    const copied = `insert into "AuditEntry" ("changeId", "actorId", "causeSeq", ${columns}, after, mark)
      select "changeId", "actorId", "causeSeq", ${columns}, after, mark from "AuditEntry" where id = ${entry.id}`
    expect(await foundAfter(copied)).toMatchObject([{ code: 'entryAdded' }])
  })

  test('an entry taken out is missed once a guard has noted it; until then its end is told to be bare', async () => {
    expect((await within(stage, verified)).bare).toBeGreaterThan(10)
    await guard()
    expect(await within(stage, verified)).toMatchObject({ findings: [], bare: 0 })
    const back = `update "Opinion" set satisfaction = null where id = ${opinion.id}`
    expect(await foundAfter(back, `delete from "AuditEntry" where id = ${entry.id}`)).toEqual([
      labelled('entryMissing', entry.id),
    ])
    // a whole row and all its entries
    const gone = await foundAfter(
      `delete from "AuditEntry" where model = 'Opinion' and "rowId" = ${opinion.id}`,
      `delete from "OpinionIndex" where "opinionId" = ${opinion.id}`,
      `delete from "Opinion" where id = ${opinion.id}`,
    )
    expect(new Set(gone.map(({ code }) => code))).toEqual(new Set(['entryMissing']))
  })

  test('two entries in each other’s place, and an entry under a number that is free', async () => {
    await within(stage, (tx) => context(tx, 'again').change.update('Opinion', opinion.id, { satisfaction: '基本满意' }))
    await guard()
    const { id: later } = await stage.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const swap = [
      `update "AuditEntry" set id = 900000 where id = ${entry.id}`,
      `update "AuditEntry" set id = ${entry.id} where id = ${later}`,
      `update "AuditEntry" set id = ${later} where id = 900000`,
    ]
    expect(await foundAfter(...swap, `update "Opinion" set satisfaction = '满意' where id = ${opinion.id}`)).toEqual(
      expect.arrayContaining([labelled('entryChanged', entry.id), labelled('entryChanged', later)]),
    )
    expect(await foundAfter(`update "AuditEntry" set id = 900000 where id = ${entry.id}`)).toContainEqual(
      labelled('entryMissing', entry.id),
    )
  })

  test('the guards themselves: changed, taken from the middle, taken off the end with what they covered', async () => {
    await guard()
    await within(stage, (tx) => context(tx, 'a').change.update('Opinion', opinion.id, { satisfaction: '不满意' }))
    await guard()
    await within(stage, (tx) => context(tx, 'b').change.update('Opinion', opinion.id, { satisfaction: '满意' }))
    expect(await guard()).toBe(1)
    expect(await guard()).toBe(0)
    expect(await within(stage, verified)).toMatchObject({ findings: [], bare: 0 })
    const [first, second, third] = await stage.prisma.historyGuard.findMany({ orderBy: { id: 'asc' } })
    const broken = { code: 'guardChanged' }
    for (const sql of [
      `update "HistoryGuard" set entries = '[]'::jsonb where id = ${second!.id}`,
      `delete from "HistoryGuard" where id = ${second!.id}`,
      `delete from "HistoryGuard" where id = ${first!.id}`,
      `delete from "HistoryGuard"`,
      `delete from "HistoryHead"`,
    ])
      expect(await foundAfter(sql), sql).toContainEqual(broken)
    const tail = [
      `delete from "HistoryGuard" where id = ${third!.id}`,
      `delete from "AuditEntry" where id > ${second!.lastAuditId}`,
      `update "Opinion" set satisfaction = '不满意' where id = ${opinion.id}`,
    ]
    expect(await foundAfter(...tail)).toEqual([broken])
  })

  test('after the seal the entries that came later are held to the same', async () => {
    await within(stage, (tx) => sealMonth(context(tx, 'seal'), MONTH, '孙莉'))
    await within(stage, (tx) => context(tx, 'late').change.update('Opinion', opinion.id, { satisfaction: '不满意' }))
    await guard()
    const { id } = await stage.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const sealed = async (tx: Tx) => (await verifyMonth({ db: tx, services: stage.services }, station.id, MONTH))!
    expect(await within(stage, sealed)).toMatchObject({ findings: [], corrections: 1 })
    const undone = [
      `delete from "AuditEntry" where id = ${id}`,
      `update "Opinion" set satisfaction = '满意' where id = ${opinion.id}`,
    ]
    expect((await tampered(stage.prisma, undone, sealed)).findings).toEqual([labelled('entryMissing', id)])
    const other = [
      `update "AuditEntry" set after = '{"satisfaction":"一般"}'::jsonb where id = ${id}`,
      `update "Opinion" set satisfaction = '一般' where id = ${opinion.id}`,
    ]
    expect((await tampered(stage.prisma, other, sealed)).findings).toEqual([labelled('entryChanged', id)])
  })

  test('without the key that signed them nobody is accused: the key is asked for', async () => {
    await guard()
    const { signed } = openSealer({ key: '22'.repeat(32), keyFile: '/nonexistent/test.key' })
    const { findings } = await within(stage, (tx) => verifyOpen({ db: tx, services: { signed } }, station.id, MONTH))
    expect(findings).toEqual([{ code: 'otherKey', entries: expect.any(Number) }])
    expect(copy.openBroken(MONTH, findings)).toMatch(/sealing\.key 放回来/)
  })
})
