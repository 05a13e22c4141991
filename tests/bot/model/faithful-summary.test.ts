import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MemoryBudget } from '../../../bot/model/budget.js'
import { openModel } from '../../../bot/model/openai.js'
import { phraseSummary } from '../../../bot/model/phrase-summary.js'
import type { ModelPort } from '../../../bot/model/port.js'
import { versionsOf } from '../../../commands/summary/versions.js'
import { mask } from '../../../station/privacy/mask.js'
import { factsOf } from '../../../station/summary/facts.js'
import type { ModelPoint } from '../../../station/summary/faithful.js'
import { figuresOf } from '../../../station/summary/figures.js'
import { INSTRUCTIONS, promptsFor } from '../../../station/summary/prompt.js'
import { injections } from '../../data/injections.js'
import { dice } from '../../station/summary/dice.js'
import { generatedWeek, ROSTER } from '../../station/summary/generated-weeks.js'
import * as answer from '../../station/summary/model-answers.js'
import { watched } from './surroundings.js'

const WEEKS = 200
const plenty = () => new MemoryBudget({ dayTokens: 1e12, stationTokens: 1e12 })

/** What the model test server makes of the data it is sent; set before each asking. */
let behave: (data: answer.PromptData) => ModelPoint[]
let mock: LLMock
let model: ModelPort
let house = watched({ budget: plenty() })

beforeAll(async () => {
  mock = new LLMock({ port: 0 })
  mock.onMessage(/台账/u, (request) => {
    const data = request.messages.findLast(({ role }) => role === 'user')!.content as string
    return { content: JSON.stringify({ points: behave(JSON.parse(data) as answer.PromptData) }) }
  })
  await mock.start()
})
beforeEach(() => {
  house = watched({ budget: plenty() })
  model = openModel(
    { apiKey: 'test', baseURL: `${mock.url}/v1`, model: 'clerk', format: 'json_object', limitField: 'max_tokens' },
    house,
  )
})
afterAll(() => mock.stop())

const summarise = async (seed: number, texts: readonly string[] = []) => {
  const { records, roster } = generatedWeek(seed, texts)
  const phrased = await phraseSummary(model, records, { stationId: 1, roster, deadlineMs: 20_000 })
  if (!phrased.ok) throw new Error(`week ${seed}: the server failed: ${phrased.without}`)
  const believed = phrased.items.flatMap((item) => (item.kind === 'statement' ? [item.statement.text] : []))
  return { records, believed, versions: versionsOf(records, phrased) }
}

const sentText = (): string =>
  JSON.stringify(house.entries.map((entry) => (entry.step === 'asked' ? entry.messages : [])))

describe(`a summary phrased by the model test server, over ${WEEKS} generated weeks`, () => {
  it('an honest clerk is believed, and every sentence carries existing record numbers', async () => {
    let told = 0
    let believedCount = 0
    for (let seed = 0; seed < WEEKS; seed++) {
      behave = (data) => {
        const points = answer.honest(data, dice(seed)).slice(0, 5)
        told += points.length
        return points
      }
      const { believed, versions, records } = await summarise(seed)
      const known = new Set([
        ...records.activities.map(({ no }) => `H${no}`),
        ...records.opinions.map(({ no }) => `Y${no}`),
        ...records.duties.map(({ no }) => `D${no}`),
        ...records.due.map(({ ref }) => ref),
        `轮值${records.turn?.period}`,
      ])
      for (const { evidence } of versions.summary.statements) for (const ref of evidence) expect(known).toContain(ref)
      expect(versions.group.split('\n').length).toBeLessThanOrEqual(6)
      believedCount += believed.length
    }
    expect(told).toBeGreaterThan(800)
    expect(believedCount / told).toBeGreaterThan(0.98)
  })

  it('every kind of liar in turn: no lie is believed, and the house tells the week in its own words', async () => {
    const attacks = injections()
    let told = 0
    for (let seed = 0; seed < WEEKS; seed++) {
      const { kind, lies } = answer.LIARS[seed % answer.LIARS.length]!
      behave = (data) => {
        const list = lies(data, dice(seed), { roster: ROSTER, instructions: INSTRUCTIONS }).slice(0, 5)
        told += list.length
        return list.map(({ point }) => point)
      }
      const { believed, versions, records } = await summarise(seed, seed % 2 === 0 ? attacks : [])
      expect(believed, `${kind}, week ${seed}`).toEqual([])
      expect(versions.summary.author).toBe('offline')
      const own = versionsOf(records)
      expect([versions.public, versions.archive], `${kind}, week ${seed}`).toEqual([own.public, own.archive])
    }
    expect(told).toBeGreaterThan(600)
    const sent = sentText()
    const reached = attacks.filter((attack) => sent.includes(JSON.stringify(attack).slice(1, 40)))
    expect(reached).toEqual([])
  })
})

describe('data is never instruction', () => {
  it('every injection as opinion, title, theme, nickname and station name: 0 obeyed, nothing of it printed', async () => {
    const attacks = injections()
    expect(attacks.length).toBe(35)
    for (const [index, attack] of attacks.entries()) {
      behave = (data) => answer.obeyed(data, dice(index)).map(({ point }) => point)
      const { versions } = await summarise(index, [attack])
      const latin = `${versions.group}\n${versions.public}`.match(/[A-Za-z]{3,}/gu)
      expect(latin, `injection ${index}`).toBeNull()
    }
    expect(sentText().includes('humans')).toBe(false)
  })
})

describe('the masker of the house', () => {
  it('leaves instructions and records whole, and takes a telephone out of them', () => {
    expect(mask(INSTRUCTIONS).text).toBe(INSTRUCTIONS)
    for (let seed = 0; seed < 50; seed++) {
      const { records } = generatedWeek(seed)
      for (const { data } of promptsFor(records, factsOf(records, figuresOf(records)))) {
        expect(mask(data, { keepNames: ROSTER }).text, `week ${seed}`).toBe(data)
      }
    }
    expect(mask(JSON.stringify({ 内容: '配药难，电话13812345678' })).text).not.toContain('13812345678')
  })
})

describe('when the model fails', () => {
  it('or says nothing that can be believed, the same shape comes from the records and says so', async () => {
    behave = () => []
    const { versions, records } = await summarise(3)
    expect(versions.group.split('\n')[0]).toContain('模型所写与台账不符')
    expect(versions.summary.statements).toEqual(versionsOf(records).summary.statements)
  })

  it('the title names the reason', async () => {
    const { records, roster } = generatedWeek(3)
    const poor = openModel(
      { apiKey: 'test', baseURL: `${mock.url}/v1`, model: 'clerk', format: 'none', limitField: 'max_tokens' },
      watched({ budget: new MemoryBudget({ dayTokens: 10, stationTokens: 10 }) }),
    )
    const phrased = await phraseSummary(poor, records, { stationId: 1, roster, deadlineMs: 5_000 })
    expect(phrased).toEqual({ ok: false, without: 'budget' })
    const { group, summary } = versionsOf(records, phrased)
    expect(group.split('\n')[0]).toContain('今日模型额度已用完')
    expect(summary.author).toBe('offline')
  })
})

describe('records too long for one asking', () => {
  it('go in parts, each within its length, and come back as one summary', async () => {
    const { records } = generatedWeek(5)
    const [opinion] = records.opinions
    const many = { ...records, opinions: Array.from({ length: 300 }, (_, index) => ({ ...opinion!, no: 500 + index })) }
    const lengths: number[] = []
    behave = (data) => {
      lengths.push(JSON.stringify(data).length)
      return answer.honest(data, dice(1))
    }
    const phrased = await phraseSummary(model, many, { stationId: 1, roster: ROSTER, deadlineMs: 20_000 })
    expect(phrased.ok && phrased.items.length).toBeGreaterThan(0)
    expect(lengths.length).toBeGreaterThan(3)
    expect(Math.max(...lengths)).toBeLessThan(6_500)
  })
})
