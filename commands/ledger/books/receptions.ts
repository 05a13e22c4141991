import { DUTY_STAGES, type DutyStage } from '../../../station/duty/machine.js'
import type { BookRow } from '../../../station/ledger/book.js'
import { readDuty } from '../../duty/book.js'
import { type BookLoader, instants, listed, minuteText, namesById, stampDay } from './input.js'

/** One line per opinion heard; a reception in which nobody said anything has one line all the same. */
export const loadReceptions: BookLoader = async ({ db, station, span }) => {
  const shifts = await db.dutyShift.findMany({
    where: { stationId: station.id, startsAt: instants(span), stage: { not: 'dropped' } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
  if (shifts.length === 0) return []
  const book = await readDuty(db, station.id)
  const states = shifts.map(({ no }) => book.shifts.get(no))
  const signedIn = states.map((state) => state?.signIns.map(({ personId }) => personId) ?? [])
  const nameOf = await namesById(db, [...shifts.flatMap(({ holderIds }) => holderIds), ...signedIn.flat()])
  const opinions = await db.opinion.findMany({
    where: { stationId: station.id, no: { in: states.flatMap((state) => [...(state?.opinionNos ?? [])]) } },
  })
  return shifts.flatMap((shift, index): BookRow[] => {
    const head = {
      ref: `D${shift.no}`,
      startsAt: minuteText(shift.startsAt),
      place: shift.place,
      theme: shift.theme,
      deputies: listed(shift.holderIds.map(nameOf)),
      present: listed((signedIn[index] ?? []).map(nameOf)),
      visitors: shift.visitorPersons,
      state: DUTY_STAGES[shift.stage as DutyStage] ?? shift.stage,
    }
    const heard = (states[index]?.opinionNos ?? []).flatMap((no) => opinions.find((row) => row.no === no) ?? [])
    if (heard.length === 0) return [head]
    return heard.map((opinion, line) => ({
      ...(line === 0 ? head : { ref: head.ref, startsAt: head.startsAt }),
      opinion: `Y${opinion.no}`,
      words: opinion.text,
      advice: opinion.unit === null ? opinion.category : `转${opinion.unit}`,
      unit: opinion.unit,
      result: opinion.answer,
      toldOn: stampDay(opinion.stamps, 'passedOnAt') ?? stampDay(opinion.stamps, 'toldDeputyAt'),
      ...(line === 0 ? {} : { state: opinion.state }),
    }))
  })
}
