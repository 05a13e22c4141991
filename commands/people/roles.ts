import type { Role } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { lastMoment } from '../activity/moment-of.js'
import { oneOf, optional, whenAfter } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { fullName, fullNames } from './arguments.js'
import { copy as roster } from './copy.js'
import { outsider } from './leading-group.js'
import { copy } from './organisation-copy.js'
import { rosterEntry } from './roster.js'
import { inForce } from './standing.js'

/** Roles that are given, by what people call them. Convenors and heads have commands of their own. */
const GIVEN: Readonly<Record<string, Role>> = {
  联络员: 'liaison',
  服务队员: 'service',
  服务队: 'service',
  特聘专家: 'adviser',
  专家: 'adviser',
  召集人: 'convenor',
  站长: 'head',
}
const BY_DISTRICT: readonly Role[] = ['liaison', 'head']

export const grantCommand = command({
  name: '设角色',
  aliases: ['授权'],
  summary: '设联络员、服务队、特聘专家，可设期限',
  args: { role: oneOf('角色', GIVEN), until: optional(whenAfter('到', '到哪天')), names: fullNames('孙莉') },
  who: ['district', 'liaison'],
  changes: true,
  examples: ['设角色 联络员 孙莉 到 2027年12月31日', '设角色 服务队 钱多 孙少', '设角色 特聘专家 云少华'],
  async run(context, { role, names, until }) {
    const { say, now, speaker } = context
    if (role === 'convenor') return say(copy.useConvenor)
    if (BY_DISTRICT.includes(role) && !speaker.roles.has('district')) return say(copy.byDistrict(role))
    const last = until && lastMoment(until)
    if (until && !last) return say(copy.unreadableDate)
    const end = last ? dateOf(last.add({ days: 1 }).startOfDay()) : null
    if (end && end <= dateOf(now)) return say(roster.ended)
    for (const name of names) await grant(context, name, role, end)
    await say(copy.granted(names, role, end))
  },
})

async function grant(context: CommandContext, name: string, role: Role, until: Date | null) {
  const { db, station, change, now } = context
  const since = dateOf(now)
  const person = (await rosterEntry(context, name))?.person ?? (await outsider(context, name, null))
  if (role === 'adviser') return advise(context, person.id, until)
  const where = { personId: person.id, stationId: station.id, role }
  const held = await db.roleGrant.findFirst({ where: { ...where, ...inForce(since) } })
  if (held) await change.update('RoleGrant', held.id, { until })
  else await change.create('RoleGrant', { ...where, since, until })
}

/** An expert is a member of a kind of their own, not the holder of a grant. */
async function advise({ db, station, change, now, speaker }: CommandContext, personId: number, until: Date | null) {
  const at = dateOf(now)
  const where = { stationId_personId: { stationId: station.id, personId } }
  const columns = {
    kind: '顾问',
    state: 'agreed',
    consent: 'paper',
    until,
    answeredAt: at,
    invitedById: speaker.personId,
  }
  const row = await db.membership.findUnique({ where })
  if (row) await change.update('Membership', row.id, columns)
  else await change.create('Membership', { stationId: station.id, personId, since: at, ...columns })
}

export const revokeCommand = command({
  name: '免角色',
  aliases: ['收回授权'],
  summary: '结束一个人的角色',
  args: { role: oneOf('角色', { ...GIVEN, 分管领导: 'leader', 领导小组: 'leader' }), name: fullName('孙莉') },
  who: ['district', 'liaison'],
  changes: true,
  examples: ['免角色 联络员 孙莉'],
  async run(context, { role, name }) {
    const { db, station, change, now, say, speaker } = context
    if (role === 'convenor') return say(copy.useConvenor)
    if ([...BY_DISTRICT, 'leader'].includes(role) && !speaker.roles.has('district'))
      return say(copy.byDistrict(role as Role))
    const at = dateOf(now)
    const grants = await db.roleGrant.findMany({
      where: { stationId: station.id, role, person: { name }, ...inForce(at) },
    })
    for (const { id } of grants) await change.update('RoleGrant', id, { until: at })
    const entry = role === 'adviser' ? await rosterEntry(context, name) : null
    const isAdviser = entry?.kind === '顾问' && entry.state === 'agreed'
    if (isAdviser) await change.update('Membership', entry.id, { until: at })
    await say(grants.length > 0 || isAdviser ? copy.revoked(name, role as Role) : copy.notHolding(name, role as Role))
  },
})
