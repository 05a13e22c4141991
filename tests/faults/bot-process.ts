import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** The real program in a process of its own, connected to a gateway that outlives it. */
export class BotProcess {
  readonly output: string[] = []
  readonly #child: ChildProcess

  constructor(environment: Record<string, string>) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', 'bot/main.ts'], {
      env: { ...process.env, LOG_LEVEL: 'warn', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => this.output.push(text))
  }

  get said(): string {
    return this.output.join('')
  }

  /** Resolves once the program has said so; rejects when it ends before. */
  async ready(sentence: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (this.said.includes(sentence)) resolve()
      }
      this.#child.stdout!.on('data', look)
      this.#child.once('exit', (code) =>
        reject(new Error(`the bot ended with ${code} before “${sentence}”:\n${this.said}`)),
      )
      look()
    })
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
  }
}

/** Polls a condition that another process brings about; throws with what was seen when it does not. */
export async function until(condition: () => boolean, what: () => string, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain: ${what()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
