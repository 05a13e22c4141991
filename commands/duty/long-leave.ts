import { leaveDeclared } from '../../station/duty/roster-change.js'
import { MEMBERS } from '../../station/roles.js'
import { scanDate } from '../../station/time/scan-date.js'
import { type Argument, optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { dutyRoster, lockDuty, namesOf, saveDuty } from './book.js'
import { copy } from './copy.js'

interface Days {
  from: string
  until: string
}

/** A stretch of days with both its ends: 12月1日至12月20日, 12月. One day is a matter of one reception. */
const days: Argument<Days> = {
  label: '从哪天到哪天',
  example: '12月1日至12月20日',
  take(line, { now }) {
    const scan = scanDate(line.rest, now)
    if (scan.kind !== 'range' || scan.to === null || scan.precision === 'minute') return { missing: true }
    line.claim(...scan.span)
    return { value: { from: scan.from.toPlainDate().toString(), until: scan.to.toPlainDate().toString() } }
  },
}

/** 请假 12月1日至12月20日 出差: not drafted for those days, and the places already given are free at once. */
export const longLeaveCommand = command({
  name: '请假',
  aliases: ['请长假'],
  summary: '一段时间不能接待，写上原因',
  args: { days, reason: optional(text('原因', '出差')) },
  who: MEMBERS,
  changes: true,
  examples: ['请假 12月1日至12月20日 出差'],
  async run(context, { days: { from, until }, reason }) {
    const { db, station, speaker, now, say, change } = context
    if (!reason) return say(copy.leaveNeedsReason)
    if (until < now.toPlainDate().toString()) return say(copy.leaveOver)
    const leave = { personId: speaker.personId, from, until, reason }
    const book = await lockDuty(db, station)
    const decided = leaveDeclared(book, leave, await dutyRoster(db, station), now)
    await change.create('DeputyLeave', {
      stationId: station.id,
      personId: speaker.personId,
      fromOn: from,
      untilOn: until,
      reason,
    })
    const after = await saveDuty(context, book, decided, speaker.personId)
    const vacant = decided.facts
      .flatMap((fact) => (fact.type === 'seatsChanged' ? fact.changes : []))
      .filter(({ shiftNo, toId }) => toId === null && after.shifts.get(shiftNo)!.stage !== 'drafted')
      .map(({ shiftNo }) => shiftNo)
    const sentence = copy.longLeave(speaker.name, from, until, reason, vacant)
    await say(sentence)
    if (context.roomId === null && vacant.length > 0) await context.announce(sentence)
    await suggest(context, decided.suggested)
  },
})

/** Whom the rule would choose, for the convenor to ask: nobody is put into a rota that people know without being asked. */
export async function suggest(
  { db, station, now, tell }: StationContext,
  suggested: readonly { shiftNo: number; personId: number }[],
): Promise<void> {
  const convenorId = suggested.length > 0 ? await convenorOnDuty(db, station, now) : null
  if (convenorId === null) return
  const names = await namesOf(
    db,
    suggested.map(({ personId }) => personId),
  )
  for (const [index, { shiftNo }] of suggested.entries()) await tell(convenorId, copy.suggested(shiftNo, names[index]!))
}

export const endLeaveCommand = command({
  name: '销假',
  summary: '提前回来，照常参加排班',
  who: MEMBERS,
  changes: true,
  examples: ['销假'],
  async run({ db, station, speaker, now, say, change }: CommandContext) {
    const today = now.toPlainDate()
    const open = await db.deputyLeave.findMany({
      where: { stationId: station.id, personId: speaker.personId, untilOn: { gte: today.toString() } },
    })
    if (open.length === 0) return say(copy.noLeave(speaker.name))
    const until = today.subtract({ days: 1 }).toString()
    for (const { id } of open) await change.update('DeputyLeave', id, { untilOn: until })
    await say(copy.leaveEnded(speaker.name))
  },
})
