import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate, readApplied } from '../../prisma/migrate.js'
import { type MigrationFile, readMigrations } from '../../prisma/migration-files.js'
import { openPool } from '../../prisma/open-pool.js'
import { kinds } from './servers.js'
import { temporaryDirectory } from './temporary-directory.js'

const migration = (name: string, sql: string): MigrationFile => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})
const people = migration('20260101000000_people', 'create table person (id serial primary key, name text not null);')
const phones = migration('20260201000000_phones', 'alter table person add column phone text;')
const breaks = migration(
  '20260301000000_breaks',
  'create table half (id int); insert into half values (1); alter table nowhere add column x int;',
)

for (const { kind, make } of kinds) {
  describe(`migrations (${kind})`, () => {
    let pool: pg.Pool
    let close: () => Promise<void>
    beforeAll(async () => {
      const { place, remove } = await make()
      const opened = await openPool(place)
      pool = opened.pool
      close = () => opened.close().then(remove)
    })
    afterAll(() => close())
    beforeEach(() => pool.query('drop schema public cascade; create schema public'))

    test('are applied in order, once', async () => {
      expect(await migrate(pool, [people, phones])).toEqual([people.name, phones.name])
      expect(await migrate(pool, [people, phones])).toEqual([])
      await pool.query(`insert into person (name, phone) values ('张敏', '139')`)
    })

    test('may stop at a given one, and go on later', async () => {
      expect(await migrate(pool, [people, phones], people.name)).toEqual([people.name])
      expect(await readApplied(pool)).toEqual([{ name: people.name, checksum: people.checksum }])
      expect(await migrate(pool, [people, phones])).toEqual([phones.name])
    })

    test('two programs that start together apply each once', async () => {
      const both = await Promise.all([migrate(pool, [people, phones]), migrate(pool, [people, phones])])
      expect(both.flat().sort()).toEqual([people.name, phones.name])
    })

    test('one that fails leaves nothing of itself and keeps those before it', async () => {
      await expect(migrate(pool, [people, breaks])).rejects.toMatchObject({
        problem: { code: 'bad-migration', migration: breaks.name, reason: 'relation "nowhere" does not exist' },
      })
      expect((await readApplied(pool)).map(({ name }) => name)).toEqual([people.name])
      expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
      const repaired = migration(breaks.name, 'create table half (id int);')
      expect(await migrate(pool, [people, repaired])).toEqual([breaks.name])
    })

    test('one that cannot be recorded leaves nothing either', async () => {
      const unrecordable = migration(`20260301000000_${'x'.repeat(255)}`, 'create table half (id int);')
      await expect(migrate(pool, [people, unrecordable])).rejects.toMatchObject({ code: 'bad-migration' })
      expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
    })

    test('one edited after it was applied is refused, before anything else is applied', async () => {
      await migrate(pool, [people])
      const edited = migration(people.name, `${people.sql} -- a harmless remark`)
      await expect(migrate(pool, [edited, phones])).rejects.toMatchObject({
        problem: { code: 'edited-migration', migration: people.name },
      })
      expect(await readApplied(pool)).toHaveLength(1)
    })

    test('an older program refuses a newer store', async () => {
      await migrate(pool, [people, phones])
      await expect(migrate(pool, [people])).rejects.toMatchObject({
        problem: { code: 'newer-than-program', migration: phones.name },
      })
    })

    test('one that another tool began and never finished is reported', async () => {
      await migrate(pool, [people])
      await pool.query('update _prisma_migrations set finished_at = null')
      await expect(migrate(pool, [people, phones])).rejects.toMatchObject({
        problem: { code: 'unfinished-migration', migration: people.name },
      })
      await pool.query('update _prisma_migrations set rolled_back_at = now()')
      await pool.query('drop table person')
      expect(await migrate(pool, [people])).toEqual([people.name])
    })
  })
}

test('folders are read in the order of their timestamps, whatever their line ends', () => {
  const directory = temporaryDirectory()
  for (const { name, sql } of [phones, people]) {
    mkdirSync(path.join(directory, name))
    writeFileSync(path.join(directory, name, 'migration.sql'), sql)
  }
  writeFileSync(path.join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n')
  expect(readMigrations(directory)).toEqual([people, phones])

  const twoLines = migration(people.name, 'select 1;\nselect 2;\n')
  writeFileSync(path.join(directory, people.name, 'migration.sql'), 'select 1;\r\nselect 2;\r\n')
  expect(readMigrations(directory)[0]).toEqual(twoLines)
})
