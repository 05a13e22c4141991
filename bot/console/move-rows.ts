/**
 * npm run backup -- FILE      the store named by DATABASE_URL or DATA_DIR, into a new file
 * npm run restore -- FILE     the file into an empty store: also the way from the embedded store to a server and back
 */
import process from 'node:process'
import { writeBackup } from '../../prisma/backup.js'
import { storeSentence } from '../../prisma/copy.js'
import { openPool } from '../../prisma/open-pool.js'
import { placeFromEnv } from '../../prisma/place.js'
import type { Progress } from '../../prisma/progress.js'
import { restoreBackup } from '../../prisma/restore.js'
import { StoreError } from '../../prisma/store-error.js'
import { Bar } from './bar.js'
import { copy } from './copy.js'
import { toldWhenSlow } from './house.js'

/** Rows, or bytes of the packed file: less is read and written in a moment. */
const LONG = { rows: 5_000, bytes: 300_000 }

const [task, file] = process.argv.slice(2)
if ((task !== 'backup' && task !== 'restore') || !file) {
  console.error(copy.moveUsage)
  process.exit(2)
}
const bars = {
  write: new Bar(process.stderr, {
    label: copy.moving[task].write,
    unit: task === 'backup' ? copy.rows : '',
    longFrom: task === 'backup' ? LONG.rows : LONG.bytes,
  }),
  check: new Bar(process.stderr, { label: copy.moving[task].check, unit: '', longFrom: LONG.bytes }),
}
const progress: Progress = (step, done, total) => {
  if (step === 'check') bars.write.end()
  bars[step].at(done, total)
}
const endBars = () => {
  for (const bar of Object.values(bars)) bar.end()
}
try {
  const { pool, close } = await toldWhenSlow(openPool(placeFromEnv(process.env)))
  try {
    const work = task === 'backup' ? writeBackup(pool, file, progress) : restoreBackup(pool, file, undefined, progress)
    const rows = await work.finally(endBars)
    console.log(`${copy.moved[task]} ${rows} 行：${file}`)
  } finally {
    await close()
  }
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  console.error(storeSentence(error.problem))
  process.exitCode = 1
}
