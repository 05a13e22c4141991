import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarOf } from '../../../commands/calendar/sources.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { parseMoment } from '../../../station/time/civil.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'

let theatre: Theatre
let stage: Stage
beforeAll(async () => {
  theatre = await Theatre.open()
  stage = await theatre.stage()
  await stage.load(['秦淮医疗'])
  stage.clock.moment = parseMoment('2026-11-23 09:00')
  await stage.start()
})
afterAll(() => theatre.close())

async function says(name: string, text: string): Promise<void> {
  const room = { roomId: simulatedRoom('医疗代表群') }
  stage.chat.say(simulatedAccount(name), room, text, { displayName: name })
  await stage.settled()
  stage.clock.moment = stage.clock.now().add({ seconds: 1 })
}

async function eventsOf(name: string) {
  const { id } = await stage.prisma.person.findFirstOrThrow({ where: { name } })
  return (await calendarOf(stage.prisma, { kind: 'person', id }, name, stage.clock.now())).events
}

it('a person has their receptions and turns, the station all of them, and a swap or a new date is in the next reading', async () => {
  await says('李强', '接待 12月8日')
  await says('李强', '调整 D1 钱文博 周宁')
  const mine = await eventsOf('周宁')
  expect(mine.map(({ title }) => title).sort()).toEqual(
    expect.arrayContaining(['12月轮值召集人：周宁', '进站接待（D1）']),
  )
  const [first] = mine.filter(({ uid }) => uid.endsWith('D1'))
  expect([first!.start.toPlainDateTime().toString(), first!.alarmMinutes]).toEqual(['2026-12-08T09:00:00', 1440])

  await says('李强', '改期 D1 12月9日')
  await says('孙莉', '代办 周宁 请假 D1 住院')
  await says('陈静', '顶班 D1')
  expect((await eventsOf('周宁')).some(({ uid }) => uid.endsWith('D1'))).toBe(false)
  const [moved] = (await eventsOf('陈静')).filter(({ uid }) => uid === first!.uid)
  expect(moved!.start.toPlainDate().toString()).toBe('2026-12-09')
  expect(moved!.sequence).toBeGreaterThan(first!.sequence)

  const { id } = await stage.prisma.station.findFirstOrThrow()
  const all = await calendarOf(stage.prisma, { kind: 'station', id }, '站', stage.clock.now())
  expect(all.events.filter(({ uid }) => uid.startsWith('turn-')).length).toBe(6)
  expect(all.events.some(({ title }) => title === '进站接待（D1）')).toBe(true)
})
