import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../../commands/command.js'
import { attend, type House } from '../../../commands/front-desk.js'
import { answers, commands } from '../../../commands/index.js'
import { readWords } from '../../../commands/understanding/read-plain.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { adjust, mayDo, rolesFor } from '../../../station/people/permissions.js'
import { ALL_ROLES, type Role } from '../../../station/roles.js'
import { dateOf } from '../../../station/time/civil.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'

let theatre: Theatre
let stage: Stage
let house: House

/** Who has which one role in 秦淮医疗; 李强 is on duty in November 2026, and so a convenor as well. */
const HOLDERS: Readonly<Record<Role, string>> = {
  deputy: '张敏',
  convenor: '召集人甲',
  onDuty: '轮值甲',
  head: '站长甲',
  liaison: '孙莉',
  adviser: '专家甲',
  service: '队员甲',
  district: '何平',
  leader: '领导甲',
}

beforeAll(async () => {
  theatre = await Theatre.open()
  stage = await theatre.stage()
  await stage.load(['秦淮医疗'])
  const { prisma, services } = stage
  const station = await prisma.station.findFirstOrThrow()
  const since = dateOf(stage.clock.now().subtract({ days: 1 }))
  for (const role of ['convenor', 'onDuty', 'head', 'service', 'leader', 'adviser'] as const) {
    const name = HOLDERS[role]
    const accounts = { create: { chatAccountId: simulatedAccount(name), evidence: 'fixture', since } }
    const { id: personId } = await prisma.person.create({ data: { name, accounts } })
    if (role === 'adviser')
      await prisma.membership.create({
        data: { stationId: station.id, personId, kind: '顾问', state: 'agreed', since },
      })
    else if (role !== 'onDuty')
      await prisma.roleGrant.create({ data: { stationId: station.id, personId, role, since } })
    else {
      await prisma.roleGrant.create({ data: { stationId: station.id, personId, role: 'convenor', since } })
      await prisma.convenorTurn.updateMany({ where: { stationId: station.id }, data: { personId } })
    }
  }
  // Who may is asked of the real front desk; what is then done is another test's matter.
  const inert = commands.map((command): Command => ({ ...command, run: async () => {} }))
  house = { commands: inert, answers, services, botNames: ['助手'] }
}, 60_000)
afterAll(() => theatre.close())

class RolledBack extends Error {
  constructor(readonly outcome: string) {
    super(outcome)
  }
}

let seq = 1_000_000

/** What the front desk makes of a line, with nothing of it kept: every cell of the table starts from the same store. */
async function outcomeOf(name: string, text: string, privately: boolean): Promise<string> {
  const incoming = {
    seq: seq++,
    roomId: privately ? null : simulatedRoom('医疗代表群'),
    accountId: simulatedAccount(name),
    displayName: name,
    sentAtMs: seq,
    kind: 'text',
    text,
  }
  try {
    return await stage.prisma.$transaction(async (tx) => {
      throw new RolledBack(await attend(tx, house, incoming, stage.clock.now()))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome
    throw error
  }
}

/** The example of a command that is read as this command and no other of the same name. */
const lineFor = (command: Command): string | undefined =>
  command.examples.find((example) => {
    const reading = readWords(example, commands, { now: stage.clock.now(), spokenTo: true })
    return reading.kind !== 'silence' && reading.command === command
  })

const rolesOf = (role: Role): Set<Role> => new Set(role === 'onDuty' ? ['onDuty', 'convenor'] : [role])

describe('the permission table, cell by cell', () => {
  it('every command has an example that is read as this very command, but two that need more than a line', () => {
    // 记意见 needs a quoted message; 轮值表 shares its plain line with another command.
    const without = commands.filter((command) => lineFor(command) === undefined).map(({ name }) => name)
    expect(without.filter((name) => name !== '记意见' && name !== '轮值表')).toEqual([])
  })

  it.each(ALL_ROLES)(
    'what %s may do is done, what it may not is refused: every command',
    async (role) => {
      const wrong: string[] = []
      for (const command of commands) {
        const line = lineFor(command)
        if (!line) continue
        const privately = !command.where.includes('group')
        const outcome = await outcomeOf(HOLDERS[role], line, privately)
        const may = mayDo(command, {}, rolesOf(role))
        if (may === outcome.startsWith('not-allowed:')) wrong.push(`${role} ${line}: ${outcome}`)
      }
      expect(wrong).toEqual([])
    },
    240_000,
  )
})

describe('what a station changes about it', () => {
  const named = (name: string) => commands.find((command) => command.name === name)!

  it('gives and takes exactly one cell, for every cell that may be changed', () => {
    for (const command of commands)
      for (const role of ALL_ROLES) {
        const before = rolesFor(command, {})
        const adjusted = adjust(command, {}, role, !before.includes(role))
        if (!adjusted.ok) continue
        for (const other of ALL_ROLES)
          expect(rolesFor(command, adjusted.value).includes(other)).toBe(before.includes(other) !== (other === role))
        const back = adjust(command, adjusted.value, role, before.includes(role))
        expect(back.ok && rolesFor(command, back.value).sort()).toEqual([...before].sort())
      }
  })

  it('never takes anything from the district, nor gives away what is the district’s alone', () => {
    expect(adjust(named('排班'), {}, 'district', false)).toEqual({ ok: false, code: 'district-stays' })
    expect(adjust(named('建站'), {}, 'deputy', true)).toEqual({ ok: false, code: 'district-only' })
  })
})
