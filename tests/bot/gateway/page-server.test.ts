import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gateway, startGateway } from '../../../bot/gateway/gateway.js'
import { ROOM, world } from '../chat/gateway-stage.js'

const HOUR_MS = 3_600_000

describe('the page of the simulated gateway', () => {
  let gateway: Gateway
  let url: string
  let finishMove: () => void
  let moves: number[]

  beforeAll(async () => {
    moves = []
    gateway = await startGateway({
      world,
      page: { host: '127.0.0.1', port: 0 },
      moveClock: async (toMs) => {
        moves.push(toMs)
        await new Promise<void>((resolve) => {
          finishMove = resolve
        })
        return toMs
      },
    })
    url = gateway.url!
  })
  afterAll(() => gateway.stop())

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const greeting = { as: 'zhang-min', thread: ROOM, text: '大家好' }

  it('is served with everything it needs, and lets no other script in', async () => {
    const page = await fetch(url)
    const html = await page.text()
    expect(page.status).toBe(200)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]+';/)
    const paths = [...html.matchAll(/"(\/(?:page|vendor)\/[^"]+)"/g)].map((match) => match[1]!)
    expect(paths.length).toBeGreaterThan(5)
    for (const path of paths) expect((await fetch(`${url}${path}`)).status, path).toBe(200)
  })

  it('serves nothing else from the disk', async () => {
    for (const path of [
      '/page/../gateway.ts',
      '/page/%2e%2e/gateway.ts',
      '/vendor/../../package.json',
      '/etc/passwd',
    ]) {
      expect((await fetch(`${url}${path}`)).status, path).toBe(404)
    }
  })

  it('posts what somebody says', async () => {
    const answer = await post('/api/messages', greeting)
    expect(answer.status).toBe(200)
    const { id } = (await answer.json()) as { id: string }
    expect(gateway.world.message(id)).toMatchObject({ text: '大家好', fromName: '张敏' })
  })

  it.each([
    ['another site', { Origin: 'http://evil.example' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a site without an origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses a request of %s', async (_, headers) => {
    const before = gateway.world.lastSeq
    expect((await post('/api/messages', greeting, headers)).status).toBe(403)
    expect(gateway.world.lastSeq).toBe(before)
  })

  it('takes the page’s own requests', async () => {
    expect((await post('/api/messages', greeting, { Origin: url })).status).toBe(200)
  })

  it('does not answer to a foreign name that points here', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(url, { headers: { Host: 'rebound.example' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asking.once('error', reject)
      asking.end()
    })
    expect(status).toBe(403)
  })

  it.each([
    ['an unknown person', { ...greeting, as: 'nobody' }],
    ['a room he is not in', { ...greeting, as: 'passer-by' }],
    ['no text', { ...greeting, text: '' }],
    ['a text without end', { ...greeting, text: 'x'.repeat(20_001) }],
    ['a quote of nothing', { ...greeting, quoteId: 'never' }],
    ['no object at all', 17],
  ])('refuses %s with a sentence', async (_, body) => {
    const before = gateway.world.lastSeq
    const answer = await post('/api/messages', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/[一-龥]/) })
    expect(gateway.world.lastSeq).toBe(before)
  })

  const upload = (name: string, type: string, body: Uint8Array<ArrayBuffer>) =>
    fetch(`${url}/api/files?${new URLSearchParams({ as: 'zhang-min', thread: ROOM, name })}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    })

  it('takes a picture and shows it', async () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)
    const { id } = (await (await upload('现场.png', 'image/png', bytes)).json()) as { id: string }
    const shown = await fetch(`${url}/api/files/${id}`)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes)
    expect(gateway.world.message(id)).toMatchObject({ kind: 'image', text: '现场.png' })
  })

  it.each([
    ['image/svg+xml', '<svg onload="alert(1)"/>'],
    ['text/html', '<script>alert(1)</script>'],
  ])('hands %s over as a download, never as a page', async (type, body) => {
    const { id } = (await (await upload('../../x', type, new TextEncoder().encode(body))).json()) as { id: string }
    const file = await fetch(`${url}/api/files/${id}`)
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''x")
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('refuses an empty file and one over 10 MB', async () => {
    const before = gateway.world.lastSeq
    expect((await upload('空.txt', 'text/plain', new Uint8Array(0))).status).toBe(400)
    expect((await upload('大.bin', 'text/plain', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413)
    expect(gateway.world.lastSeq).toBe(before)
  })

  it('moves the clock through whoever keeps the schedule, one move at a time, forward only', async () => {
    const startMs = gateway.world.nowMs()
    const moving = post('/api/clock', { toMs: startMs + HOUR_MS })
    await expect.poll(() => moves.length).toBe(1)
    expect((await post('/api/clock', { toMs: startMs + 2 * HOUR_MS })).status).toBe(409)
    expect(gateway.world.nowMs()).toBeLessThan(startMs + HOUR_MS)
    finishMove()
    expect((await moving).status).toBe(200)
    expect(gateway.world.nowMs()).toBeGreaterThanOrEqual(startMs + HOUR_MS)
    expect((await post('/api/clock', { toMs: startMs })).status).toBe(409)
    expect((await post('/api/clock', { toMs: startMs + 401 * 24 * HOUR_MS })).status).toBe(409)
    expect(moves).toEqual([startMs + HOUR_MS])
  })

  it('tells a page that returns only what it missed', async () => {
    const first = await events(url, {}, (all) => all.some((event) => event.event === 'status'))
    expect(first[0]?.event).toBe('snapshot')
    const lastEventId = first.findLast((event) => event.id)!.id!
    gateway.say('chen-jing', ROOM, '你不在的时候')
    const back = await events(url, { 'Last-Event-ID': lastEventId }, (all) => all.length >= 1)
    expect(back[0]?.event).toBe('entry')
    expect(JSON.parse(back[0]!.data)).toMatchObject({ message: { text: '你不在的时候' } })
  })

  it('begins anew for a page that speaks of another conversation', async () => {
    const told = await events(url, { 'Last-Event-ID': 'another:5' }, (all) => all.length >= 1)
    expect(told[0]?.event).toBe('snapshot')
  })

  it('cannot be served on a port that is taken, and says so in one sentence', async () => {
    const port = Number(new URL(url).port)
    await expect(startGateway({ world, page: { host: '127.0.0.1', port } })).rejects.toThrow(
      `网页端口 127.0.0.1:${port} 已被别的程序占用，请关闭那个程序，或换一个端口后再启动。`,
    )
  })
})

interface Told {
  event: string | undefined
  id: string | undefined
  data: string
}

/** Reads server-sent events until there are enough. */
async function events(url: string, headers: Record<string, string>, enough: (all: Told[]) => boolean): Promise<Told[]> {
  const calledOff = new AbortController()
  const answer = await fetch(`${url}/events`, { headers, signal: calledOff.signal })
  const all: Told[] = []
  let rest = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]
      all.push({ event: field('event'), id: field('id'), data: field('data') ?? '' })
    }
    if (enough(all)) break
  }
  calledOff.abort()
  return all
}
