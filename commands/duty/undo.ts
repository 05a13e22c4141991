import type { DutyBook } from '../../station/duty/book.js'
import { inOrder } from '../../station/duty/book.js'
import type { DutyEvent } from '../../station/duty/events.js'
import { undoEvent } from '../../station/duty/undo.js'
import { LEADING } from '../../station/roles.js'
import { reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { actorOf, calendar, dutyEvents, dutyRoster, lockDuty, namesOf, saveDuty } from './book.js'
import { copy } from './copy.js'
import { lines } from './lines.js'

const isUndoable = ({ fact }: DutyEvent): boolean =>
  fact.type === 'moved' || (fact.type === 'seatsChanged' && fact.cause.kind !== 'draft')

/** Takes back what one message did to receptions, by the inverse: what happened stays in the book. Says what became of it. */
export async function undoDuty(context: CommandContext, changeId: string): Promise<void> {
  const { db, station } = context
  const rows = await db.auditEntry.findMany({ where: { changeId, model: 'DutyEvent' } })
  const ids = new Set(rows.map(({ rowId }) => rowId))
  const events = (await dutyEvents(db, station.id)).filter((event) => ids.has(event.id) && isUndoable(event))
  if (events.length === 0) return context.say(copy.cannotUndo)
  await takeBack(context, events, false)
  await context.change.tx.auditEntry.updateMany({
    where: { changeId: context.change.author.changeId },
    data: { undoes: changeId },
  })
}

/** 撤销 D7: convenors and the liaison officer take back the last change of a reception, whoever made it. */
export const undoDutyCommand = command({
  name: '撤销',
  aliases: ['撤销接待'],
  summary: '召集人撤销一次接待的最后变动',
  args: { no: reference('D', '接待编号') },
  who: LEADING,
  changes: true,
  examples: ['撤销 D7'],
  async run(context, { no }) {
    const { db, station, say } = context
    const book = await lockDuty(db, station)
    if (!book.shifts.has(no)) return say(copy.unknown(no))
    const last = (await dutyEvents(db, station.id)).findLast(
      (event) => isUndoable(event) && !isUndo(event) && touches(event, no) && !book.undone.has(event.id),
    )
    if (!last) return say(copy.cannotUndo)
    await takeBack(context, [last], true)
  },
})

const isUndo = ({ fact }: DutyEvent): boolean =>
  (fact.type === 'moved' && fact.undoes !== null) || (fact.type === 'seatsChanged' && fact.cause.kind === 'undo')

const touches = ({ fact }: DutyEvent, no: number): boolean =>
  (fact.type === 'moved' && fact.shiftNo === no) ||
  (fact.type === 'seatsChanged' && fact.changes.some(({ shiftNo }) => shiftNo === no))

/** Newest first; nothing is done unless all of it can be. */
async function takeBack(context: CommandContext, events: readonly DutyEvent[], isLeading: boolean): Promise<void> {
  const { db, station, speaker, now, settings, say } = context
  const before = await lockDuty(db, station)
  const roster = await dutyRoster(db, station)
  let book: DutyBook = before
  for (const event of [...events].reverse()) {
    const input = { event, byId: speaker.personId, isLeading, undoMinutes: settings.undoMinutes, now }
    const decided = undoEvent(book, input, roster, calendar)
    if (!decided.ok) {
      const { error } = decided
      const [name] = 'personId' in error ? await namesOf(db, [error.personId]) : ['']
      return say(copy.undoRefused(error, name ?? ''))
    }
    book = await saveDuty(context, book, decided.value, actorOf(context))
  }
  const states = inOrder(book).filter((state) => before.shifts.get(state.shift.no) !== state)
  await say(copy.undone(await lines(db, states)))
}
