import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { KEY_BYTES, parseSealingKey, SealingError, type SealingKey } from './sealing-key.js'

const OWNER_ONLY = 0o600
const OTHERS = 0o077

export const configuredKey = (key: string): SealingKey => parseSealingKey(key, 'the configuration')

const refuseIfReachable = (keyFile: string): void => {
  const found = statSync(keyFile)
  if (!found.isFile()) throw new SealingError('keyFileKind', `${keyFile} is not a file`)
  // Windows has no such modes: Node reports 666 for every writable file there.
  if (process.platform === 'win32') return
  if ((found.mode & OTHERS) !== 0) {
    const mode = (found.mode & 0o777).toString(8)
    throw new SealingError('keyFileMode', `${keyFile} has mode ${mode}; others can reach it. Run: chmod 600 ${keyFile}`)
  }
}

/** The keys of the file, the sealing one first; none when there is no file. */
export const keysIn = (keyFile: string): SealingKey[] => {
  if (!existsSync(keyFile)) return []
  refuseIfReachable(keyFile)
  return readFileSync(keyFile, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => parseSealingKey(line, keyFile))
}

const writeDurably = (path: string, text: string): void => {
  const file = openSync(path, 'wx', OWNER_ONLY)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const newKeyLine = (): string => `${randomBytes(KEY_BYTES).toString('base64')}\n`
const beside = (keyFile: string): string => `${keyFile}.${process.pid}.${randomBytes(4).toString('hex')}`

const syncFolder = (keyFile: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(keyFile), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/**
 * Makes the first key if there is none. The file appears whole or not at all, and of two processes starting together
 * only one makes it: an original sealed with a key that was overwritten could never be read again.
 */
export const makeKeyFileOnce = (keyFile: string): void => {
  if (existsSync(keyFile)) return
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 })
  const draft = beside(keyFile)
  writeDurably(draft, newKeyLine())
  try {
    linkSync(draft, keyFile)
  } catch (error) {
    // EEXIST: another process was first, and its key is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(keyFile)
}

/** Puts a new key in front: it seals from the next start on, and the older ones still open what they sealed. */
export const addNewestKey = (keyFile: string): SealingKey => {
  keysIn(keyFile)
  const older = existsSync(keyFile) ? readFileSync(keyFile, 'utf8') : ''
  const line = newKeyLine()
  const draft = beside(keyFile)
  writeDurably(draft, line + older)
  renameSync(draft, keyFile)
  syncFolder(keyFile)
  return parseSealingKey(line, keyFile)
}
