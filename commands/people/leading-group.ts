import type { Opinion, Person } from '../../prisma/generated/client.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { keyed, words } from '../keyed.js'
import { clockOf } from '../opinion/refer.js'
import { accountOf } from '../station-context.js'
import { fullName } from './arguments.js'
import { copy } from './organisation-copy.js'
import { knownPeople } from './roster.js'
import { inForce } from './standing.js'
import { READERS } from './stations.js'

/** In the order in which the group is printed. */
const TITLES = ['组长', '副组长', '成员'] as const

export const leadingGroupCommand = command({
  name: '领导小组',
  summary: '看或登记领导小组',
  args: {
    title: optional(oneOf('职务', { 副组长: '副组长', 组长: '组长', 成员: '成员' })),
    name: optional(fullName('刘志远')),
    office: optional(words('单位', '区人大常委会')),
  },
  who: READERS,
  changes: true,
  examples: ['领导小组', '领导小组 副组长 刘志远 区人大常委会'],
  async run(context, { title, name, office }) {
    const { db, station, change, now, say, speaker } = context
    if (!title || !name) return say(copy.leadingGroup(await leaders(context)))
    if (!speaker.roles.has('district') && !speaker.roles.has('liaison')) return say(copy.byDistrict('leader'))
    const person = await outsider(context, name, office?.join('') ?? null)
    const held = await db.roleGrant.findFirst({
      where: { personId: person.id, stationId: station.id, role: 'leader', ...inForce(dateOf(now)) },
    })
    if (held) await change.update('RoleGrant', held.id, { title })
    else
      await change.create('RoleGrant', {
        personId: person.id,
        stationId: station.id,
        role: 'leader',
        title,
        since: dateOf(now),
      })
    await say(copy.leaderKept(title, name, (await accountOf(db, person.id, now)) !== null))
  },
})

/** Somebody who need not be a deputy: a leader, an expert, a helper. Known to the district by name, or new. */
export async function outsider(context: StationContext, name: string, employer: string | null): Promise<Person> {
  const [known, another] = await knownPeople(context, [name])
  if (!known || another) return context.change.create('Person', { name, employer }) as Promise<Person>
  return employer ? (context.change.update('Person', known.id, { employer }) as Promise<Person>) : known.person
}

async function leaders({ db, station, now }: StationContext) {
  const grants = await db.roleGrant.findMany({
    where: {
      role: 'leader',
      OR: [{ stationId: station.id }, { districtId: station.districtId }],
      AND: [inForce(dateOf(now))],
    },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  const rank = (title: string | null) => TITLES.indexOf((title ?? '成员') as (typeof TITLES)[number])
  return grants
    .sort((a, b) => rank(a.title) - rank(b.title))
    .map(({ title, person }) => ({
      personId: person.id,
      title: title ?? '成员',
      name: person.name,
      employer: person.employer,
    }))
}

/** Opinions with a unit that has not answered in time, the latest first. */
async function overdueOpinions({ db, station, now }: StationContext) {
  const rows: Opinion[] = await db.opinion.findMany({
    where: { stationId: station.id, startedOn: { not: null }, state: { in: ['转办', '办理中', '移交家室'] } },
    orderBy: { no: 'asc' },
  })
  return rows
    .flatMap((row) => {
      const clock = clockOf(row, now.toPlainDate())
      return clock?.ok && clock.value.leftWorkdays < 0 ? [{ row, lateWorkdays: -clock.value.leftWorkdays }] : []
    })
    .sort((a, b) => b.lateWorkdays - a.lateWorkdays)
}

/**
 * Tells those who can help what was not answered in time: the deputy heads of the group, who are in charge of the work, and
 * its head where there is none. Answers with whom it told.
 */
export async function reportOverdue(context: StationContext): Promise<{ names: string[]; count: number }> {
  const overdue = await overdueOpinions(context)
  if (overdue.length === 0) return { names: [], count: 0 }
  const group = await leaders(context)
  const deputies = group.filter(({ title }) => title === '副组长')
  const names: string[] = []
  for (const { personId, name } of deputies.length > 0 ? deputies : group.filter(({ title }) => title === '组长')) {
    if ((await accountOf(context.db, personId, context.now)) === null) continue
    await context.tell(personId, copy.overdue(context.now.month, overdue))
    names.push(name)
  }
  return { names, count: overdue.length }
}

export const reportCommand = command({
  name: '上报',
  aliases: ['上报领导小组'],
  summary: '把超期未答复的意见报给分管领导',
  args: { whom: optional(keyed(['给'], '报给谁', '给 领导小组')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['上报领导小组'],
  async run(context) {
    const { names, count } = await reportOverdue(context)
    if (count === 0) return context.say(copy.nothingOverdue)
    await context.say(names.length > 0 ? copy.reported(names, count) : copy.nobodyToReport)
  },
})

export const chartCommand = command({
  name: '架构',
  aliases: ['组织架构', '本站架构'],
  summary: '看本站的组织架构',
  who: READERS,
  changes: false,
  examples: ['架构'],
  async run(context) {
    const { db, station, now, say } = context
    const current = inForce(dateOf(now))
    const grants = await db.roleGrant.findMany({
      where: { stationId: station.id, ...current },
      include: { person: true },
      orderBy: { id: 'asc' },
    })
    const holding = (role: string) => [
      ...new Set(grants.filter((grant) => grant.role === role).map(({ person }) => person.name)),
    ]
    const members = await db.membership.groupBy({
      by: ['kind'],
      where: { stationId: station.id, state: 'agreed', ...current },
      _count: true,
    })
    const counted = (...kinds: string[]) =>
      members.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { _count }) => sum + _count, 0)
    await say(
      copy.chart({
        leaders: (await leaders(context)).map(({ title, name }) => `${title}${name}`),
        head: station.mode === '站长' ? (holding('head')[0] ?? '待定') : null,
        convenors: station.mode === '站长' ? [] : holding('convenor'),
        deputies: counted('驻站', '特邀', '联系'),
        advisers: counted('顾问'),
        team: holding('service').length,
        liaisons: holding('liaison'),
      }),
    )
  },
})
