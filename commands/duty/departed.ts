import { type DutyBook, holdersOf, inOrder } from '../../station/duty/book.js'
import { isMember } from '../../station/duty/deputy.js'
import type { Roster } from '../../station/duty/roster.js'
import { deputyLeft } from '../../station/duty/roster-change.js'
import { isBefore, startOf } from '../../station/duty/shift-time.js'
import type { Moment } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { dutyRoster, lockDuty, namesOf, saveDuty } from './book.js'
import { copy } from './copy.js'
import { suggest } from './long-leave.js'

/** Who has a place ahead and will not belong to the station on that day. */
export function departedAhead(book: DutyBook, roster: Roster, now: Moment): Set<number> {
  const ahead = inOrder(book).filter(({ shift, stage }) => stage !== 'dropped' && isBefore(now, startOf(shift)))
  const belongs = (personId: number, date: string): boolean =>
    roster.deputies.some((deputy) => deputy.personId === personId && isMember(deputy, date))
  return new Set(ahead.flatMap((state) => holdersOf(state).filter((id) => !belongs(id, state.shift.date))))
}

/**
 * Frees the places ahead of everybody who will no longer belong to the station on that day, whatever ended their
 * membership. The past stays, nobody else is moved.
 */
export async function releaseDeparted(context: StationContext, byId: number | null): Promise<void> {
  const { db, station, now } = context
  const before = await lockDuty(db, station)
  const roster = await dutyRoster(db, station)
  let book = before
  for (const personId of departedAhead(before, roster, now)) {
    const until = roster.deputies.find((deputy) => deputy.personId === personId)?.until
    const today = now.toPlainDate().toString()
    const lastDay = until ?? today
    const decided = deputyLeft(book, { personId, lastDay, now }, roster)
    book = await saveDuty(context, book, decided, byId)
    const vacant = decided.facts
      .flatMap((fact) => (fact.type === 'seatsChanged' ? fact.changes : []))
      .filter(({ shiftNo, toId }) => toId === null && book.shifts.get(shiftNo)!.stage !== 'drafted')
    const [name] = await namesOf(db, [personId])
    if (vacant.length > 0)
      await context.announce(
        copy.departed(
          name!,
          vacant.map(({ shiftNo }) => shiftNo),
        ),
      )
    await suggest(context, decided.suggested)
  }
}
