import { mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { storeSentence } from '../../prisma/copy.js'
import { openStore, type Store } from '../../prisma/open.js'
import { placeFromEnv } from '../../prisma/place.js'
import { openSealer, type Sealer, SealingError } from '../../prisma/sealing.js'
import { StoreError } from '../../prisma/store-error.js'
import { readSettings, SettingError } from '../settings.js'
import { copy } from './copy.js'

/** What a person at the machine can mend, in one sentence. */
export class Refusal extends Error {}

/** Work of more than this says that it has begun, milliseconds. */
const SLOW_MS = 3000
/** Longest transaction of a task at the console, milliseconds. */
export const CONSOLE_TRANSACTION = { timeout: 10 * 60_000 }

/** The store and key of the bot itself: the same environment finds the same ones. */
interface House {
  store: Store
  openSealer(): Sealer
}

/** Runs one task on the bot's store and ends the process: 0 done, 1 refused with one sentence. */
export async function atConsole(task: (house: House) => Promise<void>): Promise<void> {
  try {
    const { DATA_DIR, SEALING_KEY } = readSettings(process.env)
    const dataDir = path.resolve(DATA_DIR)
    const store = await toldWhenSlow(openStore(placeFromEnv({ ...process.env, DATA_DIR: dataDir })))
    const sealer = () => {
      mkdirSync(dataDir, { recursive: true })
      return openSealer({ ...(SEALING_KEY && { key: SEALING_KEY }), keyFile: path.join(dataDir, 'sealing.key') })
    }
    await task({ store, openSealer: sealer }).finally(() => store.close())
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    console.error(reason)
    process.exitCode = 1
  }
}

/** A first start makes the store, which takes some seconds. */
export async function toldWhenSlow<T>(work: Promise<T>): Promise<T> {
  const slow = setTimeout(() => console.error(copy.opening), SLOW_MS)
  return work.finally(() => clearTimeout(slow))
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof StoreError) return storeSentence(error.problem)
  return error instanceof Refusal || error instanceof SettingError || error instanceof SealingError
    ? error.message
    : undefined
}
