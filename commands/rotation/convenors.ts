import type { Tx } from '../../prisma/change.js'
import type { Role } from '../../station/roles.js'
import { CONVENORS_EXPECTED } from '../../station/rotation/convenor.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { oneOf, optional, text, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { personNamed } from '../duty/find.js'
import { copy } from './copy.js'
import { reviseTurns } from './turns.js'

const convenorsFit = (count: number): boolean =>
  count >= CONVENORS_EXPECTED.minPersons && count <= CONVENORS_EXPECTED.maxPersons

const KEEPERS: readonly Role[] = ['district', 'liaison']
const name = optional(word('姓名', '李强'))

export const setConvenorCommand = command({
  name: '设召集人',
  summary: '设一名召集人（2–3名）',
  args: { name },
  who: KEEPERS,
  changes: true,
  examples: ['设召集人 李强'],
  run: (context, { name: wanted }) => set(context, wanted, false),
  answers: {
    'one-more-convenor': {
      accepts: (folded) => (/^(?:是|确认|对|好)$/.test(folded) ? true : undefined),
      run: (context, { name: wanted }) => set(context, wanted as string, true),
    },
  },
})

async function set(context: CommandContext, wanted: string | undefined, sure: boolean) {
  const { db, station, say, change, now } = context
  if (!wanted) return say(copy.whoConvenor)
  const person = await personNamed(db, station.id, wanted)
  if (!person) return say(copy.noSuchPerson(wanted))
  const serving = await servingNow(db, station.id, now)
  if (serving.includes(person.id)) return say(copy.alreadyConvenor(person.name, serving.length))
  if (serving.length >= 3 && !sure)
    return context.ask({
      kind: 'one-more-convenor',
      payload: { name: wanted },
      text: copy.tooMany(wanted, serving.length + 1),
    })
  const grant = { personId: person.id, stationId: station.id, role: 'convenor', since: dateOf(now) }
  await reviseTurns(context, () => change.create('RoleGrant', grant))
  await say(copy.madeConvenor(person.name, serving.length + 1))
}

async function servingNow(db: Tx, stationId: number, now: Moment): Promise<number[]> {
  const at = dateOf(now)
  const grants = await db.roleGrant.findMany({
    where: {
      stationId,
      role: 'convenor',
      since: { lte: at },
      OR: [{ until: null }, { until: { gt: at } }],
    },
  })
  return [...new Set(grants.map(({ personId }) => personId))]
}

export const endConvenorCommand = command({
  name: '免召集人',
  aliases: ['撤召集人', '不再担任召集人'],
  summary: '结束一名召集人的任期',
  args: { name },
  who: KEEPERS,
  changes: true,
  examples: ['免召集人 李强'],
  async run(context, { name: wanted }) {
    const { db, station, say, change, now } = context
    const person = wanted ? await personNamed(db, station.id, wanted) : null
    if (!person) return say(wanted ? copy.noSuchPerson(wanted) : copy.whoConvenor)
    const serving = await servingNow(db, station.id, now)
    if (!serving.includes(person.id)) return say(copy.notConvenor(person.name))
    const grants = await db.roleGrant.findMany({
      where: { stationId: station.id, role: 'convenor', personId: person.id, until: null },
    })
    await reviseTurns(context, async () => {
      for (const grant of grants) await change.update('RoleGrant', grant.id, { until: dateOf(now) })
    })
    await say(copy.removedConvenor(person.name, serving.length - 1))
  },
})

export const checkConvenorsCommand = command({
  name: '检查',
  aliases: ['检查召集人'],
  summary: '看各站召集人是否2–3名',
  args: { what: optional(oneOf('项目', { 召集人: 'convenors' })) },
  who: KEEPERS,
  changes: false,
  examples: ['检查 召集人'],
  async run({ db, station, say, now }) {
    const stations = await db.station.findMany({ where: { districtId: station.districtId }, orderBy: { id: 'asc' } })
    const rows = await Promise.all(
      stations.map(async ({ id, name: stationName }) => {
        const count = (await servingNow(db, id, now)).length
        return { station: stationName, count, ok: convenorsFit(count) }
      }),
    )
    await say(copy.check(rows))
  },
})

/** The report's four criteria; 专业 is known from the roster, 履职意愿 from the person's own word. */
const criteriaOf = (professions: readonly string[], willing: boolean | null) => ({
  专业: professions.length > 0 ? true : null,
  威望: null,
  履职意愿: willing,
  组织能力: null,
})

export const nominateCommand = command({
  name: '提名召集人',
  summary: '提名召集人，先征询本人',
  args: { name, reason: optional(text('理由', '理由 三甲医院主任医师')) },
  who: [...KEEPERS, 'convenor', 'onDuty'],
  changes: true,
  examples: ['提名召集人 王芳 理由 三甲医院主任医师，愿牵头'],
  async run(context, { name: wanted, reason }) {
    const { db, station, say, change, now, speaker } = context
    const person = wanted ? await personNamed(db, station.id, wanted) : null
    if (!person) return say(wanted ? copy.noSuchPerson(wanted) : copy.whoConvenor)
    const why = reason?.replace(/^理由[:：\s]*/, '') ?? null
    const { professions } = await db.person.findUniqueOrThrow({ where: { id: person.id } })
    const row = await change.create('Nomination', {
      stationId: station.id,
      personId: person.id,
      byId: speaker.personId,
      reason: why,
      criteria: criteriaOf(professions, null),
      state: 'asked',
      nominatedAt: dateOf(now),
    })
    await context.askPrivately(person.id, {
      kind: 'nomination',
      payload: { nominationId: row.id },
      text: copy.askNominee(station.name, why),
      openMinutes: 14 * 24 * 60,
    })
    await say(copy.nominated(person.name))
  },
  answers: {
    nomination: {
      accepts: (folded) => (/^同意$/.test(folded) ? true : /^不同意$|^不便$/.test(folded) ? false : undefined),
      async run(context, { nominationId }, yes) {
        const { db, change, now, tell, say, speaker } = context
        const row = await db.nomination.findUniqueOrThrow({ where: { id: nominationId as number } })
        await change.update('Nomination', row.id, {
          state: yes ? 'agreed' : 'declined',
          answeredAt: dateOf(now),
          criteria: { ...(row.criteria as object), 履职意愿: yes } as never,
        })
        await say(copy.thanks)
        await tell(row.byId, yes ? copy.nomineeAgreed(speaker.name) : copy.nomineeDeclined(speaker.name))
      },
    },
  },
})

export const recommendCommand = command({
  name: '推荐召集人',
  summary: '按四项条件推荐召集人',
  args: { name },
  who: [...KEEPERS, 'convenor', 'onDuty'],
  changes: true,
  examples: ['推荐召集人 周宁'],
  async run({ db, station, say, change, now, speaker }, { name: wanted }) {
    const person = wanted ? await personNamed(db, station.id, wanted) : null
    if (!person) return say(wanted ? copy.noSuchPerson(wanted) : copy.whoConvenor)
    const { professions } = await db.person.findUniqueOrThrow({ where: { id: person.id } })
    const asked = await db.nomination.findFirst({
      where: { stationId: station.id, personId: person.id, state: 'agreed' },
    })
    const serving = await db.roleGrant.findFirst({
      where: { stationId: station.id, personId: person.id, role: 'convenor', until: null },
    })
    const criteria = criteriaOf(professions, asked || serving ? true : null)
    await change.create('Nomination', {
      stationId: station.id,
      personId: person.id,
      byId: speaker.personId,
      criteria,
      state: 'recommended',
      nominatedAt: dateOf(now),
    })
    await say(copy.recommended(person.name, criteria))
  },
})

export const leadModeCommand = command({
  name: '本站负责人模式',
  aliases: ['负责人模式'],
  summary: '改用站长或召集人轮值',
  args: { mode: oneOf('模式', { 站长: '站长', 召集人: '召集人' }) },
  who: KEEPERS,
  changes: true,
  examples: ['本站负责人模式 站长'],
  async run({ change, station, say }, { mode }) {
    await change.update('Station', station.id, { mode })
    await say(mode === '站长' ? copy.headMode : copy.convenorMode)
  },
})

export const setHeadCommand = command({
  name: '设站长',
  summary: '设站长（站长制的站）',
  args: { name },
  who: KEEPERS,
  changes: true,
  examples: ['设站长 李强'],
  async run({ db, station, say, change, now }, { name: wanted }) {
    const person = wanted ? await personNamed(db, station.id, wanted) : null
    if (!person) return say(wanted ? copy.noSuchPerson(wanted) : copy.whoConvenor)
    const old = await db.roleGrant.findMany({ where: { stationId: station.id, role: 'head', until: null } })
    for (const grant of old) await change.update('RoleGrant', grant.id, { until: dateOf(now) })
    await change.create('RoleGrant', { personId: person.id, stationId: station.id, role: 'head', since: dateOf(now) })
    await say(copy.madeHead(person.name))
  },
})
