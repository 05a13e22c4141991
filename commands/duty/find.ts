import type { Tx } from '../../prisma/change.js'
import { type DutyBook, inOrder, type ShiftState, seatOf } from '../../station/duty/book.js'
import { endOf, isBefore } from '../../station/duty/shift-time.js'
import type { Moment } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

/** Receptions of a person that are not over, soonest first. */
export const ownAhead = (book: DutyBook, personId: number, now: Moment): ShiftState[] =>
  inOrder(book).filter(
    (state) => state.stage !== 'dropped' && isBefore(now, endOf(state.shift)) && seatOf(state, personId) !== null,
  )

/**
 * The reception a line is about: by number, or the speaker's only one ahead. Says what is wrong, unless `quiet` (a word as
 * common as 确认 must not be answered to somebody who has no duty).
 */
export async function theShift(
  context: CommandContext,
  book: DutyBook,
  no: number | undefined,
  verb: string,
  quiet = false,
): Promise<ShiftState | undefined> {
  if (no !== undefined) {
    const state = book.shifts.get(no)
    if (!state) await context.say(copy.unknown(no))
    return state
  }
  const [only, another] = ownAhead(book, context.speaker.personId, context.now)
  if (only && !another) return only
  if (another) {
    const all = ownAhead(book, context.speaker.personId, context.now)
    await context.say(
      copy.whichDuty(
        verb,
        all.map(({ shift }) => shift.no),
      ),
    )
  } else if (!quiet) await context.say(copy.noDuty)
  return undefined
}

/** A member of the station by full name. */
export async function personNamed(
  db: Tx,
  stationId: number,
  name: string,
): Promise<{ id: number; name: string } | null> {
  return db.person.findFirst({
    where: { name, memberships: { some: { stationId, state: 'agreed' } } },
    select: { id: true, name: true },
  })
}
