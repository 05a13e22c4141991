import { createHash } from 'node:crypto'
import type { PrismaClient } from '../../prisma/generated/client.js'
import type { Calendar } from '../../station/document/calendar.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { copy } from './copy.js'
import type { Whose } from './source.js'
import { calendarOf } from './sources.js'

const subjectOf = ({ kind, id }: Whose): string => `${kind}:${id}`
const scopeOf = (subject: string): string => `CalendarFeed:${subject}`
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The secret of a calendar's address: made when it is first asked for, the same until it is renewed. */
export async function feedToken(context: StationContext, whose: Whose, { renew = false } = {}): Promise<string> {
  const { db, change, services, now } = context
  const subject = subjectOf(whose)
  const kept = await db.calendarFeed.findUnique({ where: { subject } })
  if (kept && !renew) return services.unseal(kept.token, scopeOf(subject))
  const secret = services.newSecret()
  const columns = { token: services.seal(secret, scopeOf(subject)), tokenHash: hashOf(secret) }
  if (kept) await change.update('CalendarFeed', kept.id, columns)
  else await change.create('CalendarFeed', { subject, ...columns, createdAt: dateOf(now) })
  return secret
}

/** The calendar behind a secret; null when there is none, or none any more. */
export async function calendarBehind(prisma: PrismaClient, token: string, now: Moment): Promise<Calendar | null> {
  const feed = await prisma.calendarFeed.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!feed) return null
  const [kind, id] = feed.subject.split(':') as [Whose['kind'], string]
  const whose: Whose = { kind, id: Number(id) }
  const name = await nameOf(prisma, whose)
  return name === null ? null : calendarOf(prisma, whose, name, now)
}

async function nameOf(prisma: PrismaClient, { kind, id }: Whose): Promise<string | null> {
  if (kind === 'station') {
    const station = await prisma.station.findUnique({ where: { id } })
    return station && copy.stationCalendar(station.name)
  }
  const person = await prisma.person.findUnique({ where: { id } })
  return person && copy.personCalendar(person.name)
}
