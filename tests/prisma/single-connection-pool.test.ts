import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryPglite } from '../../prisma/pglite.js'

let pool: pg.Pool
let close: () => Promise<void>

beforeAll(async () => {
  ;({ pool, close } = await memoryPglite())
})
afterAll(() => close())

/** What one asker meets: its own number, or the error it asked for. */
const kinds = ['number', 'parameter', 'bad syntax', 'division', 'failed transaction', 'forgotten transaction'] as const
type Kind = (typeof kinds)[number]

async function ask(kind: Kind, number: number): Promise<number | string> {
  switch (kind) {
    case 'number':
      return (await pool.query<{ n: number }>(`select ${number} as n`)).rows[0]!.n
    case 'parameter':
      return (await pool.query<{ n: number }>('select $1::int as n', [number])).rows[0]!.n
    case 'bad syntax':
      return fails(pool.query(`selec ${number}`))
    case 'division':
      return fails(pool.query('select $1::int / 0', [number]))
    case 'failed transaction': {
      const client = await pool.connect()
      await client.query('begin')
      const code = await fails(client.query('select nothing'))
      client.release(new Error('left in the middle'))
      return code
    }
    case 'forgotten transaction': {
      const client = await pool.connect()
      await client.query('begin')
      const { rows } = await client.query<{ n: number }>('select $1::int as n', [number])
      client.release()
      return rows[0]!.n
    }
  }
}

const fails = (query: Promise<unknown>) =>
  query.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  )

const expected = (kind: Kind, number: number): number | string =>
  ({ 'bad syntax': '42601', division: '22012', 'failed transaction': '42703' })[kind as string] ?? number

test('however failures and answers are mixed, everyone gets the own answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 30 }), async (asked) => {
      const answers = await Promise.all(asked.map(ask))
      expect(answers).toEqual(asked.map(expected))
    }),
    { seed: 20261123, numRuns: 60 },
  )
})

test('a transaction left open does not swallow what comes after it', async () => {
  await pool.query('create table noted (n int)')
  await pool.query('begin')
  await pool.query('insert into noted values (1)')
  await ask('failed transaction', 0)
  expect((await pool.query('select n from noted')).rows).toEqual([{ n: 1 }])
  expect(await fails(pool.query('savepoint inside'))).toBe('25P01') // no transaction is open
})
