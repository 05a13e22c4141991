import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { StoreBudget } from '../../../bot/model/store-budget.js'
import { storeRecord } from '../../../bot/model/store-record.js'
import { parseMoment } from '../../../station/time/civil.js'
import { Theatre } from '../../replay/theatre.js'

let theatre: Theatre
const DAY = '2026-11-23'
const limits = { dayTokens: 1000, stationTokens: 600 }
const open = () => new StoreBudget(theatre.store.prisma, limits)

beforeAll(async () => {
  theatre = await Theatre.open()
}, 60_000)
beforeEach(async () => {
  await theatre.store.prisma.modelAllowance.deleteMany()
  await theatre.store.prisma.modelCall.deleteMany()
})
afterAll(() => theatre.close())

describe('the allowance of a day', () => {
  it('outlives the process: another one finds what was taken', async () => {
    expect(await open().reserve({ day: DAY, stationId: 1, tokens: 500 })).toBe(true)
    expect(await open().reserve({ day: DAY, stationId: 1, tokens: 200 })).toBe(false)
    expect(await open().reserve({ day: '2026-11-24', stationId: 1, tokens: 200 })).toBe(true)
  })

  it('of all stations ends before a station’s own, and takes neither when one would not hold', async () => {
    const budget = open()
    expect(await budget.reserve({ day: DAY, stationId: 1, tokens: 600 })).toBe(true)
    expect(await budget.reserve({ day: DAY, stationId: 2, tokens: 500 })).toBe(false)
    expect(await budget.reserve({ day: DAY, stationId: 2, tokens: 400 })).toBe(true)
    expect(await budget.reserve({ day: DAY, stationId: null, tokens: 1 })).toBe(false)
  })

  it('ten askers at once never take more than there is', async () => {
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, index) => open().reserve({ day: DAY, stationId: (index % 3) + 1, tokens: 150 })),
    )
    expect(asked.filter((taken) => taken)).toHaveLength(6)
    const rows = await theatre.store.prisma.modelAllowance.findMany()
    expect(rows.find(({ scope }) => scope === 'all')?.tokens).toBe(900)
  })

  it('gets back what was reserved and not used', async () => {
    const budget = open()
    const reservation = { day: DAY, stationId: 1, tokens: 600 }
    await budget.reserve(reservation)
    await budget.settle(reservation, 50)
    expect(await budget.reserve({ ...reservation, tokens: 550 })).toBe(true)
    expect(await budget.reserve({ ...reservation, tokens: 1 })).toBe(false)
  })
})

it('every prompt and every answer is kept, the answer masked', async () => {
  const { prisma } = theatre.store
  const record = storeRecord(prisma, (text) => text.replace(/1\d{10}/gu, '〔电话〕'))
  const about = { purpose: 'summary', stationId: 1, model: 'clerk', round: 1, at: parseMoment('2026-11-23 09:00') }
  await record({ ...about, step: 'asked', messages: [{ role: 'user', content: '台账' }], reservedTokens: 90 })
  await record({
    ...about,
    step: 'answered',
    outcome: 'ok',
    text: '电话13812345678',
    detail: null,
    tokens: { prompt: 7, completion: 8 },
  })
  const rows = await prisma.modelCall.findMany({ orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { step: 'asked', messages: [{ role: 'user', content: '台账' }], reservedTokens: 90 },
    { step: 'answered', outcome: 'ok', text: '电话〔电话〕', promptTokens: 7, completionTokens: 8 },
  ])
})
