import type { AccountClaim, Person } from '../../prisma/generated/client.js'
import type { Role } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { mark } from '../keyed.js'
import { liaisonsOf } from '../opinion/staff.js'
import { copy } from './account-copy.js'
import { fullName } from './arguments.js'
import { bindAccount } from './binding.js'
import { issueCode, VALID_DAYS } from './code.js'

const KEEPERS: readonly Role[] = ['liaison', 'district']

export const codeCommand = command({
  name: '邀请码',
  aliases: ['绑定码'],
  summary: '给一个人绑定微信用的邀请码',
  args: { name: fullName() },
  who: KEEPERS,
  where: ['private'],
  changes: true,
  examples: ['邀请码 张敏'],
  async run({ db, station, now, services, say }, { name }) {
    const here = { stationId: station.id }
    const person = await db.person.findFirst({
      where: {
        name,
        OR: [{ memberships: { some: here } }, { roles: { some: { OR: [here, { districtId: station.districtId }] } } }],
      },
      orderBy: { id: 'asc' },
    })
    if (!person) return say(copy.codeFor(name))
    const code = await issueCode(db, services, now, { stationId: station.id, personId: person.id })
    await say(copy.code(person.name, code, VALID_DAYS))
  },
  answers: {
    'own-account': {
      accepts: (folded) =>
        /^(?:是我|是本人|是的,?是我)$/.test(folded) ? true : /^不是(?:我|本人)$/.test(folded) ? false : undefined,
      async run(context, { claimId }, yes) {
        const claim = await context.db.accountClaim.findUniqueOrThrow({ where: { id: claimId as number } })
        if (claim.state !== 'open') return
        if (yes) {
          await accept(context, claim, 'self')
          return context.say(copy.yours)
        }
        await context.db.accountClaim.update({ where: { id: claim.id }, data: { state: 'refused' } })
        for (const id of await liaisonsOf(context))
          await context.tell(id, copy.strange(claim.displayName, context.speaker.name))
        await context.say(copy.notYours)
      },
    },
  },
})

async function accept({ db, change, now }: CommandContext, claim: AccountClaim, evidence: 'liaison' | 'self') {
  await db.accountClaim.update({ where: { id: claim.id }, data: { state: 'accepted' } })
  await bindAccount(change, now, { chatAccountId: claim.chatAccountId, personId: claim.personId, evidence })
}

async function openClaims({ db, station }: CommandContext): Promise<(AccountClaim & { person: Person })[]> {
  const claims = await db.accountClaim.findMany({
    where: { stationId: station.id, state: 'open' },
    orderBy: { id: 'asc' },
  })
  const people = await db.person.findMany({ where: { id: { in: claims.map(({ personId }) => personId) } } })
  return claims.map((claim) => ({ ...claim, person: people.find(({ id }) => id === claim.personId)! }))
}

export const claimsCommand = command({
  name: '待认领',
  summary: '看哪些账号说自己是谁',
  who: KEEPERS,
  changes: false,
  examples: ['待认领'],
  async run(context) {
    const claims = await openClaims(context)
    await context.say(
      copy.claims(claims.map(({ displayName, person }) => ({ display: displayName, name: person.name }))),
    )
  },
})

export const acceptClaimCommand = command({
  name: '认领',
  summary: '确认一个新账号是谁的',
  args: { all: mark('全部', /全部/), name: optional(fullName()) },
  who: KEEPERS,
  changes: true,
  silentAlone: true,
  examples: ['认领 张敏', '认领 全部'],
  async run(context, { all, name }) {
    if (!all && !name) return
    const claims = (await openClaims(context)).filter(({ person }) => all || person.name === name)
    if (claims.length === 0) return context.say(name ? copy.noClaim(name) : copy.claims([]))
    for (const claim of claims) await accept(context, claim, 'liaison')
    await context.say(copy.accepted([...new Set(claims.map(({ person }) => person.name))]))
  },
})

export const refuseClaimCommand = command({
  name: '驳回',
  aliases: ['驳回认领'],
  summary: '驳回一个新账号的认领',
  args: { name: fullName() },
  who: KEEPERS,
  changes: true,
  silentAlone: true,
  examples: ['驳回 张敏'],
  async run(context, { name }) {
    const claims = (await openClaims(context)).filter(({ person }) => person.name === name)
    if (claims.length === 0) return context.say(copy.noClaim(name))
    for (const { id } of claims) await context.db.accountClaim.update({ where: { id }, data: { state: 'refused' } })
    await context.say(copy.refused(name))
  },
})
