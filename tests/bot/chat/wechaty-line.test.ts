import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WechatyPort } from '../../../bot/chat/wechaty.js'
import type { WechatySettings } from '../../../bot/chat/wechaty-settings.js'
import { type Gateway, startGateway } from '../../../bot/gateway/gateway.js'
import { Ear } from './chat-stage.js'
import { BOT, HURRIED, ROOM, wechatyPort, world } from './gateway-stage.js'

const online = `online ${BOT.id}`

/** What happens on the line between Wechaty and a gateway, and what this port makes of it. */
describe('the line to the gateway', () => {
  let gateway: Gateway
  let ports: WechatyPort[]

  beforeEach(async () => {
    gateway = await startGateway({ world })
    ports = []
  })
  afterEach(async () => {
    for (const port of ports) await port.stop()
    await gateway.stop()
  })

  async function connected(more: Partial<WechatySettings> = {}): Promise<{ port: WechatyPort; ear: Ear }> {
    const port = wechatyPort(gateway, more)
    ports.push(port)
    const ear = new Ear()
    await port.start(ear)
    return { port, ear }
  }

  it('keeps the order of arrival, and asks for no message before its id can have been stored', async () => {
    gateway.faults.redelivers = true
    const { ear } = await connected()
    await ear.until((e) => e.states.includes(online), 'online')
    const sent = Array.from({ length: 60 }, (_, n) => {
      const fault = n % 6 === 0 ? { fetchDelayMs: 60 } : {}
      return gateway.say('zhang-min', ROOM, `第${n}句`, { fault }).id
    })
    await ear.until((e) => e.arrivals.length === 60, 'all have arrived')
    expect(ear.arrivals).toEqual(sent)
    // Nobody has asked for any of them: a gateway that counts a fetch as a receipt tells the next connection of all.
    await gateway.disconnect(50)
    await ear.until((e) => e.arrivals.length === 120, 'all are announced again')
    expect(ear.arrivals.slice(60)).toEqual(sent)
    gateway.faults.redelivers = false
  })

  it('notices a line that is open but dead, and replaces it', async () => {
    const { ear } = await connected()
    await ear.until((e) => e.states.includes(online), 'online')
    gateway.faults.mute(3_000)
    await ear.until((e) => e.states.includes('offline'), 'the silence is noticed', 10_000)
    await ear.until((e) => e.states.at(-1) === online, 'online again', 30_000)
  })

  it('recommends a new process after the agreed number of lost connections, once', async () => {
    const recommended: number[] = []
    const { port, ear } = await connected({
      pace: { ...HURRIED, resetsBeforeRestart: 2 },
      recommendRestart: (resets) => recommended.push(resets),
    })
    await ear.until((e) => e.states.includes(online), 'online')
    for (let loss = 1; loss <= 3; loss += 1) {
      const before = ear.states.length
      await gateway.disconnect(50)
      await ear.until((e) => e.states.length >= before + 2 && e.states.at(-1) === online, `back after loss ${loss}`)
    }
    expect(recommended).toEqual([2])
    expect(port.resets).toBeGreaterThanOrEqual(3)
  })

  it('gathers no listeners from one connection to the next', async () => {
    const { port, ear } = await connected()
    await ear.until((e) => e.states.includes(online), 'online')
    const started = (): Promise<void> => expect.poll(() => port.wechaty?.puppet.state.active()).toBe(true)
    const listeners = (): number =>
      (['heartbeat', 'login', 'message', 'error', 'scan'] as const).reduce(
        (sum, event) => sum + port.wechaty!.puppet.listenerCount(event),
        0,
      )
    await started()
    const atFirst = listeners()
    for (let loss = 1; loss <= 3; loss += 1) {
      const before = ear.states.length
      await gateway.disconnect(50)
      await ear.until((e) => e.states.length >= before + 2 && e.states.at(-1) === online, `back after loss ${loss}`)
    }
    await started()
    expect(listeners()).toBe(atFirst)
  })

  it('frees the account at once for the next process', async () => {
    const first = await connected()
    await first.ear.until((e) => e.states.includes(online), 'the first is online')
    await first.port.stop()
    const second = await connected()
    await second.ear.until((e) => e.states.includes(online), 'the second is online', 3_000)
  })

  it('waits in the second row while another process holds the account, and takes over when it leaves', async () => {
    const first = await connected()
    await first.ear.until((e) => e.states.includes(online), 'the first is online')
    const second = await connected()
    gateway.say('zhang-min', ROOM, '谁在听')
    await first.ear.until((e) => e.arrivals.length === 1, 'the first hears it')
    expect(second.ear.arrivals).toEqual([])
    expect(second.ear.states).not.toContain(online)
    await first.port.stop()
    await second.ear.until((e) => e.states.at(-1) === online, 'the second takes over', 30_000)
    const id = gateway.say('zhang-min', ROOM, '现在呢').id
    await second.ear.until((e) => e.arrivals.includes(id), 'the second hears it')
  })

  it('says why it is not online when the token is wrong, and keeps trying quietly', async () => {
    const reasons: string[] = []
    const port = new WechatyPort({ token: 'insecure_wrong', endpoint: gateway.endpoint, pace: HURRIED })
    ports.push(port)
    const ear = new Ear()
    await port.start(Object.assign(ear, { offline: (reason: string) => reasons.push(reason) }))
    await expect.poll(() => reasons.length).toBe(1)
    expect(reasons[0]).toContain('Invalid Wechaty TOKEN')
    expect(ear.states).toEqual([])
    await expect(port.send({ roomId: ROOM }, { text: '有人吗' }, 1_000)).rejects.toMatchObject({
      outcome: 'unreachable',
    })
  })

  it('answers with the old names while the gateway cannot be asked', async () => {
    const { port, ear } = await connected({ pace: { ...HURRIED, namesFreshMs: 0 } })
    await ear.until((e) => e.states.includes(online), 'online')
    expect(await port.names('zhang-min', ROOM)).toEqual(['张敏'])
    const gone = gateway.disconnect(300)
    await ear.until((e) => e.states.includes('offline'), 'offline')
    expect(await port.names('zhang-min', ROOM)).toEqual(['张敏'])
    await expect(port.names('chen-jing', ROOM)).rejects.toMatchObject({ outcome: 'unreachable' })
    await expect(port.rooms()).rejects.toMatchObject({ outcome: 'unreachable' })
    await gone
  })

  it('fetches by itself a message whose first attempts fail', async () => {
    const { port, ear } = await connected()
    await ear.until((e) => e.states.includes(online), 'online')
    const { id } = gateway.say('zhang-min', ROOM, '报名 H1', {
      fault: { fetchFailures: HURRIED.fetchRetriesMs.length },
    })
    await ear.until((e) => e.arrivals.includes(id), 'it has arrived')
    expect(await port.fetch(id)).toMatchObject({ text: '报名 H1' })
  })

  it('gives up on a message that can never be fetched, without taking it for one that never was', async () => {
    const { port, ear } = await connected()
    await ear.until((e) => e.states.includes(online), 'online')
    const { id } = gateway.say('zhang-min', ROOM, '取不到', { fault: { fetchFailures: 1_000 } })
    await ear.until((e) => e.arrivals.includes(id), 'it has arrived')
    await expect(port.fetch(id)).rejects.toMatchObject({ name: 'ChannelError' })
  })

  it('does not see what the gateway never announced', async () => {
    const { port, ear } = await connected()
    await ear.until((e) => e.states.includes(online), 'online')
    const lost = gateway.say('zhang-min', ROOM, '丢了', { fault: { drop: true } }).id
    const next = gateway.say('zhang-min', ROOM, '到了').id
    await ear.until((e) => e.arrivals.length === 1, 'the next one has arrived')
    expect(ear.arrivals).toEqual([next])
    expect(await port.fetch(lost)).toMatchObject({ text: '丢了' })
  })
})
