// fail.ts DIRECTORY sync|trap    Acknowledges one row, then meets a disk that cannot sync, or a value that overflows the
// stack of PostgreSQL in WebAssembly. Must end by itself; prints "survived" if it does not.
import { fsyncSync } from 'node:fs'
import { DurableNodeFS } from '../../../prisma/durable-node-fs.js'
import { openPglite } from '../../../prisma/pglite.js'

const [directory, fault] = process.argv.slice(2)
let broken = false
const fileSystem = (data: string) =>
  new DurableNodeFS(data, (fd) => {
    if (broken) throw new Error('EIO')
    fsyncSync(fd)
  })
const { pool } = await openPglite(directory!, { fileSystem })
await pool.query('create table if not exists kept (number int primary key)')
await pool.query('insert into kept values (1)')
console.log(1)
if (fault === 'sync') {
  broken = true
  await pool.query('insert into kept values (2)')
} else {
  const depth = 2_000_000
  await pool.query('select $1::jsonb', ['['.repeat(depth) + ']'.repeat(depth)])
}
console.log('survived')
