import type { PrismaClient, Station } from '../prisma/generated/client.js'
import type { Job, Slot } from '../schedules/job.js'
import type { Moment } from '../station/time/civil.js'

export interface Due {
  job: Job
  station: Station
  slot: Slot
}

/** How far ahead the slots are worked out when they must be worked out at all. */
const AHEAD_HOURS = 48
/** What another process wrote without a trace is noticed by then, whatever the clock of a transcript does. */
const KEEP_MS = 60_000

interface Page {
  readonly written: string
  readonly readAtMs: number
  readonly after: Moment
  readonly upTo: Moment
  due: Due[]
}

/**
 * The slots that have no run yet, in the order of their time. Asking every job of every station costs a dozen queries a
 * station, so the answer is kept until something was written that could change it: slots follow from the rows alone.
 */
export class Agenda {
  #page: Page | null = null
  #handled = 0

  constructor(
    readonly prisma: PrismaClient,
    readonly jobs: readonly Job[],
  ) {}

  /** Something was committed in this process. */
  stale(): void {
    this.#handled++
  }

  done({ job, slot }: Due): void {
    if (this.#page) this.#page.due = this.#page.due.filter((due) => due.job !== job || due.slot.key !== slot.key)
  }

  /** Open slots in (after, upTo]. `history` stands for all that was ever written: equal histories, equal slots. */
  async open(after: Moment, upTo: Moment, history: string): Promise<Due[]> {
    const written = `${history} ${this.#handled}`
    const page = this.#page
    const serves =
      page !== null &&
      page.written === written &&
      performance.now() - page.readAtMs < KEEP_MS &&
      isUpTo(page.after, after) &&
      isUpTo(upTo, page.upTo)
    const { due } = serves ? page : await this.#read(after, upTo, written)
    return due.filter(({ slot: { at } }) => !isUpTo(at, after) && isUpTo(at, upTo))
  }

  async #read(after: Moment, upTo: Moment, written: string): Promise<Page> {
    const readAtMs = performance.now()
    const until = upTo.add({ hours: AHEAD_HOURS })
    const due = await this.#slots(after, until)
    this.#page = { written, readAtMs, after, upTo: until, due }
    return this.#page
  }

  async #slots(after: Moment, upTo: Moment): Promise<Due[]> {
    const stations = await this.prisma.station.findMany({ orderBy: { id: 'asc' } })
    const due: Due[] = []
    for (const station of stations)
      for (const job of this.jobs)
        for (const slot of await job.slots(this.prisma, station, after, upTo)) due.push({ job, station, slot })
    const done = await this.prisma.jobRun.findMany({
      where: { slot: { in: due.map(({ slot }) => slot.key) } },
      select: { job: true, slot: true },
    })
    const taken = new Set(done.map(({ job, slot }) => `${job} ${slot}`))
    return due
      .filter(({ job, slot }) => !taken.has(`${job.name} ${slot.key}`))
      .sort((a, b) => a.slot.at.epochMilliseconds - b.slot.at.epochMilliseconds)
  }
}

const isUpTo = (a: Moment, b: Moment): boolean => a.epochMilliseconds <= b.epochMilliseconds
