import net from 'node:net'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { storeSentence } from '../../prisma/copy.js'
import { openStore } from '../../prisma/open.js'
import { placeFromEnv } from '../../prisma/place.js'
import { StoreError } from '../../prisma/store-error.js'
import { onServer, run } from './servers.js'
import { storeDirectory } from './temporary-directory.js'

const SECRET = 'pa55word'

async function problemOf(url: string): Promise<StoreError> {
  const error = await openStore({ url }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StoreError)
  expect(inspect(error, { depth: 10 })).not.toContain(SECRET)
  expect(storeSentence((error as StoreError).problem)).not.toContain(SECRET)
  return error as StoreError
}

test('a directory is opened, migrated once, and opened again as it was left', async () => {
  const dir = await storeDirectory()
  const first = await openStore({ dir })
  expect(first.kind).toBe('embedded')
  expect(first.applied.length).toBeGreaterThan(0)
  await first.prisma.commandOnce.create({ data: { key: '报名 H1', seq: 1 } })
  await Promise.all([first.close(), first.close()])

  const second = await openStore({ dir })
  expect(second.applied).toEqual([])
  expect(await second.prisma.commandOnce.findMany()).toEqual([{ key: '报名 H1', seq: 1 }])
  await second.close()
})

test('closing waits for what is under way', async () => {
  const store = await openStore({ memory: true })
  const writes = Array.from({ length: 20 }, (_, seq) => store.pool.query('select $1::int as seq', [seq]))
  await store.close()
  expect((await Promise.all(writes)).map(({ rows }) => rows[0].seq)).toEqual(writes.map((_, seq) => seq))
})

test('an address that is none is refused without repeating it', async () => {
  expect((await problemOf(`mysql://bot:${SECRET}@localhost/liaison`)).problem).toEqual({ code: 'bad-url' })
  expect((await problemOf(SECRET)).problem).toEqual({ code: 'bad-url' })
})

test('a server that is not there is named, without the password', async () => {
  const port = await freePort()
  expect((await problemOf(`postgres://bot:${SECRET}@127.0.0.1:${port}/liaison`)).problem).toEqual({
    code: 'unreachable',
    host: '127.0.0.1',
    port: String(port),
    reason: 'ECONNREFUSED',
  })
})

test('DATABASE_URL names a server; without it the store lies in DATA_DIR', () => {
  expect(placeFromEnv({ DATABASE_URL: 'postgres://h/d', DATA_DIR: '/srv' })).toEqual({ url: 'postgres://h/d' })
  expect(placeFromEnv({ DATABASE_URL: '', DATA_DIR: '/srv' })).toEqual({ dir: '/srv/store' })
  expect(placeFromEnv({})).toEqual({ dir: 'data/store' })
})

onServer('opening', (make) => {
  test('a database that does not exist is refused with the code of the server', async () => {
    const { url, remove } = await make()
    const missing = new URL(url)
    missing.pathname = '/nowhere'
    missing.password = SECRET
    expect((await problemOf(missing.href)).problem).toMatchObject({
      code: 'refused',
      database: 'nowhere',
      user: missing.username,
      reason: '3D000',
    })
    await remove()
  })

  test('a database that cannot hold Chinese is refused', async () => {
    const { url, remove } = await make(`encoding 'SQL_ASCII' locale 'C'`)
    expect((await problemOf(url)).problem).toEqual({
      code: 'unfit-server',
      setting: 'server_encoding',
      found: 'SQL_ASCII',
      needed: 'UTF8',
    })
    await remove()
  })

  test('a database whose own zone is Shanghai is read in UTC all the same', async () => {
    const { url, remove } = await make()
    await run(url, `alter database ${new URL(url).pathname.slice(1)} set timezone to 'Asia/Shanghai'`)
    const store = await openStore({ url })
    const arrivedAt = new Date('2026-11-23T01:00:00Z')
    await store.prisma.inboxMessage.create({ data: { messageId: 'm', arrivedAt } })
    expect((await store.prisma.inboxMessage.findFirstOrThrow()).arrivedAt).toEqual(arrivedAt)
    await store.close()
    await remove()
  })

  test('an address that sets another zone is refused: it would be read hours off', async () => {
    const { url, remove } = await make()
    const other = `${url}?options=${encodeURIComponent('-c timezone=Asia/Shanghai')}`
    expect((await problemOf(other)).problem).toMatchObject({ code: 'unfit-server', setting: 'TimeZone' })
    await remove()
  })

  test('whoever prints the pool does not print the password', async () => {
    const { url, remove } = await make()
    const withPassword = new URL(url)
    withPassword.password = SECRET
    const store = await openStore({ url: withPassword.href })
    expect(inspect(store.pool.options)).not.toContain(SECRET)
    expect(JSON.stringify(store.pool.options)).not.toContain(SECRET)
    await store.close()
    await remove()
  })

  test('a connection that the server ends while idle is replaced', async () => {
    const { url, remove } = await make()
    const store = await openStore({ url })
    await run(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await expect
      .poll(() =>
        store.pool.query('select 1 as one').then(
          ({ rows }) => rows,
          () => [],
        ),
      )
      .toEqual([{ one: 1 }])
    await store.close()
    await remove()
  })
})

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
