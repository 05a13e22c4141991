import type { Person } from '../../prisma/generated/client.js'
import { isPlainlyName } from '../../station/people/person-name.js'
import { type Registration, readRegistration } from '../../station/people/registration.js'
import { matchPerson } from '../../station/people/roster-match.js'
import type { Role } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { mark, words } from '../keyed.js'
import { accountOf } from '../station-context.js'
import { copy } from './copy.js'
import { askToJoin } from './invite.js'
import { knownPeople, rosterEntry } from './roster.js'

export const ROSTER_KEEPERS: readonly Role[] = ['liaison', 'district']

interface Wanted {
  registration: Registration
  onPaper: boolean
}

export const registerCommand = command({
  name: '登记',
  aliases: ['登记代表'],
  summary: '把代表登记到本站名册',
  args: {
    onPaper: mark('已同意', /已(?:书面)?同意/),
    said: words('姓名、级别、专业、单位', '张敏 省 医疗卫生 南京市中医院'),
  },
  who: ROSTER_KEEPERS,
  changes: true,
  examples: [
    '登记 张敏 省 医疗卫生 南京市中医院',
    '登记 张敏 医疗卫生、法律 南京市中医院',
    '登记 张敏 区 教育 实验小学 已同意',
  ],
  async run(context, { said, onPaper }) {
    const registration = readRegistration(said)
    // 登记 一下 is no registration
    if (!registration || (!isPlainlyName(registration.name) && !(await rosterEntry(context, registration.name)))) return
    await register(context, { registration, onPaper }, false)
  },
  answers: {
    'registered-level': {
      accepts: (folded, { levels }) => {
        const said = folded.replace(/[级代表]+$/, '')
        return said === '不登记' ? null : (levels as string[]).includes(said) ? said : undefined
      },
      async run(context, payload, level) {
        if (level === null) return context.say(copy.notRegistered)
        const { registration, onPaper } = payload.wanted as Wanted
        await register(context, { registration: { ...registration, level: level as never }, onPaper }, false)
      },
    },
    'registered-other-level': {
      accepts: (folded) =>
        /^(?:是|是的|登记)$/.test(folded) ? true : /^不(?:登记)?$/.test(folded) ? false : undefined,
      run: (context, payload, yes) =>
        yes ? register(context, payload.wanted as Wanted, true) : context.say(copy.notRegistered),
    },
  },
})

async function register(context: CommandContext, wanted: Wanted, anyLevel: boolean) {
  const { station, say } = context
  const { name, level, employer } = wanted.registration
  const known = await knownPeople(context, [name])
  const match = matchPerson({ name, level: level ?? null, employer: employer ?? null }, known)
  if (!match && known.filter(({ here }) => here).length > 1) return say(copy.twoOfOneName(name))
  const person = known.find(({ id }) => id === match?.id)?.person
  if (!person?.level && !level)
    return context.ask({
      kind: 'registered-level',
      payload: { wanted, levels: station.levels },
      text: copy.whichLevel(name, station.levels),
    })
  if (level && !station.levels.includes(level) && !anyLevel)
    return context.ask({
      kind: 'registered-other-level',
      payload: { wanted },
      text: copy.levelNotHere(name, level, station.levels),
    })
  await write(context, wanted, person)
}

async function write(context: CommandContext, { registration, onPaper }: Wanted, known: Person | undefined) {
  const { change, say, now, station } = context
  const { name, level, employer, professions } = registration
  const columns = {
    ...(level && { level, delegation: `${context.station.name.slice(0, 2)}代表团` }),
    ...(employer && { employer }),
    ...(professions.length > 0 && { professions: [...professions] }),
  }
  const person = known
    ? await change.update('Person', known.id, columns)
    : await change.create('Person', { name, ...columns })
  const entry = await rosterEntry(context, name)
  const isMember = entry?.state === 'agreed' && (!entry.until || entry.until > dateOf(now))
  if (entry && isMember) return say(copy.registered(person, null, false))
  const state = onPaper ? ('agreed' as const) : ('invited' as const)
  const at = dateOf(now)
  const membership = {
    kind: '驻站',
    state,
    since: at,
    until: null,
    consent: onPaper ? 'paper' : null,
    invitedAt: at,
    invitedById: context.speaker.personId,
    answeredAt: onPaper ? at : null,
  }
  const row = entry
    ? await change.update('Membership', entry.id, membership)
    : await change.create('Membership', { stationId: station.id, personId: person.id, ...membership })
  const reachable = (await accountOf(context.db, person.id, now)) !== null
  if (state === 'invited' && reachable) await askToJoin(context, row)
  await say(copy.registered(person, state, !reachable))
}
