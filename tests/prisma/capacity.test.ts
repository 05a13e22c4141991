import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../prisma/open.js'
import { eachStore } from './servers.js'

eachStore('twenty sign up in the same moment for five places', (store) => {
  beforeAll(() =>
    store().pool.query('create table outing (id int primary key, places int); create table taken (person int)'),
  )
  beforeEach(() => store().pool.query('truncate outing, taken; insert into outing values (1, 5)'))
  afterAll(() => store().pool.query('drop table outing, taken'))

  test('with the row of the activity locked, five are in and fifteen are not', async () => {
    const answers = await Promise.all(people.map((person) => signUp(store(), person)))
    expect(answers.filter((isIn) => isIn)).toHaveLength(5)
    const { rows } = await store().pool.query<{ person: number }>('select person from taken order by person')
    expect(rows.map(({ person }) => person)).toEqual(people.filter((_, index) => answers[index]))
  })

  test('one whose transaction fails takes no place', async () => {
    const answers = await Promise.all(
      people.map((person) => signUp(store(), person, person % 2 === 0).catch((error: Error) => error.message)),
    )
    expect(answers.filter((answer) => answer === true)).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'changed my mind').length).toBeGreaterThan(0)
    expect((await store().pool.query('select from taken')).rowCount).toBe(5)
  })
})

const people = Array.from({ length: 20 }, (_, index) => index)

async function signUp({ prisma }: Store, person: number, changesMind = false): Promise<boolean> {
  return prisma.$transaction(
    async (tx) => {
      const [outing] = await tx.$queryRaw<{ places: number }[]>`select places from outing where id = 1 for update`
      const [taken] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from taken`
      if (taken!.count >= outing!.places) return false
      await tx.$executeRaw`insert into taken values (${person})`
      if (changesMind) throw new Error('changed my mind')
      return true
    },
    { maxWait: 30_000, timeout: 30_000 },
  )
}
