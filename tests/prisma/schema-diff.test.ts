import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../prisma/migrate.js'
import { readMigrations } from '../../prisma/migration-files.js'
import { memoryPglite } from '../../prisma/pglite.js'
import { diffSchema } from '../../prisma/schema-diff.js'
import { temporaryDirectory } from './temporary-directory.js'

const heading = 'datasource db {\n  provider = "postgresql"\n}\n'
const person = 'model Person {\n  id Int @id @default(autoincrement())\n  name String\n  letters Letter[]\n}\n'
const letter =
  'model Letter {\n  id Int @id\n  words String\n  personId Int\n  person Person @relation(fields: [personId], references: [id])\n}\n'

/** A folder with a schema in several files, and beside them a file that is none of it. */
function project(files: Record<string, string>): { schema: string; migrations: string } {
  const schema = temporaryDirectory()
  for (const [name, text] of Object.entries({ 'open.ts': 'export {}', ...files }))
    writeFileSync(path.join(schema, name), text)
  const migrations = path.join(schema, 'migrations')
  mkdirSync(migrations)
  return { schema, migrations }
}

function add(migrations: string, name: string, sql: string): void {
  mkdirSync(path.join(migrations, name))
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql)
}

test('the SQL between migrations and a schema of several files leads from one to the other', async () => {
  const { schema, migrations } = project({ 'schema.prisma': heading, 'person.prisma': person, 'letter.prisma': letter })
  const first = await diffSchema(schema, migrations)
  expect(first).toContain('CREATE TABLE "Letter"')
  add(migrations, '20260101000000_start', first)
  expect(await diffSchema(schema, migrations)).toBe('')

  writeFileSync(path.join(schema, 'letter.prisma'), letter.replace('words String', 'words String\n  place String?'))
  const second = await diffSchema(schema, migrations)
  expect(second.trim()).toBe('-- AlterTable\nALTER TABLE "Letter" ADD COLUMN     "place" TEXT;')
  add(migrations, '20260201000000_place', second)
  expect(await diffSchema(schema, migrations)).toBe('')

  const { pool, close } = await memoryPglite()
  await migrate(pool, readMigrations(migrations))
  await pool.query(`insert into "Person" (name) values ('张敏')`)
  await pool.query(`insert into "Letter" values (1, '路灯不亮', 1, '来凤街')`)
  await close()
})

test('a function whose body holds semicolons is one statement', async () => {
  const { schema, migrations } = project({ 'schema.prisma': heading })
  const body = 'begin new.name := trim(new.name); return new; end'
  add(
    migrations,
    '20260101000000_function',
    `create function tidy() returns trigger language plpgsql as $$ ${body} $$; -- a remark; with a semicolon`,
  )
  expect(await diffSchema(schema, migrations)).toBe('')
})

test('a migration with an error in it is told of, with the reason', async () => {
  const { schema, migrations } = project({ 'schema.prisma': heading })
  add(migrations, '20260101000000_typo', 'create tabel person ();')
  const problem = await diffSchema(schema, migrations).catch((error: Error) => error)
  expect(problem).toMatchObject({ message: expect.stringContaining('20260101000000_typo') })
  expect((problem as Error).cause).toMatchObject({ message: 'syntax error at or near "tabel"' })
})

test('a schema with an error in it is told of, with the file', async () => {
  const { schema, migrations } = project({ 'schema.prisma': heading, 'person.prisma': 'model Person { id Int @id }' })
  await expect(diffSchema(schema, migrations)).rejects.toThrow('person.prisma:1')
})
