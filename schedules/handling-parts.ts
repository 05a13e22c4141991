import type { StationContext } from '../commands/context.js'
import { handlingCopy } from '../commands/handling/copy.js'
import { assistDue, type PartRow } from '../commands/handling/parts.js'
import { once } from '../commands/once.js'
import { liaisonsOf } from '../commands/opinion/staff.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import type { Temporal } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** Days left of the day by which a 会办 unit owes the leading one its opinion. */
const REMINDERS = [7, 1, 0, -1]
const LIVE = ['waiting', 'received']
const IN_HAND: readonly string[] = ['assigned', 'handling', 'redo', '转办', '办理中']
/** A matter whose own promise is asked about on its own, later, day. */
const ANSWERED: readonly string[] = [
  'replied',
  'repliedAgain',
  'rated',
  'tracking',
  '已反馈代表',
  '已转告群众',
  '已评价',
  '跟踪中',
]

/** Every morning: what several units of one matter owe. The whole's own clock speaks for itself. */
export const handlingParts: Job = {
  name: 'handling-parts',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('08:50', station, after, upTo),
  idle: async ({ db, station }) => (await db.handlingPart.findFirst({ where: { stationId: station.id } })) === null,
  async run(context, slot) {
    const today = slot.at.toPlainDate()
    await remindOfOpinions(context, today)
    await remindOfPromises(context, today)
  },
}

const recordOf = async ({ db, station }: StationContext, { letter, recordNo }: PartRow) => {
  const where = { stationId_no: { stationId: station.id, no: recordNo } }
  const opinion = letter === 'Y' ? await db.opinion.findUnique({ where }) : null
  const suggestion = letter === 'J' ? await db.suggestion.findUnique({ where }) : null
  return { opinion, row: opinion ?? suggestion }
}

async function remindOfOpinions(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const where = { stationId: station.id, role: 'assist', state: { in: LIVE } }
  for (const part of (await db.handlingPart.findMany({ where, orderBy: { id: 'asc' } })) as PartRow[]) {
    const { opinion, row } = await recordOf(context, part)
    const due = row && IN_HAND.includes(row.state) ? assistDue(part, opinion) : null
    if (!due) continue
    const left = today.until(due, { largestUnit: 'days' }).days
    if (!REMINDERS.includes(left) || part.assignedOn === today.toString()) continue
    await tellOffice(
      context,
      part.letter,
      handlingCopy.assistDue(`${part.letter}${part.recordNo}`, part.unit, left, due),
    )
  }
}

/** 分办: a unit that promised an earlier day than the last is asked after on its own day. */
async function remindOfPromises(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const where = { stationId: station.id, state: 'answered', promisedOn: today.toString() }
  for (const part of (await db.handlingPart.findMany({ where, orderBy: { id: 'asc' } })) as PartRow[]) {
    const { row } = await recordOf(context, part)
    if (!row || !ANSWERED.includes(row.state) || row.promisedOn === null || row.promisedOn <= today.toString()) continue
    const ref = `${part.letter}${part.recordNo}`
    if (!(await once(context, 'handling-promise', `${part.id}:${today}`))) continue
    await tellOffice(context, part.letter, handlingCopy.partPromise(ref, part.unit, part.answer ?? ''))
  }
}

/** 联络员, and for a suggestion the convenor on duty; never the unit. */
async function tellOffice(context: StationContext, letter: string, text: string) {
  const onDuty = letter === 'J' ? await convenorOnDuty(context.db, context.station, context.now) : null
  for (const personId of new Set([...(await liaisonsOf(context)), ...(onDuty === null ? [] : [onDuty])]))
    await context.tell(personId, text)
}
