/** npm run import -- FILE --station NAME [--yes]      a roster into a station: previewed, then all of it or nothing */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { copy as said } from '../../commands/people/import-copy.js'
import { momentOf } from '../../station/time/civil.js'
import { Bar } from './bar.js'
import { copy } from './copy.js'
import { atConsole } from './house.js'
import { importRoster, previewRoster, readRosterOf } from './roster.js'

/** So many rows take long enough to be told of. */
const LONG_ROWS = 2000

const { file, station, yes } = wanted()
if (!file || !station) {
  console.error(copy.importUsage)
  process.exit(2)
}
const bytes = bytesOf(file)
await atConsole(async ({ store: { prisma }, openSealer }) => {
  const now = momentOf(Date.now())
  const read = await readRosterOf(prisma, station, bytes, now)
  console.log(await previewRoster(prisma, read))
  if (!yes && (await answer(copy.confirm)) !== '是') return console.log(copy.given)
  const bar = new Bar(process.stderr, { label: copy.writing, unit: copy.rows, longFrom: LONG_ROWS })
  let rows = 0
  // A newcomer is two rows, somebody known at most as many.
  const most = 2 * read.roster.entries.length
  const { added, changed } = await importRoster(prisma, read, now, openSealer().sign, (written) => {
    rows += written
    bar.at(rows, most)
  }).finally(() => bar.end())
  console.log(said.done(read.roster.entries, added, changed, false))
})

function wanted(): { file?: string | undefined; station?: string | undefined; yes?: boolean | undefined } {
  try {
    const options = { station: { type: 'string' }, yes: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return positionals.length === 1 ? { ...values, file: positionals[0] } : {}
  } catch {
    return {}
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    console.error(copy.noFile(path, (error as NodeJS.ErrnoException).code ?? ''))
    process.exit(1)
  }
}

/** One line from the keyboard; '' when there is nobody. */
async function answer(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  process.stdout.write(question)
  for await (const line of lines) return line.trim()
  return ''
}
