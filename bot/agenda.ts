import type { Logger } from 'pino'
import type { Tx } from '../prisma/change.js'
import type { PrismaClient, Station } from '../prisma/generated/client.js'
import type { Job, Slot } from '../schedules/job.js'
import { dateOf, type Moment } from '../station/time/civil.js'

export interface Due {
  readonly job: Job
  readonly station: Station
  readonly slot: Slot
  /** At its time there will be nothing to do, as far as the history then written tells. */
  idleBy?: string
}

/** How far ahead the slots are worked out when they must be worked out at all. */
const AHEAD_DAYS = 2

interface Page {
  readonly written: string
  readonly after: Moment
  readonly upTo: Moment
  due: Due[]
}

/**
 * The slots that have no run yet, in the order of their time. They follow from the rows alone, so they are kept until a
 * row has changed. Worked out by whole days, so that the same questions are asked of the store from morning to night.
 */
export class Agenda {
  #page: Page | null = null
  /** Slots that have a run, of all up to a time: read once, and kept by who makes the runs. */
  #taken: { readonly from: Moment; readonly upTo: Moment; readonly keys: Set<string> } | null = null

  constructor(
    readonly prisma: PrismaClient,
    /** Where the rows are read that the slots follow from. */
    readonly db: Tx,
    readonly jobs: readonly Job[],
    readonly log: Logger,
  ) {}

  /** Somebody may have written without a trace. */
  forget(): void {
    this.#page = null
    this.#taken = null
  }

  done({ job, slot }: Due): void {
    this.#taken?.keys.add(keyOf(job, slot))
    if (this.#page) this.#page.due = this.#page.due.filter((due) => due.job !== job || due.slot.key !== slot.key)
  }

  /** Open slots in (after, upTo]. `written` stands for all that was ever written: as long as it is the same, so are they. */
  async open(after: Moment, upTo: Moment, written: string): Promise<Due[]> {
    const page = this.#page
    const serves = page?.written === written && isUpTo(page.after, after) && isUpTo(upTo, page.upTo)
    const { due } = serves ? page : await this.#read(after, upTo, written)
    return due.filter(({ slot: { at } }) => !isUpTo(at, after) && isUpTo(at, upTo))
  }

  async #read(after: Moment, upTo: Moment, written: string): Promise<Page> {
    const from = after.startOfDay()
    const until = upTo.startOfDay().add({ days: AHEAD_DAYS })
    const page = { written, after: from, upTo: until, due: await this.#slots(from, until) }
    this.#page = page
    return page
  }

  async #slots(after: Moment, upTo: Moment): Promise<Due[]> {
    const stations = await this.db.station.findMany({ orderBy: { id: 'asc' } })
    const due: Due[] = []
    for (const station of stations)
      for (const job of this.jobs)
        for (const slot of await this.#slotsOf(job, station, after, upTo)) due.push({ job, station, slot })
    const taken = await this.#takenIn(after, upTo)
    return due
      .filter(({ job, slot }) => !taken.has(keyOf(job, slot)))
      .sort((a, b) => a.slot.at.epochMilliseconds - b.slot.at.epochMilliseconds)
  }

  /** One job that cannot say its times must not stop the others. */
  async #slotsOf(job: Job, station: Station, after: Moment, upTo: Moment): Promise<Slot[]> {
    try {
      return await job.slots(this.db, station, after, upTo)
    } catch (error) {
      this.log.error({ err: error, job: job.name, station: station.id }, 'a job could not say when it is due')
      return []
    }
  }

  /** A slot's run bears the slot's time. A run of another process, not seen here, is found out when it is made again. */
  async #takenIn(after: Moment, upTo: Moment): Promise<ReadonlySet<string>> {
    const known = this.#taken && isUpTo(this.#taken.from, after) ? this.#taken : null
    if (known && isUpTo(upTo, known.upTo)) return known.keys
    const done = await this.prisma.jobRun.findMany({
      where: { dueAt: { gt: dateOf(known?.upTo ?? after), lte: dateOf(upTo) } },
      select: { job: true, slot: true },
    })
    const keys = known?.keys ?? new Set<string>()
    for (const { job, slot } of done) keys.add(`${job} ${slot}`)
    this.#taken = { from: known?.from ?? after, upTo, keys }
    return keys
  }
}

const keyOf = (job: Job, slot: Slot): string => `${job.name} ${slot.key}`
const isUpTo = (a: Moment, b: Moment): boolean => a.epochMilliseconds <= b.epochMilliseconds
