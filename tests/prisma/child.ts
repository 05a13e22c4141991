import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export interface Child {
  process: ChildProcessByStdio<null, Readable, Readable>
  /** Lines of standard output as they come. */
  lines: AsyncIterator<string>
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; errors: string }>
}

/** Runs a script of tests/prisma/children in a process of its own. */
export function startChild(script: URL, args: string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = once(child, 'close').then(([status, signal]) => ({ status, signal, errors }))
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), ended }
}
