import { dateOf } from '../../../station/time/civil.js'
import { type BookLoader, dayText, listed } from './input.js'

const STATES: Readonly<Record<string, string>> = {
  invited: '已邀请',
  agreed: '在册',
  declined: '婉拒',
  asked: '询问中',
  left: '退出',
}

export const loadRoster: BookLoader = async ({ db, station, now }) => {
  const memberships = await db.membership.findMany({
    where: { stationId: station.id, kind: { not: '工作人员' } },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  const convenors = await db.roleGrant.findMany({
    where: { stationId: station.id, role: { in: ['convenor', 'head'] } },
  })
  const serving = new Map(
    convenors
      .filter(({ until }) => until === null || until > dateOf(now))
      .map(({ personId, role }) => [personId, role === 'head' ? '站长' : '召集人']),
  )
  return memberships.map(({ person, kind, state, since, until }, index) => ({
    no: index + 1,
    name: person.name,
    level: person.level,
    delegation: person.delegation,
    term: person.term,
    professions: listed(person.professions),
    employer: person.employer,
    kind,
    role: serving.get(person.id) ?? null,
    since: dayText(since),
    until: dayText(until),
    state: STATES[state] ?? state,
  }))
}
