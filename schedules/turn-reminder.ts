import type { StationContext } from '../commands/context.js'
import { namesOf } from '../commands/duty/book.js'
import { shiftsBetween } from '../commands/duty/load.js'
import { copy } from '../commands/rotation/copy.js'
import { handoverOf, keepTurns, type Rotation, rotationOf } from '../commands/rotation/turns.js'
import { accountOf } from '../commands/station-context.js'
import { handoverDue } from '../station/rotation/announce-handover.js'
import { servingOn } from '../station/rotation/convenor.js'
import { escalationDue, HANDOVER_RULE } from '../station/rotation/handover.js'
import { responsibleAt } from '../station/rotation/responsible-at.js'
import { dateOf } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** Activities that somebody still has to see through. */
const OPEN_WORK = ['planned', 'drafted', 'inReview', 'notified', 'open', 'full', 'closed', 'checkingIn', 'ended']

/** On the eve of a turn at 18:00: who hands over to whom, and what goes with it. */
const eve: Job = {
  name: 'turn-eve',
  graceMinutes: 5 * 60,
  slots: (_db, station, after, upTo) =>
    station.mode === '站长' ? [] : daily(HANDOVER_RULE.announceAt, station, after, upTo),
  async run(context) {
    const { db, station, now, change } = context
    const rotation = await rotationOf(db, station, now, 2)
    const due = handoverDue(rotation.turns, rotation.handovers, now, HANDOVER_RULE, serving(rotation))
    if (!due) return
    await keepTurns(
      change,
      station,
      rotation.table.turns.filter(({ period }) => period.key <= due.key),
    )
    const { key, fromId, toId } = due
    await change.create('Handover', { stationId: station.id, key, fromId, toId, announcedAt: dateOf(now) })
    const [from, to] = await namesOf(db, [fromId, toId])
    const accounts = await Promise.all([fromId, toId].map((id) => accountOf(db, id, now)))
    await context.announce(copy.eve(from!, to!, await brief(context)), {
      mentionIds: accounts.filter((account) => account !== null),
      urgent: true,
    })
  },
}

/** What is under way, counted from the records of this moment. */
async function brief({ db, station, now }: StationContext): Promise<string[]> {
  const stationId = station.id
  const opinions = await db.opinion.count({
    where: { stationId, state: { notIn: ['撤回', '误记', '办结', '归档', '不予受理'] } },
  })
  const activities = await db.activity.count({
    where: { stationId, state: { in: OPEN_WORK }, startsAt: { gt: dateOf(now) } },
  })
  const receptions = (await shiftsBetween(db, stationId, now, now.add({ months: 2 }))).length
  return [`在办意见${opinions}`, `未办活动${activities}`, `待接待${receptions}`]
}

const serving =
  ({ convenors }: Rotation) =>
  (personId: number, date: string): boolean =>
    servingOn(convenors, date).includes(personId)

/** On the first morning of a turn: who leads, or that the predecessor still does. */
const morning: Job = {
  name: 'turn-morning',
  graceMinutes: 12 * 60,
  slots: (_db, station, after, upTo) =>
    station.mode === '站长' ? [] : daily('07:30', station, after, upTo).filter(({ at }) => at.day === 1),
  async run(context) {
    const { db, station, now, change } = context
    const rotation = await rotationOf(db, station, now, 1)
    const turn = rotation.table.turns[0]
    if (!turn) return
    await keepTurns(change, station, [turn])
    const responsible = responsibleAt(rotation.turns, rotation.handovers, now, serving(rotation))
    const fromId = responsible && responsible.personId !== turn.personId ? responsible.personId : null
    const [name, from] = await namesOf(db, [turn.personId, ...(fromId === null ? [] : [fromId])])
    await context.announce(copy.morning(name!, turn, from ?? null), { urgent: true })
  },
}

/** Not accepted within 48 hours: the liaison officers are asked to help, once. */
const escalation: Job = {
  name: 'handover-escalation',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => daily('18:00', station, after, upTo),
  async run(context) {
    const { db, station, now, change } = context
    const row = await db.handover.findFirst({ where: { stationId: station.id }, orderBy: { id: 'desc' } })
    if (!row || !escalationDue(handoverOf(row), now)) return
    await change.update('Handover', row.id, { escalatedAt: dateOf(now) })
    const [from, to] = await namesOf(db, [row.fromId, row.toId])
    const liaisons = await db.roleGrant.findMany({ where: { stationId: station.id, role: 'liaison', until: null } })
    for (const { personId } of liaisons) await context.tell(personId, copy.escalate(from!, to!))
  },
}

export const turnReminders: readonly Job[] = [eve, morning, escalation]
