import { namesOf } from '../commands/duty/book.js'
import { handoverBrief } from '../commands/rotation/brief.js'
import { copy as briefCopy } from '../commands/rotation/brief-copy.js'
import { copy } from '../commands/rotation/copy.js'
import {
  handoverOf,
  keepTurns,
  PLANNED_PERIODS,
  type Rotation,
  rotationOf,
  settleTurns,
} from '../commands/rotation/turns.js'
import { accountOf } from '../commands/station-context.js'
import type { Tx } from '../prisma/change.js'
import type { Handover, Station } from '../prisma/generated/client.js'
import { handoverDue } from '../station/rotation/announce-handover.js'
import { servingOn } from '../station/rotation/convenor.js'
import { escalationDue, HANDOVER_RULE } from '../station/rotation/handover.js'
import { responsibleAt } from '../station/rotation/responsible-at.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** On the eve of a turn at 18:00: who hands over to whom, and what goes with it. */
const eve: Job = {
  name: 'turn-eve',
  graceMinutes: 5 * 60,
  slots: (_db, station, after, upTo) =>
    station.mode === '站长' ? [] : daily(HANDOVER_RULE.announceAt, station, after, upTo),
  idle: async ({ db, station, now }) => toAnnounce(await rotationOf(db, station, now, 2), now) === null,
  async run(context) {
    const { db, station, now, change } = context
    const rotation = await rotationOf(db, station, now, 2)
    const due = toAnnounce(rotation, now)
    if (!due) return
    await keepTurns(
      change,
      station,
      rotation.table.turns.filter(({ period }) => period.startsOn <= startOf(rotation, due.key)),
    )
    const { key, fromId, toId } = due
    await change.create('Handover', { stationId: station.id, key, fromId, toId, announcedAt: dateOf(now) })
    const [from, to] = await namesOf(db, [fromId, toId])
    const accounts = await Promise.all([fromId, toId].map((id) => accountOf(db, id, now)))
    await context.announce(copy.eve(from!, to!, briefCopy.counts(await handoverBrief(context))), {
      mentionIds: accounts.filter((account) => account !== null),
      urgent: true,
    })
  },
}

const startOf = ({ turns }: Rotation, key: string): string =>
  turns.find(({ period }) => period.key === key)!.period.startsOn

const serving =
  ({ convenors }: Rotation) =>
  (personId: number, date: string): boolean =>
    servingOn(convenors, date).includes(personId)

const toAnnounce = (rotation: Rotation, now: Moment) =>
  handoverDue(rotation.turns, rotation.handovers, now, HANDOVER_RULE, serving(rotation))

/** On the first morning of a turn: who leads, or that the predecessor still does. It is history from now on. */
const morning: Job = {
  name: 'turn-morning',
  graceMinutes: 12 * 60,
  slots: (_db, station, after, upTo) => (station.mode === '站长' ? [] : daily('07:30', station, after, upTo)),
  async idle({ db, station, now }) {
    const { table } = await rotationOf(db, station, now, PLANNED_PERIODS)
    const today = now.toPlainDate().toString()
    return table.changes.length === 0 && !table.turns.some(({ period }) => period.startsOn === today)
  },
  async run(context) {
    const { db, station, now, change } = context
    await settleTurns(context)
    const rotation = await rotationOf(db, station, now, 1)
    const today = now.toPlainDate().toString()
    const begun = rotation.table.turns.filter(({ period }) => period.startsOn === today)
    const [turn] = begun
    if (!turn) return
    await keepTurns(change, station, begun)
    if (servingOn(rotation.convenors, today).length === 1) return
    const responsible = responsibleAt(rotation.turns, rotation.handovers, now, serving(rotation))
    const fromId = responsible && responsible.personId !== turn.personId ? responsible.personId : null
    const [name, from] = await namesOf(db, [turn.personId, ...(fromId === null ? [] : [fromId])])
    await context.announce(copy.morning(name!, turn, from ?? null), { urgent: true })
  },
}

async function toEscalate(db: Tx, station: Station, now: Moment): Promise<Handover | null> {
  const row = await db.handover.findFirst({ where: { stationId: station.id }, orderBy: { id: 'desc' } })
  return row && escalationDue(handoverOf(row), now) ? row : null
}

/** Not accepted within 48 hours: the liaison officers are asked to help, once. */
const escalation: Job = {
  name: 'handover-escalation',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => daily('18:00', station, after, upTo),
  idle: async ({ db, station, now }) => (await toEscalate(db, station, now)) === null,
  async run(context) {
    const { db, station, now, change } = context
    const row = await toEscalate(db, station, now)
    if (!row) return
    await change.update('Handover', row.id, { escalatedAt: dateOf(now) })
    const [from, to] = await namesOf(db, [row.fromId, row.toId])
    const liaisons = await db.roleGrant.findMany({ where: { stationId: station.id, role: 'liaison', until: null } })
    for (const { personId } of liaisons) await context.tell(personId, copy.escalate(from!, to!))
  },
}

export const turnReminders: readonly Job[] = [eve, morning, escalation]
