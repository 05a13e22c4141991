import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeBackup } from '../../prisma/backup.js'
import { readBackup } from '../../prisma/backup-file.js'
import { readSequences } from '../../prisma/catalogue.js'
import { migrate } from '../../prisma/migrate.js'
import type { MigrationFile } from '../../prisma/migration-files.js'
import { openPool } from '../../prisma/open-pool.js'
import { restoreBackup } from '../../prisma/restore.js'
import { kinds, onServer } from './servers.js'
import { temporaryDirectory } from './temporary-directory.js'

const migration = (name: string, sql: string): MigrationFile => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})

/** Every kind of column, a child named before its parent, a reference to the own table, and a circle. */
const start = migration(
  '20260101000000_start',
  `create table "Person" (id serial primary key, name text not null, "mentorId" int references "Person" (id));
   create table "Answer" (id bigserial primary key, "personId" int not null references "Person" (id));
   create table "Sealed" (
     key text primary key, bytes bytea, big bigint, exact numeric(30, 10), real float8, whole jsonb, words text[],
     at timestamptz(3), day date, yes boolean, short varchar(3)
   );
   create table "Room" (id int primary key, "stationId" int not null);
   create table "Station" (id int primary key, "homeId" int references "Room" (id));
   alter table "Room" add constraint room_station foreign key ("stationId") references "Station" (id);
   create table "JobRun" (job text, slot text, primary key (job, slot));
   create table "Marked" (id int generated always as identity primary key, twice int generated always as (id * 2) stored);`,
)
const later = migration('20260201000000_later', `alter table "Person" add column phone text not null default '未填'`)

const awkward = [
  '😀 家👨‍👩‍👧 𠮷野家',
  'line\nfeed\r\nand\u2028separator\u2029',
  'quotes " \' \\ \\N {"a":1}',
  '\t\u0001\u001f\u007f\ufeff',
  '',
  ' 报名 H12 ',
]

async function fill(pool: pg.Pool): Promise<void> {
  for (const [index, name] of awkward.entries()) {
    await pool.query('insert into "Person" (id, name, "mentorId") values ($1, $2, null)', [index + 1, name])
  }
  // Mentors with a higher number than those they look after.
  await pool.query(`insert into "Person" select 100 + i, '代表' || i, null from generate_series(1, 1200) i`)
  await pool.query('update "Person" set "mentorId" = 1301 - id + 100 where id between 101 and 200')
  await pool.query(`select setval('"Person_id_seq"', 5000)`)
  await pool.query('insert into "Answer" ("personId") select id from "Person" where id > 1000')
  await pool.query(`insert into "Answer" (id, "personId") values (9007199254740993, 1)`)
  for (const [key, ...values] of sealedRows) {
    await pool.query('insert into "Sealed" values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [key, ...values])
  }
  await pool.query(`insert into "Station" values (1, null); insert into "Room" values (7, 1)`)
  await pool.query(`update "Station" set "homeId" = 7`)
  await pool.query(
    `insert into "JobRun" values ('reminder', '2026-11-23'), ('reminder', '2026-11-22'), ('ABC', ''), ('abc', '')`,
  )
  await pool.query('insert into "Marked" default values; insert into "Marked" default values')
}

const allBytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
const sealedRows = [
  ['空', null, null, null, null, null, null, null, null, null, null],
  [
    '满',
    allBytes,
    '9223372036854775807',
    '12345678901234567890.0123456789',
    0.1 + 0.2,
    JSON.stringify({ 意见: '路灯"不"亮\n😀', n: 1e300, list: [null, true, { deep: [] }] }),
    ['代表', 'a,b', '{"}', '', 'NULL', null],
    '2026-11-23T01:00:00.123Z',
    '2024-02-29',
    false,
    '三个字',
  ],
  [
    '极',
    Buffer.alloc(0),
    '-9223372036854775808',
    '-0.0000000001',
    Number.NaN,
    'null',
    [],
    'infinity',
    '-infinity',
    true,
    '',
  ],
] as const

type Kind = (typeof kinds)[number]

/** One store for all cases of a `describe`, as bare as a new one at the start of each. */
function bareStore({ make }: Kind): () => pg.Pool {
  let pool: pg.Pool
  let close: () => Promise<void>
  beforeAll(async () => {
    const { place, remove } = await make()
    const opened = await openPool(place)
    pool = opened.pool
    close = () => opened.close().then(remove)
  })
  beforeEach(() => pool.query('drop schema public cascade; create schema public'))
  afterAll(() => close())
  return () => pool
}

async function fillNew(pool: pg.Pool): Promise<void> {
  await migrate(pool, [start])
  await fill(pool)
}

/** A backup of the filled store, made once for all cases of a `describe`. */
function wholeBackup({ make }: Kind): () => string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'liaison-backup-'))
  const file = path.join(directory, 'whole.gz')
  beforeAll(async () => {
    const { place, remove } = await make()
    const { pool, close } = await openPool(place)
    await fillNew(pool)
    await writeBackup(pool, file)
    await close().then(remove)
  })
  afterAll(() => rmSync(directory, { recursive: true }))
  return () => file
}

/** The sum of every table, which two stores share only if they are equal row by row. */
async function sumsIn(file: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for await (const part of readBackup(file))
    if (part.kind === 'table-end') sums[part.table] = `${part.rows} ${part.sha256}`
  return sums
}

const linesIn = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1)
const writeLines = (file: string, lines: string[]) => writeFileSync(file, gzipSync(`${lines.join('\n')}\n`))

const pairs = kinds.flatMap((from) => kinds.map((to) => ({ from, to, name: `${from.kind} → ${to.kind}` })))

describe.each(pairs)('backup and restore ($name)', ({ from, to }) => {
  const source = bareStore(from)
  const target = bareStore(to)

  test('gives the same store, row by row and number by number', async () => {
    const directory = temporaryDirectory()
    const [first, second] = [path.join(directory, 'first.gz'), path.join(directory, 'second.gz')]
    await fillNew(source())

    const rows = await writeBackup(source(), first)
    expect(await restoreBackup(target(), first, [start])).toBe(rows)
    expect(await writeBackup(target(), second)).toBe(rows)

    expect(await sumsIn(second)).toEqual(await sumsIn(first))
    expect(await readSequences(target())).toEqual(await readSequences(source()))
    const { rows: next } = await target().query(`insert into "Person" (name) values ('新') returning id`)
    expect(next).toEqual([{ id: 5001 }])
    const { rows: sealed } = await target().query('select * from "Sealed" where key = $1', ['满'])
    const [, bytes, big, exact, real, , words, at] = sealedRows[1]
    expect(sealed[0]).toMatchObject({ bytes, big, exact, real, words, at: new Date(at as string), yes: false })
    const { rows: names } = await target().query('select name from "Person" where id <= 6 order by id')
    expect(names.map(({ name }) => name)).toEqual(awkward)
  })

  test('keeps every foreign key at work', async () => {
    const file = path.join(temporaryDirectory(), 'backup.gz')
    await fillNew(source())
    await writeBackup(source(), file)
    await restoreBackup(target(), file, [start])
    for (const bad of ['insert into "Answer" ("personId") values (999999)', 'update "Room" set "stationId" = 2']) {
      await expect(target().query(bad)).rejects.toMatchObject({ code: '23503' })
    }
    const { rows } = await target().query(`select conname from pg_constraint where contype = 'f' and condeferrable`)
    expect(rows).toEqual([])
  })
})

describe.each([...kinds])('a restore ($kind)', (kind) => {
  const whole = wholeBackup(kind)
  const target = bareStore(kind)

  test('of an older backup brings the rows up to date', async () => {
    await restoreBackup(target(), whole(), [start, later])
    expect((await target().query('select phone from "Person" where id = 1')).rows).toEqual([{ phone: '未填' }])
  })

  test('is refused by a store that holds anything, and leaves it as it is', async () => {
    await migrate(target(), [start])
    await target().query(`insert into "JobRun" values ('reminder', 'mine')`)
    await expect(restoreBackup(target(), whole(), [start])).rejects.toMatchObject({
      problem: { code: 'not-empty', table: 'JobRun' },
    })
    expect((await target().query('select slot from "JobRun"')).rows).toEqual([{ slot: 'mine' }])
  })

  test('is refused by a store that is further on than the backup', async () => {
    await migrate(target(), [start, later])
    await expect(restoreBackup(target(), whole(), [start, later])).rejects.toMatchObject({
      problem: { code: 'ahead-of-backup', migration: later.name },
    })
  })

  test('is refused by a program older than the backup, or with other migrations', async () => {
    await expect(restoreBackup(target(), whole(), [])).rejects.toMatchObject({ code: 'newer-than-program' })
    const edited = migration(start.name, `${start.sql} -- edited`)
    await expect(restoreBackup(target(), whole(), [edited])).rejects.toMatchObject({ code: 'edited-migration' })
  })

  test('of a file that was changed, cut or made up puts nothing in', async () => {
    const directory = temporaryDirectory()
    const lines = linesIn(whole())
    const person = lines.findIndex((line) => line.includes('代表700'))
    const summed = (from: number) => lines.findIndex((line, index) => index > from && line.startsWith('{"rows"'))
    const resummed = (rows: string[], at: number) => {
      const first = lines.findLastIndex((line, index) => index < at && line.startsWith('{"table"')) + 1
      const body = rows.slice(first, summed(at)).map((line) => `${line}\n`)
      const sha256 = createHash('sha256').update(body.join('')).digest('hex')
      return rows.with(summed(at), JSON.stringify({ rows: body.length, sha256 }))
    }
    const withNul = lines.with(person, lines[person]!.replace('代表700', '代\\u0000表'))
    const tooLong = lines.findIndex((line) => line.includes('三个字'))
    const cases: Record<string, string[]> = {
      'were changed': lines.with(person, lines[person]!.replace('代表700', '代表007')),
      'were changed ': lines.toSpliced(person, 1),
      'the file was cut': lines.slice(0, -1),
      'a row out of place': lines.with(person, '["1"]'),
      'a table out of place': lines.with(1, lines[1]!.replace(/"table":"\w+"/, '"table":"Elsewhere"')),
      'not a backup of this program': ['{"format":"other"}', ...lines.slice(1)],
      'something follows the end': [...lines, '{}'],
      'unsupported Unicode escape sequence': resummed(withNul, person),
      'reads back differently': resummed(lines.with(tooLong, lines[tooLong]!.replace('三个字', '三个字多')), tooLong),
      'duplicate key': resummed(lines.with(person, lines[person - 1]!), person),
    }
    for (const [reason, changed] of Object.entries(cases)) {
      const file = path.join(directory, 'changed.gz')
      writeLines(file, changed)
      const problem = { code: 'bad-backup', file, reason: expect.stringContaining(reason.trim()) }
      await expect(restoreBackup(target(), file, [start]), reason).rejects.toMatchObject({ problem })
    }
    const half = path.join(directory, 'half.gz')
    writeFileSync(half, readFileSync(whole()).subarray(0, statSync(whole()).size / 2))
    await expect(restoreBackup(target(), half, [start])).rejects.toMatchObject({ code: 'bad-backup' })
    writeFileSync(half, '这不是备份')
    await expect(restoreBackup(target(), half, [start])).rejects.toMatchObject({ code: 'bad-backup' })

    expect((await target().query('select from "Person"')).rowCount).toBe(0)
    await restoreBackup(target(), whole(), [start]) // nothing of the failures is in its way
  })

  test('text with NUL never gets as far as a backup: the store refuses it', async () => {
    await migrate(target(), [start])
    await expect(target().query('insert into "Person" (name) values ($1)', ['a\u0000b'])).rejects.toThrow()
    expect((await target().query('select from "Person"')).rowCount).toBe(0)
  })
})

describe.each([...kinds])('a backup ($kind)', (kind) => {
  const store = bareStore(kind)
  beforeEach(() => fillNew(store()))

  test('is for its owner only, and has its name only when it is whole', async () => {
    const directory = temporaryDirectory()
    const file = path.join(directory, 'backup.gz')
    await writeBackup(store(), file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(directory)).toEqual(['backup.gz'])
    await expect(writeBackup(store(), file)).rejects.toMatchObject({ problem: { code: 'file-exists', file } })
  })

  test('that fails leaves no file and a store that answers', async () => {
    await store().query('create table keyless (words text)')
    const file = path.join(temporaryDirectory(), 'backup.gz')
    await expect(writeBackup(store(), file)).rejects.toThrow('keyless has no primary key')
    await expect(writeBackup(store(), path.join(file, 'below.gz'))).rejects.toThrow()
    expect(existsSync(file) || existsSync(`${file}.partial`)).toBe(false)
    expect((await store().query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})

onServer('a backup', (make) => {
  test('is of one instant: what is committed while it is written is not in it', async () => {
    const { url, remove } = await make()
    const { pool, close } = await openPool({ url })
    await fillNew(pool)
    const file = path.join(temporaryDirectory(), 'backup.gz')
    // Persons are read before answers; the lock holds the backup up between the two.
    const other = await pool.connect()
    await other.query('begin; lock table "Answer" in access exclusive mode')
    const backup = writeBackup(pool, file)
    await expect.poll(() => waitingForLocks(pool)).toBe(1)
    await other.query(`insert into "Person" (id, name) values (9999, '后来')`)
    await other.query('insert into "Answer" (id, "personId") values (9999, 9999); commit')
    other.release()
    await backup
    expect(linesIn(file).filter((line) => line.includes('9999'))).toEqual([])
    await close()
    await remove()
  })
})

async function waitingForLocks(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]!.waiting
}
