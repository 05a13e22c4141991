/**
 * npm run backup -- FILE      the store named by DATABASE_URL or DATA_DIR, into a new file
 * npm run restore -- FILE     the file into an empty store: also the way from the embedded store to a server and back
 */
import process from 'node:process'
import { writeBackup } from './backup.js'
import { storeSentence } from './copy.js'
import { openPool } from './open-pool.js'
import { placeFromEnv } from './place.js'
import { restoreBackup } from './restore.js'
import { StoreError } from './store-error.js'

const tasks = { backup: writeBackup, restore: restoreBackup }
const said = { backup: '已备份', restore: '已恢复' }

const [task, file] = process.argv.slice(2)
if ((task !== 'backup' && task !== 'restore') || !file) {
  console.error('用法：npm run backup -- 文件名\n　　　npm run restore -- 文件名')
  process.exit(2)
}
try {
  const { pool, close } = await openPool(placeFromEnv(process.env))
  try {
    console.log(`${said[task]} ${await tasks[task](pool, file)} 行：${file}`)
  } finally {
    await close()
  }
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  console.error(storeSentence(error.problem))
  process.exitCode = 1
}
