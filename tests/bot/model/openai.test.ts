import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { MemoryBudget } from '../../../bot/model/budget.js'
import { type OpenAiSettings, openModel } from '../../../bot/model/openai.js'
import type { ModelRequest } from '../../../bot/model/port.js'
import { type Answer, completion, OddServer, sendJson } from './odd-server.js'
import { watched } from './surroundings.js'

const schema = z.object({ points: z.array(z.object({ point: z.string(), evidence: z.array(z.string()) })) })
const GOOD = { points: [{ point: '本周登记意见2件', evidence: ['Y17', 'Y18'] }] }

const request: ModelRequest<z.infer<typeof schema>> = {
  purpose: 'summary',
  stationId: 1,
  system: '只用记录里的事实。',
  data: '{"records":[{"ref":"Y17"}]}',
  schema,
  maxOutputTokens: 500,
  deadlineMs: 5_000,
}

let server: OddServer
beforeAll(async () => {
  server = await OddServer.start()
})
afterAll(() => server.stop())

const settings = (over: Partial<OpenAiSettings> = {}): OpenAiSettings => ({
  apiKey: 'k',
  baseURL: server.url,
  model: 'test-model',
  format: 'json_schema',
  limitField: 'max_tokens',
  ...over,
})

const askOf = async (answer: Answer, over: Partial<typeof request> = {}, house = watched()) => {
  server.answers(answer)
  const result = await openModel(settings(), house).ask({ ...request, ...over })
  return { result, house, asked: server.bodies.length }
}

const always =
  (content: string | null, more: Parameters<typeof completion>[1] = {}): Answer =>
  (_, response) =>
    sendJson(response, 200, completion(content, more))

describe('a good answer', () => {
  it('comes back validated, and both sides of the talk are on record', async () => {
    const usage = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 }
    const { result, house } = await askOf(always(JSON.stringify(GOOD), { usage }))
    expect(result).toEqual({ ok: true, value: GOOD })
    expect(house.entries.map(({ step }) => step)).toEqual(['asked', 'answered'])
    expect(house.entries[0]).toMatchObject({ purpose: 'summary', stationId: 1, model: 'test-model', round: 1 })
    expect(house.entries[1]).toMatchObject({
      outcome: 'ok',
      text: JSON.stringify(GOOD),
      tokens: { prompt: 120, completion: 30 },
    })
    expect(house.budget.usedTokens('2026-11-23', 1)).toBe(150)
  })

  it.each([
    ['in a code fence', `\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``],
    ['behind its thoughts', `<think>用户想要 {总结}</think>\n${JSON.stringify(GOOD)}`],
    ['after a polite sentence', `好的，以下是总结：\n${JSON.stringify(GOOD)}\n希望有帮助！`],
  ])('is read %s', async (_, text) => {
    const { result, asked } = await askOf(always(text))
    expect(result).toEqual({ ok: true, value: GOOD })
    expect(asked).toBe(1)
  })
})

describe('what is sent', () => {
  it('is masked, every message of it, the asking again included', async () => {
    const mask = (text: string) => text.replaceAll('13812345678', '〔电话〕')
    const house = watched({ mask })
    await askOf(always('电话 13812345678'), { data: '意见：王阿姨 13812345678', system: '13812345678' }, house)
    expect(server.bodies).toHaveLength(2)
    expect(JSON.stringify(server.bodies)).not.toContain('13812345678')
    expect(JSON.stringify(server.bodies)).toContain('〔电话〕')
    const asked = house.entries.filter((entry) => entry.step === 'asked')
    expect(asked.map((entry) => entry.messages)).toEqual(server.bodies.map(({ messages }) => messages))
  })

  it.each(['json_schema', 'json_object', 'none'] as const)('asks for %s as configured', async (format) => {
    server.answers(always(JSON.stringify(GOOD)))
    await openModel(settings({ format, limitField: 'max_completion_tokens' }), watched()).ask(request)
    const [body] = server.bodies
    expect(body!.response_format?.type).toBe(format === 'none' ? undefined : format)
    if (format === 'json_schema') {
      expect(body!.response_format?.json_schema).toMatchObject({
        name: 'summary',
        strict: true,
        schema: { additionalProperties: false, required: ['points'] },
      })
    }
    expect(body!.max_completion_tokens).toBe(500)
    expect(body!.max_tokens).toBeUndefined()
    expect(body!.messages[0]!.content).toContain('JSON')
  })
})

describe('weather never throws', () => {
  it('stalled before the headers: timeout', async () => {
    const { result } = await askOf(() => undefined, { deadlineMs: 150 })
    expect(result).toMatchObject({ ok: false, reason: 'timeout' })
  })

  it('stalled in the middle of the body: timeout', async () => {
    const { result, house } = await askOf(
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":['),
      { deadlineMs: 150 },
    )
    expect(result).toMatchObject({ ok: false, reason: 'timeout' })
    expect(house.entries.at(-1)).toMatchObject({ step: 'answered', outcome: 'timeout', text: null })
  })

  it('trickling for ever: timeout', async () => {
    let timer: NodeJS.Timeout | undefined
    const { result } = await askOf(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        timer = setInterval(() => response.write(' '), 10)
        response.on('close', () => clearInterval(timer))
      },
      { deadlineMs: 200 },
    )
    clearInterval(timer)
    expect(result).toMatchObject({ ok: false, reason: 'timeout' })
  })

  it('cut in the middle of the body: cut', async () => {
    const { result } = await askOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
      response.write('{"choices":[{"message":{"content":"{', () => response.destroy())
    })
    expect(result).toMatchObject({ ok: false, reason: 'cut' })
  })

  it('the answer stopped at its length: cut', async () => {
    const { result, asked } = await askOf(always('{"points":[', { finish: 'length' }))
    expect(result).toMatchObject({ ok: false, reason: 'cut' })
    expect(asked).toBe(1)
  })

  it('no finish_reason: cut', async () => {
    const { result } = await askOf(always(JSON.stringify(GOOD), { finish: null }))
    expect(result).toMatchObject({ ok: false, reason: 'cut' })
  })

  it('choices: [] with status 200: garbage', async () => {
    const { result } = await askOf((_, response) => sendJson(response, 200, { ...completion('x'), choices: [] }))
    expect(result).toMatchObject({ ok: false, reason: 'garbage' })
  })

  it('an HTML page with status 200: garbage', async () => {
    const { result } = await askOf((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>welcome</body></html>'),
    )
    expect(result).toMatchObject({ ok: false, reason: 'garbage' })
  })

  it('broken JSON with status 200: garbage', async () => {
    const { result } = await askOf((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [oops'),
    )
    expect(result).toMatchObject({ ok: false, reason: 'garbage' })
  })

  it('an HTML page with status 500, every time: unreachable, after retries', async () => {
    const { result, asked } = await askOf((_, response) =>
      response.writeHead(500, { 'content-type': 'text/html', 'retry-after': '0' }).end('<h1>Bad Gateway</h1>'),
    )
    expect(result).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(asked).toBe(3)
  })

  it('a 503 that passes: answered', async () => {
    const { result, asked } = await askOf((_, response, nth) =>
      nth === 1
        ? sendJson(response, 503, { error: { message: 'overloaded' } }, { 'retry-after': '0' })
        : sendJson(response, 200, completion(JSON.stringify(GOOD))),
    )
    expect(result).toEqual({ ok: true, value: GOOD })
    expect(asked).toBe(2)
  })

  it('retries never outlast the deadline', async () => {
    const { result } = await askOf(
      (_, response) => sendJson(response, 503, { error: { message: 'overloaded' } }, { 'retry-after': '60' }),
      { deadlineMs: 200 },
    )
    expect(result).toMatchObject({ ok: false, reason: 'timeout' })
  })

  it('an empty account: quota, not retried, nothing charged', async () => {
    const { result, asked, house } = await askOf((_, response) =>
      sendJson(response, 429, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } }),
    )
    expect(result).toMatchObject({ ok: false, reason: 'quota' })
    expect(asked).toBe(1)
    expect(house.budget.usedTokens('2026-11-23')).toBe(0)
  })

  it('402 as DeepSeek says it: quota', async () => {
    const { result } = await askOf((_, response) =>
      sendJson(response, 402, { error: { message: 'Insufficient Balance' } }),
    )
    expect(result).toMatchObject({ ok: false, reason: 'quota' })
  })

  it.each([400, 401, 403, 404, 422])('HTTP %i: refused', async (status) => {
    const { result, asked } = await askOf((_, response) => sendJson(response, status, { error: { message: 'no' } }))
    expect(result).toMatchObject({ ok: false, reason: 'refused' })
    expect(asked).toBe(1)
  })

  it('the model refuses: refused', async () => {
    const { result } = await askOf(always(null, { refusal: 'I cannot help with that.' }))
    expect(result).toMatchObject({ ok: false, reason: 'refused' })
  })

  it('the provider filters: refused', async () => {
    const { result } = await askOf(always('', { finish: 'content_filter' }))
    expect(result).toMatchObject({ ok: false, reason: 'refused' })
  })

  it('a huge answer is not read to its end: garbage', async () => {
    let sent = 0
    const { result } = await askOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 65_536
          if (!response.write('x'.repeat(65_536))) {
            response.once('drain', more)
            return
          }
        }
        response.end()
      }
      more()
    })
    expect(result).toMatchObject({ ok: false, reason: 'garbage' })
    expect(sent).toBeLessThan(50_000_000)
  })

  it('nobody listens: unreachable', async () => {
    const model = openModel(settings({ baseURL: 'http://127.0.0.1:9/v1' }), watched())
    expect(await model.ask({ ...request, deadlineMs: 3_000 })).toMatchObject({ ok: false, reason: 'unreachable' })
  })

  it('the connection is dropped at once: unreachable', async () => {
    const { result } = await askOf((_, response) => response.destroy())
    expect(result).toMatchObject({ ok: false, reason: 'unreachable' })
  })
})

describe('an answer of the wrong shape', () => {
  it('is asked again once, with what was wrong, and then taken', async () => {
    const { result, house } = await askOf((_, response, nth) =>
      sendJson(response, 200, completion(nth === 1 ? '{"points":"none"}' : JSON.stringify(GOOD))),
    )
    expect(result).toEqual({ ok: true, value: GOOD })
    const second = server.bodies[1]!.messages
    expect(second.slice(0, 2)).toEqual(server.bodies[0]!.messages)
    expect(second[2]).toEqual({ role: 'assistant', content: '{"points":"none"}' })
    expect(second[3]!.content).toContain('points')
    expect(house.entries.map((entry) => [entry.round, entry.step])).toEqual([
      [1, 'asked'],
      [1, 'answered'],
      [2, 'asked'],
      [2, 'answered'],
    ])
  })

  it('twice: garbage, and not asked a third time', async () => {
    const { result, asked, house } = await askOf(always('我是一个语言模型。'))
    expect(result).toMatchObject({ ok: false, reason: 'garbage' })
    expect(asked).toBe(2)
    expect(house.entries.at(-1)).toMatchObject({ outcome: 'garbage', text: '我是一个语言模型。' })
  })
})

describe('the allowance', () => {
  it('is taken before anything is sent: without it nothing is', async () => {
    const house = watched({ budget: new MemoryBudget({ dayTokens: 100_000, stationTokens: 100 }) })
    const { result, asked } = await askOf(always(JSON.stringify(GOOD)), {}, house)
    expect(result).toMatchObject({ ok: false, reason: 'budget' })
    expect(asked).toBe(0)
    expect(house.entries).toEqual([])
    expect(house.budget.usedTokens('2026-11-23')).toBe(0)
  })

  it('stays taken when nobody knows what was charged', async () => {
    const { house } = await askOf(() => undefined, { deadlineMs: 100 })
    expect(house.budget.usedTokens('2026-11-23', 1)).toBeGreaterThan(500)
  })

  it('of twenty askers at once, only as many are served as it holds', async () => {
    server.answers(always(JSON.stringify(GOOD)))
    const house = watched({ budget: new MemoryBudget({ dayTokens: 5_000, stationTokens: 5_000 }) })
    const model = openModel(settings(), house)
    const results = await Promise.all(Array.from({ length: 20 }, () => model.ask(request)))
    const served = results.filter(({ ok }) => ok).length
    expect(served).toBeGreaterThan(0)
    expect(served).toBeLessThan(10)
    expect(server.bodies).toHaveLength(served)
    expect(house.budget.usedTokens('2026-11-23')).toBeLessThanOrEqual(5_000)
  })
})

describe('what must not happen', () => {
  it('a prompt that cannot be recorded is not sent', async () => {
    const house = watched({ record: () => Promise.reject(new Error('store is gone')) })
    server.answers(always(JSON.stringify(GOOD)))
    await expect(openModel(settings(), house).ask(request)).rejects.toThrow('store is gone')
    expect(server.bodies).toHaveLength(0)
  })
})

describe('without a key', () => {
  it.each([null, '', undefined])('there is no model (%s)', async (apiKey) => {
    const model = openModel(apiKey === null ? null : settings({ apiKey }), watched())
    expect(model.name).toBe('none')
    expect(await model.ask(request)).toMatchObject({ ok: false, reason: 'none' })
  })
})
