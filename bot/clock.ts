import { type Moment, momentOf } from '../station/time/civil.js'

/** The only source of "now" in the house. */
export interface Clock {
  now(): Moment
  /** Resolves after that much of the wall's time, or at once when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's clock, shifted: a demonstration may move its own time forward. */
export class ShiftedClock implements Clock {
  constructor(public offsetMs = 0) {}

  now(): Moment {
    return momentOf(Date.now() + this.offsetMs)
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done)
    })
  }
}

/** A clock that only moves when told. */
export class ManualClock implements Clock {
  constructor(public moment: Moment) {}

  now(): Moment {
    return this.moment
  }

  sleep(): Promise<void> {
    return Promise.resolve()
  }
}
