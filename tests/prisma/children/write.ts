// Adds rows one by one, and says the number of each only once the store has acknowledged it. Runs until it is killed.
import { openPglite } from '../../../prisma/pglite.js'

const { pool } = await openPglite(process.argv[2]!)
await pool.query('create table if not exists kept (number int primary key, words text not null)')
const { rows } = await pool.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from kept')
for (let number = rows[0]!.next; ; number++) {
  await pool.query('insert into kept values ($1, $2)', [number, '意见'.repeat(number % 50)])
  console.log(number)
}
