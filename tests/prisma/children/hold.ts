// Opens the directory, says so, and stays until it is killed. Says "refused CODE" if it may not.
import { openPglite } from '../../../prisma/pglite.js'
import { StoreError } from '../../../prisma/store-error.js'

try {
  await openPglite(process.argv[2]!)
  console.log('open')
  setInterval(() => {}, 60_000)
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  console.log(`refused ${error.code}`)
}
