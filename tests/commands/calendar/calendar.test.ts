import { beforeEach, describe, expect, it } from 'vitest'
import { startCalendarFeed } from '../../../bot/feed/calendar-feed.js'
import { press } from '../../../bot/press/press.js'
import { calendarBehind } from '../../../commands/calendar/feed.js'
import { calendarOf } from '../../../commands/calendar/sources.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'
import { readStrictly } from './strict-calendar.js'

describe('calendars', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
    await stage.start()
  })

  const say = async (who: string, text: string) => {
    stage.chat.say(simulatedAccount(who), { roomId: simulatedRoom('医疗代表群') }, text)
    await stage.settled()
    stage.clock.moment = stage.clock.now().add({ seconds: 1 })
  }
  const privately = (name: string): string[] =>
    stage.chat.heard
      .filter(({ to }) => 'accountId' in to && to.accountId === simulatedAccount(name))
      .map(({ text }) => text)
  const idOf = async (name: string) => (await stage.prisma.person.findFirstOrThrow({ where: { name } })).id
  const calendarFor = async (name: string) =>
    readStrictly(
      press.calendar(
        await calendarOf(
          stage.prisma,
          { kind: 'person', id: await idOf(name) },
          `${name}的履职日程`,
          stage.clock.now(),
        ),
      ),
    )

  it('holds what somebody goes to, at its own time in UTC: nine in the morning here is one in the morning there', async () => {
    await say('李强', '建活动 义诊进社区 12月18日9:00 来凤街 限1人')
    await say('李强', '建联席会 12月20日14:30 议题 基层医疗能力')
    await say('张敏', '报名 H1')
    await say('张敏', '报名 T1')
    await say('陈静', '报名 H1')
    expect(await calendarFor('陈静')).toEqual({ name: '陈静的履职日程', events: [] })
    const { events } = await calendarFor('张敏')
    expect(events).toMatchObject([
      { uid: 'activity-1-H1', status: 'CONFIRMED', start: '20261218T010000Z', alarms: 1 },
      { uid: 'meeting-1-T1', status: 'CONFIRMED', start: '20261220T063000Z', alarms: 0 },
    ])
    expect(events[0]!.summary).toContain('H1')
  })

  it('reads back as it was written, whatever stands in a title', () => {
    const at = stage.clock.now()
    const title = `义诊; 内科,口腔\\n\n“进社区”：${'很长的名字'.repeat(20)}`
    const event = { uid: 'x', sequence: 1, start: at, end: at.add({ hours: 1 }), title, place: '三楼;,', changedAt: at }
    const { events } = readStrictly(press.calendar({ name: '一,二', events: [event] }))
    expect(events[0]).toMatchObject({ summary: title, location: '三楼;,' })
  })

  it('keeps the number of the thing and raises that of the version when it is moved, and says when it is off', async () => {
    await say('李强', '建活动 义诊 12月18日9:00 来凤街')
    await say('张敏', '报名 H1')
    const [first] = (await calendarFor('张敏')).events
    await say('李强', '改期 H1 12月19日10:00')
    const [moved] = (await calendarFor('张敏')).events
    expect(moved).toMatchObject({ uid: first!.uid, start: '20261219T020000Z' })
    expect(moved!.sequence).toBeGreaterThan(first!.sequence)
    expect(moved!.summary).toContain('待确认')
    await say('张敏', '确认 H1')
    await say('李强', '取消 H1 暴雨')
    const [off] = (await calendarFor('张敏')).events
    expect(off).toMatchObject({ uid: first!.uid, status: 'CANCELLED' })
    expect(off!.sequence).toBeGreaterThan(moved!.sequence)
  })

  it('is served under its secret only, to nobody under a wrong or a renewed one', async () => {
    await say('李强', '建活动 义诊 12月18日9:00 来凤街')
    await say('张敏', '报名 H1')
    await say('张敏', '我的日历')
    await say('孙莉', '本站日历')
    const secretOf = (name: string) => /calendar\/([\w-]+)\.ics/.exec(privately(name).at(-1)!)![1]!
    const [own, station] = [secretOf('张敏'), secretOf('孙莉')]
    const feed = await startCalendarFeed({
      place: { host: '127.0.0.1', port: 0 },
      find: (token) => calendarBehind(stage.prisma, token, stage.clock.now()),
      write: press.calendar,
      failed: (error) => {
        throw error
      },
    })
    const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${feed.port}${path}`, init)
    try {
      const answer = await get(`/calendar/${own}.ics`)
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(answer.headers.get('cache-control')).toContain('private')
      const read = readStrictly(new Uint8Array(await answer.arrayBuffer()))
      expect(read).toMatchObject({ name: '张敏的履职日程', events: [{ uid: 'activity-1-H1' }] })
      const shared = readStrictly(new Uint8Array(await (await get(`/calendar/${station}.ics`)).arrayBuffer()))
      expect(shared.name).toBe('秦淮医疗站日程')
      const activities = shared.events.filter(({ uid }) => uid.startsWith('activity-'))
      expect(activities).toMatchObject([{ uid: 'activity-1-H1', alarms: 0 }])
      for (const path of [
        '/',
        '/calendar/',
        `/calendar/${own}`,
        `/calendar/${'x'.repeat(32)}.ics`,
        '/calendar/..%2f.ics',
      ])
        expect((await get(path)).status).toBe(404)
      expect((await get(`/calendar/${own}.ics`, { method: 'POST' })).status).toBe(404)
      await say('张敏', '换日历链接')
      expect((await get(`/calendar/${own}.ics`)).status).toBe(404)
      expect((await get(`/calendar/${secretOf('张敏')}.ics`)).status).toBe(200)
    } finally {
      await feed.close()
    }
    // Who reads the store, or its history, has no address in hand.
    const rows = JSON.stringify([await stage.prisma.calendarFeed.findMany(), await stage.prisma.auditEntry.findMany()])
    expect(rows).not.toContain(own)
  })
})
