import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WechatyPort } from '../../../bot/chat/wechaty.js'
import { type SpawnedGateway, spawnGateway } from '../../../bot/gateway/spawn.js'
import { Ear } from '../chat/chat-stage.js'
import { BOT, HURRIED, ROOM, world } from '../chat/gateway-stage.js'

const HOUR_MS = 3_600_000
const PAGE = { host: '127.0.0.1', port: 0 }

describe('the simulated gateway in a process of its own', () => {
  let folder: string
  let running: SpawnedGateway[]
  const spawn = async (more: object = {}): Promise<SpawnedGateway> => {
    const gateway = await spawnGateway(world, { page: PAGE, conversationPath: join(folder, 'talk.jsonl'), ...more })
    running.push(gateway)
    return gateway
  }
  const post = (gateway: SpawnedGateway, path: string, body: object) =>
    fetch(`${gateway.url}${path}`, { method: 'POST', body: JSON.stringify(body) })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spawn-'))
    running = []
  })
  afterEach(async () => {
    for (const gateway of running) await gateway.stop()
    rmSync(folder, { recursive: true })
  })

  it('carries a word typed at the page to the bot, and the bot’s answer back, over gRPC with TLS', async () => {
    const gateway = await spawn()
    expect(gateway.token).toMatch(/^insecure_/)
    const port = new WechatyPort({ token: gateway.token, endpoint: gateway.endpoint, pace: HURRIED })
    const ear = new Ear()
    await port.start(ear)
    await ear.until((e) => e.states.includes(`online ${BOT.id}`), 'the bot is online')
    await post(gateway, '/api/messages', { as: 'zhang-min', thread: ROOM, text: '报名 H1' })
    await ear.until((e) => e.arrivals.length === 1, 'the message has arrived')
    expect(await port.fetch(ear.arrivals[0]!)).toMatchObject({ accountId: 'zhang-min', text: '报名 H1' })
    const id = await port.send({ roomId: ROOM }, { text: '张敏 已报名 H1（1/8）' }, 5_000)
    expect(id).toEqual(expect.any(String))
    await port.stop()
  })

  it('asks whoever keeps the schedule before the time moves', async () => {
    const gateway = await spawn()
    const asked: number[] = []
    gateway.onClock(async (toMs) => {
      asked.push(toMs)
      return toMs
    })
    const toMs = Date.now() + HOUR_MS
    const answer = (await (await post(gateway, '/api/clock', { toMs })).json()) as { nowMs: number }
    expect(asked).toEqual([toMs])
    expect(answer.nowMs).toBeGreaterThanOrEqual(toMs)
  })

  it('stays where it was when the schedule could not be kept', async () => {
    const lines: string[] = []
    const gateway = await spawn({ log: (line: string) => lines.push(line) })
    gateway.onClock(() => Promise.reject(new Error('the store is busy')))
    const answer = await post(gateway, '/api/clock', { toMs: Date.now() + HOUR_MS })
    expect(answer.status).toBe(409)
    await expect.poll(() => lines).toContainEqual(expect.stringContaining('the store is busy'))
  })

  it('remembers the conversation and the time over a restart', async () => {
    const first = await spawn()
    const startMs = first.nowMs
    await post(first, '/api/messages', { as: 'zhang-min', thread: ROOM, text: '大家好' })
    await post(first, '/api/clock', { toMs: startMs + 24 * HOUR_MS })
    await first.stop()
    const second = await spawn()
    expect(second.nowMs).toBeGreaterThanOrEqual(startMs + 24 * HOUR_MS)
    const page = await fetch(`${second.url}/events`)
    const { value } = await page.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toContain('大家好')
  })

  it('takes the time the parent tells', async () => {
    const gateway = await spawn()
    const nowMs = Date.now() + 48 * HOUR_MS
    gateway.setNow(nowMs)
    await expect.poll(async () => (await post(gateway, '/api/clock', { toMs: nowMs - HOUR_MS })).status).toBe(409)
  })

  it('fails with the sentence of the child when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(spawn({ page: { host: '127.0.0.1', port } })).rejects.toThrow(/^网页端口 .* 已被别的程序占用/)
    other.close()
  })

  it('ends with its parent, however that ends', async () => {
    const parent = fork(fileURLToPath(new URL('./spawning-parent.ts', import.meta.url)), [], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const endpoint = await new Promise<string>((resolve) =>
      parent.once('message', (message) => resolve(String(message))),
    )
    const [host, port] = endpoint.split(':') as [string, string]
    expect(await accepts(host, Number(port))).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => accepts(host, Number(port)), { interval: 100 }).toBe(false)
  })
})

async function accepts(host: string, port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, host)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
