import { closeSync, openSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openStore, type Store } from '../../prisma/open.js'
import type { StorePlace } from '../../prisma/open-pool.js'

/** Admin address of a PostgreSQL server, from .ci/postgres.sh. */
const SERVER = process.env.TEST_DATABASE_URL

export interface TestPlace {
  place: StorePlace
  remove(): Promise<void>
}

/** The kinds of store this run can reach. */
export const kinds: readonly { kind: string; make: (settings?: string) => Promise<TestPlace> }[] = SERVER
  ? [
      { kind: 'embedded', make: memoryPlace },
      { kind: 'server', make: (settings) => databasePlace(SERVER, settings) },
    ]
  : [{ kind: 'embedded', make: memoryPlace }]

/** The same cases on a store of each kind, opened once per file and kind. */
export function eachStore(name: string, cases: (store: () => Store) => void): void {
  sayWhatIsSkipped()
  for (const { kind, make } of kinds) {
    describe(`${name} (${kind})`, () => {
      let test: TestPlace
      let store: Store
      beforeAll(async () => {
        test = await make()
        store = await openStore(test.place)
      })
      afterAll(async () => {
        await store.close()
        await test.remove()
      })
      cases(() => store)
    })
  }
}

/** Cases that only a server can have; they are not there without one. */
export function onServer(
  name: string,
  cases: (make: (settings?: string) => Promise<TestPlace & { url: string }>) => void,
) {
  sayWhatIsSkipped()
  const title = `${name} (server)`
  if (SERVER) describe(title, () => cases((settings) => databasePlace(SERVER, settings)))
  // A file that holds nothing else would fail for having no test at all.
  else test.skip(title, () => {})
}

async function memoryPlace(): Promise<TestPlace> {
  return { place: { memory: true }, remove: async () => {} }
}

let made = 0

/** A database of its own, so that files may run side by side. settings: SQL after CREATE DATABASE. */
async function databasePlace(admin: string, settings = ''): Promise<TestPlace & { url: string }> {
  const name = `liaison_test_${process.pid}_${made++}`
  await run(admin, `create database ${name} template template0 ${settings}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return { place: { url: url.href }, url: url.href, remove: () => run(admin, `drop database ${name} with (force)`) }
}

export async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** One line per run, whichever of its parallel processes comes first: they share their parent. */
function sayWhatIsSkipped(): void {
  if (SERVER) return
  try {
    closeSync(openSync(path.join(os.tmpdir(), `liaison-said-${process.ppid}`), 'wx'))
  } catch {
    return // said already
  }
  console.log('store: the cases on a PostgreSQL server are left out; to run them too: . .ci/postgres.sh')
}
