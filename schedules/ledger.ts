import type { StationContext } from '../commands/context.js'
import { copy } from '../commands/ledger/copy.js'
import { cumulative, HISTORY_JOB, type HistoryRequest } from '../commands/ledger/history.js'
import { sealMonth } from '../commands/ledger/seal/seal-month.js'
import { masker } from '../commands/opinion/masked.js'
import { holdersOf } from '../commands/opinion/staff.js'
import { readHistory } from '../station/ledger/history-rows.js'
import { stationSettings } from '../station/settings.js'
import { dateOf } from '../station/time/civil.js'
import { daily, type Job, preparedJob, type Slot } from './job.js'

/**
 * Some days into the month the one before is sealed. Who keeps the books is told the code: outside the store it is the proof.
 * A month in which nothing was recorded is sealed in silence.
 */
export const sealLastMonth: Job = {
  name: 'ledger-seal',
  graceMinutes: 10 * 24 * 60,
  slots: (_db, station, after, upTo) => {
    const { ledgerSealDays } = stationSettings(station.settings)
    return daily('08:10', station, after, upTo).filter(({ at }) => at.day === ledgerSealDays)
  },
  async run(context, slot) {
    const { db, station } = context
    const month = slot.at.toPlainDate().toPlainYearMonth().subtract({ months: 1 }).toString()
    if (await db.ledgerSeal.findUnique({ where: { stationId_month: { stationId: station.id, month } } })) return
    const { rowCount, recordCount, code } = await sealMonth(context, month, context.change.author.actorName)
    if (recordCount === 0) return
    for (const personId of await holdersOf(context, ['liaison']))
      await context.tell(personId, copy.sealed(month, rowCount, code))
  },
}

const eventOf = ({ on, title, place }: { on: string | null; title: string | null; place: string | null }): string =>
  JSON.stringify([on, title, place])

type Parsed = ReturnType<typeof readHistory> | { ok: false }

const requestOf = (slot: Slot): HistoryRequest => slot.payload as unknown as HistoryRequest

/** A table of what happened before the station kept books: read outside the transaction, written in it, marked 历史. */
export const historyImport = preparedJob({
  name: HISTORY_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ slot, services }): Promise<Parsed> {
    const table = await services.press.table(await services.files.read(requestOf(slot).file.path))
    return table.ok ? readHistory(table.value.map(({ cells }) => cells.map(({ text }) => text))) : table
  },
  async run(context, slot, parsed) {
    const { file } = requestOf(slot)
    if (!parsed.ok) return answer(context, slot, copy.historyFileBad(file.name))
    const { change, db, station, now } = context
    const mask = await masker(context)
    const { skipped, unread } = parsed.value
    const before = await db.historyRecord.findMany({
      where: { stationId: station.id, kind: 'activity', state: 'kept' },
    })
    const told = new Set(before.map(eventOf))
    const read = parsed.value.rows.map((row) => ({ ...row, title: mask(row.title).text }))
    // The same file sent twice: a day, a subject and a place that are here already. Without a day nobody can tell.
    const rows = read.filter((row) => row.on === null || !told.has(eventOf(row)))
    for (const row of rows)
      await change.create('HistoryRecord', {
        ...row,
        stationId: station.id,
        kind: 'activity',
        source: file.name,
        importedAt: dateOf(now),
      })
    const { total } = await cumulative(db, station.id)
    await answer(
      context,
      slot,
      copy.historyFileDone(file.name, { rows: rows.length, known: read.length - rows.length, skipped, unread }, total),
    )
  },
  slow: (context, slot) => answer(context, slot, copy.historyReading(requestOf(slot).file.name)),
  failed: (context, slot) => answer(context, slot, copy.historyFileBad(requestOf(slot).file.name)),
})

function answer(context: StationContext, slot: Slot, text: string): Promise<void> {
  const { roomId, personId } = requestOf(slot)
  return roomId === null
    ? context.tell(personId, text, { urgent: true })
    : context.tellRoom(roomId, text, { urgent: true })
}
