import { beforeEach, describe, expect, it } from 'vitest'
import { readDuty } from '../../../commands/duty/book.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { holdersOf } from '../../../station/duty/book.js'
import { parseMoment } from '../../../station/time/civil.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'

/** What other rota systems were seen to get wrong, said to the whole program and heard from it. */
const ROOM = { roomId: simulatedRoom('医疗代表群') }

describe('six defects of rota systems', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
    stage.clock.moment = parseMoment('2026-11-23 09:00')
    await stage.start()
    await says('李强', '接待 12月8日')
    await says('李强', '接待 12月15日')
  })

  /** Answers with what the bot said to whom because of it. */
  async function says(name: string, text: string): Promise<{ to: string; text: string }[]> {
    const before = stage.chat.heard.length
    stage.chat.say(simulatedAccount(name), ROOM, text, { displayName: name })
    await stage.settled()
    stage.clock.moment = stage.clock.now().add({ seconds: 1 })
    return heardSince(before)
  }

  const heardSince = (before: number): { to: string; text: string }[] =>
    stage.chat.heard
      .slice(before)
      .map(({ to, text }) => ({ to: 'roomId' in to ? 'group' : to.accountId.replace('account:', ''), text }))

  /** What the group hears while time passes to a moment. */
  async function until(at: string): Promise<string[]> {
    const before = stage.chat.heard.length
    await stage.program.advance(parseMoment(at), (moment) => {
      stage.clock.moment = moment
    })
    return heardSince(before)
      .filter(({ to }) => to === 'group')
      .map(({ text }) => text)
  }

  async function holders(no: number): Promise<string[]> {
    const station = await stage.prisma.station.findFirstOrThrow()
    const ids = holdersOf((await readDuty(stage.prisma, station.id)).shifts.get(no)!)
    const people = await stage.prisma.person.findMany({ where: { id: { in: ids } } })
    return ids.map((id) => people.find((person) => person.id === id)!.name)
  }

  async function swapFirst(): Promise<{ from: string; to: string }> {
    const [from] = await holders(1)
    const [to] = await holders(2)
    await says(from!, `换班 D1 ${to!} D2`)
    await says(to!, '同意换班')
    expect(await holders(1)).toContain(to)
    expect(await holders(2)).toContain(from)
    return { from: from!, to: to! }
  }

  it('1: a swap does not drift when the reception moves', async () => {
    const { from, to } = await swapFirst()
    await says('李强', '改期 D1 12月16日')
    await says('李强', '改期 D2 12月9日')
    expect(await holders(1)).toContain(to)
    expect(await holders(2)).toContain(from)
    await says('李强', '改期 D1 12月8日')
    expect(await holders(1)).toContain(to)
    expect(await holders(1)).not.toContain(from)
  })

  it('2: the notice and the reminder know of a swap', async () => {
    await says('李强', '公告 12月')
    const { from, to } = await swapFirst()
    const [notice] = await says('李强', '公告 12月')
    const line = notice!.text.split('\n').find((row) => row.startsWith('D1'))!
    expect(line).toContain(to)
    expect(line).not.toContain(from)
    const reminder = (await until('2026-12-07 18:00')).findLast((text) => text.includes('D1'))!
    expect(reminder).toMatch(/^明天/)
    expect(reminder).toContain(`@${to}`)
    expect(reminder).not.toContain(`@${from}`)
  })

  it('3: the notice and the reminder know of an override', async () => {
    await says('李强', '公告 12月')
    const [was] = await holders(1)
    await says('李强', `调整 D1 ${was!} 陈静`)
    const [notice] = await says('李强', '公告 12月')
    expect(notice!.text).toContain('陈静')
    expect(notice!.text.split('\n').find((row) => row.startsWith('D1'))).not.toContain(was)
    const reminder = (await until('2026-12-08 07:30')).findLast((text) => text.includes('D1'))!
    expect(reminder).toMatch(/^今天/)
    expect(reminder).toContain('@陈静')
    expect(reminder).not.toContain(`@${was}`)
  })

  it('4: somebody leaving and somebody joining changes nothing that is over and nobody else ahead', async () => {
    await until('2026-12-08 12:00')
    const [past, ahead] = [await holders(1), await holders(2)]
    await leaves(ahead[0]!)
    const [leaver, stayer] = ahead
    await leaves(past[0]!)
    const before = stage.chat.heard.length
    await until('2026-12-09 08:00')
    expect(await holders(1)).toEqual(past)
    expect(await holders(2)).toEqual([stayer])
    const told = heardSince(before)
    expect(told.some(({ to, text }) => to === leaver && text.includes('D2') && text.includes('不由您接待'))).toBe(true)
    expect(told.some(({ to, text }) => to === 'group' && text.includes(`${leaver} 已不在本站`))).toBe(true)
    expect(told.filter(({ to, text }) => to !== leaver && text.includes('不由您接待'))).toEqual([])
  })

  async function leaves(name: string): Promise<void> {
    const person = await stage.prisma.person.findFirstOrThrow({ where: { name } })
    await stage.prisma.membership.updateMany({ where: { personId: person.id }, data: { state: 'left' } })
  }

  it('5: somebody who is not on duty cannot swap it away', async () => {
    const before = await holders(1)
    expect(before).not.toContain('陈静')
    const [answer] = await says('陈静', '换班 D1 赵磊')
    expect(answer!.text).toContain('陈静 不在 D1 的接待名单里')
    await says('赵磊', '同意换班')
    await says('陈静', '请假 D1 出差')
    await says('陈静', '找人顶班 D1')
    expect(await holders(1)).toEqual(before)
  })

  it('6: whoever a change concerns is told, and nobody else', async () => {
    const [a, b] = await holders(1)
    const told = (heard: { to: string }[]): string[] => [
      ...new Set(heard.map(({ to }) => to).filter((to) => to !== 'group')),
    ]
    expect(told(await says('李强', `调整 D1 ${a!} 陈静`)).sort()).toEqual([a!, '陈静'].sort())
    expect(told(await says('李强', '改期 D1 12月9日')).sort()).toEqual([b!, '陈静'].sort())
    expect(told(await says('孙莉', `代办 ${b!} 请假 D1 住院`))).toEqual([b])
    expect(told(await says('孙莉', '代办 赵磊 顶班 D1'))).toEqual(['赵磊'])
    expect(told(await says('孙莉', '撤销 D1')).sort()).toEqual(['赵磊'])
    await says('陈静', '换班 D1 卫国平')
    expect(told(await says('卫国平', '同意换班'))).toEqual(['陈静'])
  })
})
