import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DurableNodeFS } from '../../prisma/durable-node-fs.js'
import { openPglite } from '../../prisma/pglite.js'
import { startChild } from './child.js'
import { storeDirectory, temporaryDirectory } from './temporary-directory.js'

test('every acknowledged commit has waited for the disk', async () => {
  let files: DurableNodeFS | undefined
  const fileSystem = (data: string) => {
    files = new DurableNodeFS(data)
    return files
  }
  const { pool, close } = await openPglite(await storeDirectory(), { fileSystem })
  await pool.query('create table kept (number int)')
  for (let number = 0; number < 20; number++) {
    const before = files!.syncs
    await pool.query('insert into kept values ($1)', [number])
    expect(files!.syncs).toBeGreaterThan(before)
  }
  await close()
})

test('a store whose syncs do not reach the disk refuses to run, and lets the directory go', async () => {
  class Unhooked extends DurableNodeFS {
    protected override hook() {} // what an upgrade that moves PGlite's internals would come to
  }
  const directory = await storeDirectory()
  const opening = openPglite(directory, { fileSystem: (data) => new Unhooked(data) })
  await expect(opening).rejects.toMatchObject({
    code: 'not-durable',
    problem: { found: expect.stringContaining('syncs=0') },
  })
  const { close } = await openPglite(directory)
  await close()
})

test('when the disk cannot sync, the commit is not acknowledged and the process ends', async () => {
  const directory = await storeDirectory()
  const child = startChild(new URL('./children/fail.ts', import.meta.url), [directory, 'sync'])
  const { status, errors } = await child.ended
  expect(errors).toMatch(/^embedded store stopped: PANIC: {2}could not fsync file/)
  expect(status).toBe(70)
  expect(await everyLine(child.lines)).toEqual(['1'])
  const { pool, close } = await openPglite(directory)
  expect((await pool.query('select number from kept')).rows).toContainEqual({ number: 1 })
  await close()
})

test('a trap inside WebAssembly ends the process instead of spinning for ever', async () => {
  const child = startChild(new URL('./children/fail.ts', import.meta.url), [await storeDirectory(), 'trap'])
  const { status, errors } = await child.ended
  expect(errors).toContain('embedded store stopped: RangeError')
  expect(status).toBe(70)
  expect(await everyLine(child.lines)).toEqual(['1'])
})

test('a first start that was cut short is begun again', async () => {
  const directory = temporaryDirectory()
  const halfMade = path.join(directory, 'pg.new')
  mkdirSync(path.join(halfMade, 'base'), { recursive: true })
  writeFileSync(path.join(halfMade, 'PG_VERSION'), '18\n')
  const { pool, close } = await openPglite(directory)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await close()
  expect(existsSync(halfMade)).toBe(false)
})

test('a directory made by another PostgreSQL major is refused and left as it is', async () => {
  const directory = temporaryDirectory()
  mkdirSync(path.join(directory, 'pg'))
  writeFileSync(path.join(directory, 'pg', 'PG_VERSION'), '17\n')
  await expect(openPglite(directory)).rejects.toMatchObject({
    problem: { code: 'other-postgres', found: '17', needed: '18' },
  })
  expect(readFileSync(path.join(directory, 'pg', 'PG_VERSION'), 'utf8')).toBe('17\n')
})

test('a path that cannot be a directory is said to be so', async () => {
  const file = path.join(temporaryDirectory(), 'file')
  writeFileSync(file, '')
  await expect(openPglite(path.join(file, 'store'))).rejects.toMatchObject({
    problem: { code: 'not-writable', reason: 'ENOTDIR' },
  })
})

async function everyLine(lines: AsyncIterator<string>): Promise<string[]> {
  const all: string[] = []
  for (let next = await lines.next(); !next.done; next = await lines.next()) all.push(next.value)
  return all
}
