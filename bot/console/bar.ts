/** Where the bar is drawn: standard error, so that a result may still be piped on. */
export interface Screen {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

const CELLS = 24
/** A terminal is not drawn again sooner, milliseconds. */
const DRAWN_EVERY_MS = 80
/** Elsewhere (a pipe, a log) a line is written at each of these parts of the work. */
const LINES = 4

interface Work {
  /** 正在备份 */
  label: string
  unit: string
  /** Work of less is over before anybody could read of it: no lines where there is no terminal. */
  longFrom: number
}

/** How far long work is: one line drawn over and over at a terminal, four lines anywhere else. */
export class Bar {
  #drawnAtMs = Number.NEGATIVE_INFINITY
  #part = 0
  #open = false

  constructor(
    private readonly screen: Screen,
    private readonly work: Work,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  at(done: number, total: number): void {
    const share = total > 0 ? Math.min(1, done / total) : 1
    if (this.screen.isTTY) this.#draw(share, done, total)
    else this.#line(share, done, total)
  }

  /** Leaves the line, so that what is said next stands on its own. */
  end(): void {
    if (this.#open) this.screen.write('\n')
    this.#open = false
  }

  #draw(share: number, done: number, total: number): void {
    const at = this.nowMs()
    if (share < 1 && at - this.#drawnAtMs < DRAWN_EVERY_MS) return
    this.#drawnAtMs = at
    this.#open = true
    const full = Math.round(share * CELLS)
    const bar = `${'#'.repeat(full)}${'-'.repeat(CELLS - full)}`
    this.screen.write(`\r\u001b[K${this.work.label} [${bar}] ${this.#told(share, done, total)}`)
  }

  #line(share: number, done: number, total: number): void {
    const part = Math.floor(share * LINES)
    if (total < this.work.longFrom || part <= this.#part) return
    this.#part = part
    this.screen.write(`${this.work.label}……${this.#told(share, done, total)}\n`)
  }

  #told(share: number, done: number, total: number): string {
    const percent = `${Math.floor(share * 100)}%`
    return this.work.unit === '' ? percent : `${percent} ${Math.min(done, total)}/${total}${this.work.unit}`
  }
}
