import type { Station } from '../../prisma/generated/client.js'
import { Post } from '../../prisma/post.js'
import { tidyName } from '../../station/people/person-name.js'
import { foldWithMap } from '../../station/text/fold.js'
import { dateOf } from '../../station/time/civil.js'
import type { Desk } from '../front-desk.js'
import { liaisonsOf } from '../opinion/staff.js'
import { accountOf, stationContext } from '../station-context.js'
import { copy } from './account-copy.js'
import { bindAccount } from './binding.js'
import { digestOf } from './code.js'
import { UNNAMED } from './first-station.js'
import { askToJoin } from './invite.js'
import { inForce, rolesAt } from './standing.js'

/** Wrong codes from one account in a day, after which it is not answered any more. */
const MOST_TRIES = 5
const BY_CODE = /^我是\s*(\S{2,20}?)[\s,，]*(?:邀请码)?[:：\s]*(\d{6})$/
const BY_WORD = /^(?:到[\s,，]*(?:我是)?|我是|本人是)\s*([\p{Script=Han}·]{2,20})$/u

/** "我是张敏 482913", said privately: whoever knows the code is the person it was made for. */
export async function claimByCode(desk: Desk): Promise<string | undefined> {
  const { db, now, incoming, house } = desk
  if (incoming.roomId !== null || incoming.kind !== 'text') return undefined
  const match = BY_CODE.exec(foldWithMap(desk.body).text.trim())
  if (!match) return undefined
  const [, name, code] = match
  const at = dateOf(now)
  const tries = await db.accountClaim.count({
    where: { chatAccountId: incoming.accountId, state: 'wrong', claimedAt: { gt: dateOf(now.subtract({ days: 1 })) } },
  })
  if (tries >= MOST_TRIES) return 'silent'
  const people = await db.person.findMany({ where: { name: tidyName(name!) } })
  const issued = await db.invitationCode.findFirst({
    where: {
      digest: { in: people.map(({ id }) => digestOf(house.services, id, code!)) },
      usedAt: null,
      expiresAt: { gt: at },
    },
    orderBy: { id: 'desc' },
  })
  const post = new Post(db, at, incoming.seq)
  if (!issued) {
    const claim = { chatAccountId: incoming.accountId, displayName: incoming.displayName, claimedAt: at }
    await db.accountClaim.create({ data: { ...claim, stationId: 0, personId: 0, state: 'wrong' } })
    await post.toAccount(incoming.accountId, { text: copy.wrongCode })
    return 'wrong-code'
  }
  const station = await db.station.findUniqueOrThrow({ where: { id: issued.stationId } })
  const person = people.find(({ id }) => id === issued.personId)!
  await db.invitationCode.update({ where: { id: issued.id }, data: { usedAt: at } })
  const speaker = { personId: person.id, name: person.name, level: person.level, roles: new Set<never>() }
  const context = desk.context(station, speaker, '绑定')
  await bindAccount(context.change, now, {
    chatAccountId: incoming.accountId,
    personId: person.id,
    evidence: 'code',
  })
  const isUnnamed = station.state === UNNAMED
  await context.say(isUnnamed ? copy.boundFirst(person.name) : copy.bound(person.name, station.name))
  await askWhoeverWaits(desk, station, person.id)
  return 'bound'
}

/** Somebody invited who could not be reached until now is asked now. */
async function askWhoeverWaits(desk: Desk, station: Station, personId: number) {
  const row = await desk.db.membership.findFirst({ where: { stationId: station.id, personId, state: 'invited' } })
  if (!row) return
  const by = row.invitedById && (await desk.db.person.findUnique({ where: { id: row.invitedById } }))
  const roles = await rolesAt(desk.db, personId, station, desk.now)
  await askToJoin(desk.context(station, { personId, name: by ? by.name : '联络员', level: null, roles }, '邀请'), row)
}

/** "我是张敏", "到 张敏", in the group, by an account that nobody knows: noted, and asked about. Binds nothing. */
export async function claimByWord(desk: Desk, station: Station): Promise<string | undefined> {
  const { db, now, incoming, house } = desk
  if (incoming.roomId === null || incoming.kind !== 'text') return undefined
  const match = BY_WORD.exec(foldWithMap(desk.body).text.trim())
  if (!match) return undefined
  const at = dateOf(now)
  const known = await db.account.findFirst({ where: { chatAccountId: incoming.accountId, ...inForce(at) } })
  const [person, another] = await db.person.findMany({
    where: {
      name: tidyName(match[1]!),
      OR: [
        { memberships: { some: { stationId: station.id, state: { in: ['agreed', 'invited', 'asked'] } } } },
        { roles: { some: { stationId: station.id } } },
      ],
    },
  })
  if (known || !person || another) return undefined
  const context = stationContext(db, station, now, house.services, {
    action: '认领',
    changeId: `m${incoming.seq}`,
    actorId: null,
    actorName: incoming.displayName,
    causeSeq: incoming.seq,
  })
  const claim = { chatAccountId: incoming.accountId, stationId: station.id, personId: person.id }
  const open = await db.accountClaim.findFirst({ where: { ...claim, state: 'open' } })
  const { id: claimId } =
    open ??
    (await db.accountClaim.create({
      data: { ...claim, displayName: incoming.displayName, claimedAt: at, state: 'open' },
    }))
  const own = (await accountOf(db, person.id, now)) !== null
  if (own && !open) {
    const speaker = { personId: person.id, name: person.name, level: person.level, roles: new Set<never>() }
    await desk.context(station, speaker, '认领').askPrivately(person.id, {
      kind: 'own-account',
      payload: { claimId },
      text: copy.claimsYou(incoming.displayName, station.name),
      openMinutes: 7 * 24 * 60,
    })
  }
  const liaisons = await liaisonsOf(context)
  if (!open) for (const id of liaisons) await context.tell(id, copy.claimWaits(incoming.displayName, person.name))
  const names = await db.person.findMany({ where: { id: { in: liaisons } }, orderBy: { id: 'asc' } })
  await context.post.toRoom(incoming.roomId, {
    text: copy.claimed(
      person.name,
      own,
      names.map(({ name }) => name),
    ),
  })
  return 'claimed'
}
