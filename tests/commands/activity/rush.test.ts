import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'

const PEOPLE = 500
const PLACES = 100
const SECONDS = 10
const room = { roomId: simulatedRoom('医疗代表群') }
/** 代表001 … 代表500, in the order in which they write. */
const names = Array.from({ length: PEOPLE }, (_, index) => `代表${String(index + 1).padStart(3, '0')}`)

describe('given 500 people who sign up within ten seconds for 100 places', () => {
  let theatre: Theatre
  let stage: Stage
  beforeAll(async () => {
    theatre = await Theatre.open()
    stage = await theatre.stage()
    await stage.load(['秦淮医疗'])
    await join(stage)
    await stage.start()
    stage.chat.say(simulatedAccount('李强'), room, `建活动 义诊进社区 12月18日9:00 来凤街 限${PLACES}人`)
    await stage.settled()
  })
  afterAll(() => theatre.close())

  it('then the first hundred are in, the others wait in their order, and the group hears fewer than 25 messages', async () => {
    const before = stage.chat.heard.length
    for (let second = 0; second < SECONDS; second++) {
      const from = (second * PEOPLE) / SECONDS
      for (const name of names.slice(from, from + PEOPLE / SECONDS))
        stage.chat.say(simulatedAccount(name), room, '报名 H1', { displayName: name })
      stage.clock.moment = stage.clock.now().add({ seconds: 1 })
      await stage.settled()
    }
    const rows = await stage.prisma.signUp.findMany({ include: { person: true }, orderBy: { arrivalSeq: 'asc' } })
    expect(rows.map(({ person }) => person.name)).toEqual(names)
    expect(rows.map(({ status }) => status)).toEqual(names.map((_, i) => (i < PLACES ? 'confirmed' : 'waiting')))
    expect((await stage.prisma.activity.findFirstOrThrow()).state).toBe('full')
    const heard = stage.chat.heard.slice(before)
    expect(heard.every(({ to }) => 'roomId' in to)).toBe(true)
    expect(heard.length).toBeLessThan(25)
    // Everybody reads where they stand, once.
    const said = heard.map(({ text }) => text).join('\n')
    for (const [index, name] of names.entries()) {
      const place = index < PLACES ? name : `${name}（第${index - PLACES + 1}位）`
      expect(said.split(place).length - 1, name).toBe(1)
    }
  })
})

async function join({ prisma, clock, chat }: Stage): Promise<void> {
  const since = new Date(clock.now().epochMilliseconds)
  const station = await prisma.station.findFirstOrThrow()
  const people = await prisma.person.createManyAndReturn({ data: names.map((name) => ({ name, level: '区' })) })
  await prisma.account.createMany({
    data: people.map(({ id, name }) => ({
      personId: id,
      chatAccountId: simulatedAccount(name),
      evidence: 'fixture',
      since,
    })),
  })
  await prisma.membership.createMany({
    data: people.map(({ id }) => ({ personId: id, stationId: station.id, kind: '驻站', state: 'agreed', since })),
  })
  chat.allRooms.find(({ id }) => id === room.roomId)!.memberIds.push(...names.map(simulatedAccount))
}
