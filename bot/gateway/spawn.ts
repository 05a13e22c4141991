import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PagePlace } from './page-server.js'
import { type FromChild, type FromParent, fromChild } from './protocol.js'
import type { WorldSpec } from './world-spec.js'

export interface SpawnOptions {
  /** Append-only file that keeps the conversation and its clock over a restart. */
  conversationPath?: string
  /** Where to serve the page; none when left out. Port 0 takes any free one. */
  page?: PagePlace
  log?: (line: string) => void
}

export interface SpawnedGateway {
  endpoint: string
  token: string
  url: string | null
  /** Where the clock of the kept conversation stands, simulated, milliseconds since the epoch. */
  nowMs: number
  /**
   * A visitor wants the time moved to `toMs`: `move` does all that is due on the way and resolves to the time reached. Without
   * it only the clock moves.
   */
  onClock(move: (toMs: number) => Promise<number>): void
  setNow(nowMs: number): void
  /** Resolves when the process has ended, by `stop` or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

const STOP_TIMEOUT_MS = 3_000

/** Starts the simulated gateway in a process of its own, which ends with this one. Rejects with one sentence when it cannot. */
export async function spawnGateway(world: WorldSpec, options: SpawnOptions = {}): Promise<SpawnedGateway> {
  const child = forkSibling()
  const tell = (message: FromParent): void => {
    if (child.connected) child.send(message)
  }
  let move: (toMs: number) => Promise<number> = async (toMs) => toMs
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  const ready = await new Promise<Extract<FromChild, { type: 'ready' }>>((resolve, reject) => {
    child.on('error', (error) => {
      options.log?.(`simulated gateway: ${error.message}`)
      reject(error)
    })
    child.once('exit', (code) => reject(new Error(`the simulated gateway ended before it was ready (code ${code})`)))
    child.on('message', (message) => {
      const said = fromChild.parse(message)
      if (said.type === 'ready') resolve(said)
      if (said.type === 'failed') reject(new Error(said.sentence))
      if (said.type === 'log') options.log?.(said.line)
      if (said.type === 'clock') {
        move(said.advanceToMs).then(
          (nowMs) => tell({ type: 'clockMoved', nowMs }),
          (error: unknown) =>
            tell({ type: 'clockFailed', reason: error instanceof Error ? error.message : String(error) }),
        )
      }
    })
    const { conversationPath, page } = options
    tell({ type: 'world', world, ...(conversationPath !== undefined && { conversationPath }), ...(page && { page }) })
  })

  const { endpoint, token, url, nowMs } = ready
  return {
    endpoint,
    token,
    url,
    nowMs,
    onClock: (newMove) => {
      move = newMove
    },
    setNow: (now) => tell({ type: 'clockNow', nowMs: now }),
    ended,
    async stop() {
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

/** `main.ts` under tsx, or the built `main.js`: whichever lies beside this file. */
function forkSibling(): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url))
  const main = fileURLToPath(new URL(`./main${extension}`, import.meta.url))
  // Settings of a rented gateway (certificates, tokens) are not for this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('WECHATY_') || name === 'WECHATY_LOG'),
  )
  return fork(main, [], {
    execPath: process.execPath,
    // Upstream calls what gRPC has deprecated; the person at the terminal can do nothing about it.
    execArgv: ['--no-deprecation', ...(extension === '.ts' ? ['--import', loaderOfTypeScript()] : [])],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

function loaderOfTypeScript(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}
