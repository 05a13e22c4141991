import type { Membership } from '../../prisma/generated/client.js'
import { invitationProgress, type MembershipState, stepMembership } from '../../station/people/consent.js'
import { matchPerson } from '../../station/people/roster-match.js'
import { LEADING, type Role } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { mark } from '../keyed.js'
import { liaisonsOf } from '../opinion/staff.js'
import { accountOf } from '../station-context.js'
import { fullName, fullNames } from './arguments.js'
import { copy } from './copy.js'
import { endRoles } from './end-roles.js'
import { DEPUTY_KINDS, knownPeople, rosterEntry } from './roster.js'
import { stationCard } from './station-card.js'

const OPEN_DAYS = 60
const INVITERS: readonly Role[] = ['convenor', 'onDuty', 'head', 'liaison', 'district']

/** Asks somebody for their own word. No answer is no consent, however long it takes. */
export async function askToJoin(context: CommandContext, { id, personId, kind }: Membership): Promise<void> {
  await context.askPrivately(personId, {
    kind: 'join-station',
    payload: { membershipId: id },
    text: copy.invitation(context.station.name, kind, context.speaker.name),
    openMinutes: OPEN_DAYS * 24 * 60,
  })
}

export const inviteCommand = command({
  name: '邀请',
  aliases: ['邀请加入'],
  summary: '邀请代表加入本站，征询本人',
  args: { everybody: mark('全部未回复', /全部(?:未回复)?(?:的)?/), names: optional(fullNames('张敏 陈静')) },
  who: INVITERS,
  changes: true,
  examples: ['邀请 张敏 陈静', '邀请 全部未回复'],
  async run(context, { names = [], everybody }) {
    const wanted = everybody ? await unanswered(context) : names
    const invited: string[] = []
    const unreachable: string[] = []
    const members: string[] = []
    for (const name of wanted) {
      const outcome = await invite(context, name)
      if (outcome === 'unknown') await context.say(copy.notOnRoster(name))
      else ({ invited, unreachable, member: members })[outcome].push(name)
    }
    if (members.length > 0) await context.say(copy.alreadyMember(members))
    if (invited.length + unreachable.length > 0) await context.say(copy.invited(invited, unreachable))
  },
  answers: {
    'join-station': {
      accepts: (folded) => {
        if (/^(?:我?(?:愿意|同意)(?:加入|入站|进站)?|加入)$/.test(folded)) return 'agree'
        if (/^(?:不(?:愿意|同意)?(?:加入|入站|进站)?|婉拒|不便)$/.test(folded)) return 'decline'
        return /^(?:我?想?(?:先|再)?了解(?:一下|更多)?|想了解)$/.test(folded) ? 'ask' : undefined
      },
      run: (context, { membershipId }, said) =>
        answer(context, membershipId as number, said as 'agree' | 'decline' | 'ask'),
    },
  },
})

async function unanswered({ db, station }: CommandContext): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: { stationId: station.id, state: { in: ['invited', 'asked'] }, kind: { not: '工作人员' } },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ person }) => person.name)
}

async function invite(
  context: CommandContext,
  name: string,
): Promise<'invited' | 'unreachable' | 'member' | 'unknown'> {
  const { db, station, change, now, speaker } = context
  const at = dateOf(now)
  const entry = await rosterEntry(context, name)
  const isOver = entry?.until != null && entry.until <= at
  const stepped = stepMembership(isOver ? 'left' : (entry?.state as MembershipState | undefined), 'invite')
  if (!stepped.ok) return 'member'
  const columns = {
    state: stepped.value,
    since: at,
    until: null,
    consent: null,
    answeredAt: null,
    invitedAt: at,
    invitedById: speaker.personId,
  }
  let row: Membership
  if (entry) row = await change.update('Membership', entry.id, columns)
  else {
    const match = matchPerson({ name, level: null, employer: null }, await knownPeople(context, [name]))
    const elsewhere = match ?? (await onlyOneNamed(context, name))
    if (!elsewhere) return 'unknown'
    row = await change.create('Membership', { stationId: station.id, personId: elsewhere.id, kind: '驻站', ...columns })
  }
  if ((await accountOf(db, row.personId, now)) === null) return 'unreachable'
  await askToJoin(context, row)
  return 'invited'
}

/** A deputy of another station of the district, when there is only one of that name. */
async function onlyOneNamed(context: CommandContext, name: string): Promise<{ id: number } | undefined> {
  const [person, another] = await knownPeople(context, [name])
  return another ? undefined : person
}

async function answer(context: CommandContext, membershipId: number, said: 'agree' | 'decline' | 'ask') {
  const { db, change, now, station, say, speaker } = context
  const row = await db.membership.findUniqueOrThrow({ where: { id: membershipId } })
  const stepped = stepMembership(row.state as MembershipState, said)
  if (!stepped.ok) return
  const at = dateOf(now)
  await change.update('Membership', row.id, {
    state: stepped.value,
    answeredAt: at,
    ...(said === 'agree' && { consent: 'self', since: at }),
  })
  const word = ({ agree: '同意加入', decline: '不加入', ask: '想先了解' } as const)[said]
  for (const personId of new Set([
    ...(row.invitedById === null ? [] : [row.invitedById]),
    ...(await liaisonsOf(context)),
  ]))
    await context.tell(personId, copy.answered(speaker.name, station.name, word))
  if (said === 'agree') return say(copy.agreed(station.name, now))
  if (said === 'decline') return say(copy.declined(station.name, now))
  await context.ask({
    kind: 'join-station',
    payload: { membershipId },
    text: copy.aboutStation(await stationCard(db, station, now)),
    openMinutes: OPEN_DAYS * 24 * 60,
  })
}

export const progressCommand = command({
  name: '邀请进度',
  aliases: ['入站情况'],
  summary: '看邀请了多少人、谁还没回',
  who: LEADING,
  changes: false,
  examples: ['邀请进度'],
  async run(context) {
    const { db, station, say, speaker, roomId } = context
    const rows = await db.membership.findMany({
      where: { stationId: station.id, kind: { in: [...DEPUTY_KINDS, '顾问'] } },
      include: { person: true },
      orderBy: { id: 'asc' },
    })
    const progress = invitationProgress(rows.map(({ state }) => state as MembershipState))
    const named = (state: MembershipState) => rows.filter((row) => row.state === state).map(({ person }) => person.name)
    const names = copy.progressNames(named('invited'), named('asked'), named('declined'))
    await say(copy.progress(progress, roomId !== null))
    // Who has not answered is nobody else's business.
    if (names !== '') await context.tell(speaker.personId, names, { urgent: true })
  },
})

export const leaveCommand = command({
  name: '退出本站',
  aliases: ['退站'],
  summary: '自己退出本站',
  who: ['deputy', 'adviser'],
  changes: true,
  examples: ['退出本站'],
  async run(context) {
    const { db, station, speaker, say } = context
    const entry = await db.membership.findFirst({
      where: { stationId: station.id, personId: speaker.personId, state: 'agreed' },
    })
    if (!entry) return
    await end(context, entry)
    for (const personId of await liaisonsOf(context)) await context.tell(personId, copy.leftNotice(speaker.name))
    await say(copy.left(station.name))
  },
})

export const removeCommand = command({
  name: '移出',
  aliases: ['移出名册'],
  summary: '把人移出本站名册',
  args: { name: fullName() },
  who: ['liaison', 'district'],
  changes: true,
  examples: ['移出 张敏'],
  async run(context, { name }) {
    const entry = await rosterEntry(context, name)
    if (entry?.state !== 'agreed') return context.say(copy.notMember(name))
    await end(context, entry)
    await context.say(copy.removed(name))
  },
})

async function end(context: CommandContext, entry: Membership) {
  await context.change.update('Membership', entry.id, { state: 'left', answeredAt: dateOf(context.now) })
  await endRoles(context, entry.personId)
}
