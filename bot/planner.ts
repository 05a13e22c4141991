import type { Logger } from 'pino'
import type { Services, StationContext } from '../commands/context.js'
import { stationContext, stationFacts } from '../commands/station-context.js'
import type { Tx } from '../prisma/change.js'
import type { JobRun, PrismaClient, Station } from '../prisma/generated/client.js'
import { retrying } from '../prisma/retrying.js'
import type { Job, Slot } from '../schedules/job.js'
import { dateOf, type Moment, momentOf } from '../station/time/civil.js'
import { Agenda, type Due } from './agenda.js'
import type { Clock } from './clock.js'
import { History } from './history.js'

/** How far back a restart looks for slots it missed. */
const LOOK_BACK_DAYS = 14
const MARK = 'planner'

/** Work that takes longer than this says that it has begun. */
export interface Patience {
  slowMs: number
  /** Something was said that should leave at once, though the work goes on. */
  told: () => void
}

const NEVER_SLOW: Patience = { slowMs: Number.POSITIVE_INFINITY, told: () => {} }

/**
 * The truth of the clock is the JobRun row with its unique key; timers only wake this up. Due are the slots that have come
 * since the house first opened and have no row.
 */
export class Planner {
  readonly #history: History
  readonly #agenda: Agenda
  #since: Moment | null = null

  constructor(
    readonly prisma: PrismaClient,
    readonly clock: Clock,
    readonly log: Logger,
    readonly jobs: readonly Job[],
    readonly services: Services,
    readonly patience: Patience = NEVER_SLOW,
  ) {
    this.#history = new History(prisma)
    this.#agenda = new Agenda(prisma, this.#history.reads.db, jobs, log)
  }

  /** Slots before the first start were never ours. */
  async start(): Promise<void> {
    const now = dateOf(this.clock.now())
    await this.prisma.clockMark.createMany({ data: [{ name: MARK, since: now, upTo: now }], skipDuplicates: true })
  }

  /** Does everything that is due, in the order of its time, and all that commands have asked for. */
  async runDue(): Promise<void> {
    let { written, requested } = await this.#look()
    if (requested > 0) {
      await this.#runRequested()
      ;({ written } = await this.#look())
    }
    const now = this.clock.now()
    const idle: Due[] = []
    for (const due of await this.#agenda.open(await this.#lookBack(now), now, written))
      if (due.idleBy === written || (await this.#isIdle(due, now))) idle.push(due)
      else await this.#runSlot(due)
    if (idle.length > 0) await this.#noteIdle(idle, now)
  }

  async #look(): Promise<{ written: string; requested: number }> {
    const seen = await this.#history.look()
    if (seen.anew) this.#agenda.forget()
    return seen
  }

  async #isIdle({ job, station, slot }: Due, at: Moment): Promise<boolean> {
    try {
      return (await job.idle?.(stationFacts(this.#history.reads.db, station, at), slot)) ?? false
    } catch (error) {
      this.log.error({ err: error, job: job.name, slot: slot.key }, 'a job could not say whether it has anything to do')
      return false
    }
  }

  async #noteIdle(idle: readonly Due[], now: Moment): Promise<void> {
    // Arrays and not rows: however many there are, it is one statement to the engine.
    await this.prisma.$executeRaw`
      INSERT INTO "JobRun" (job, slot, "stationId", "dueAt", outcome, "finishedAt")
      SELECT *, 'done', ${dateOf(now)}::timestamptz FROM unnest(
        ${idle.map(({ job }) => job.name)}::text[], ${idle.map(({ slot }) => slot.key)}::text[],
        ${idle.map(({ station }) => station.id)}::int[], ${idle.map(({ slot }) => dateOf(slot.at))}::timestamptz[])
      ON CONFLICT DO NOTHING`
    for (const due of idle) this.#agenda.done(due)
  }

  /** The next moment in (now, upTo] at which there is something to do; undefined when there is nothing. */
  async next(upTo: Moment): Promise<Moment | undefined> {
    const now = this.clock.now()
    const { written } = await this.#look()
    const after = await this.#lookBack(now)
    for (let until = now; isBefore(until, upTo); ) {
      const day = until.add({ days: 1 })
      until = isBefore(day, upTo) ? day : upTo
      for (const due of await this.#agenda.open(after, until, written))
        if (isBefore(now, due.slot.at) && !(await this.#willBeIdle(due, written))) return due.slot.at
    }
    return undefined
  }

  async #willBeIdle(due: Due, written: string): Promise<boolean> {
    if (due.idleBy !== written && (await this.#isIdle(due, due.slot.at))) due.idleBy = written
    return due.idleBy === written
  }

  async #lookBack(now: Moment): Promise<Moment> {
    this.#since ??= momentOf((await this.prisma.clockMark.findUniqueOrThrow({ where: { name: MARK } })).since)
    const back = now.subtract({ days: LOOK_BACK_DAYS })
    return isBefore(back, this.#since) ? this.#since : back
  }

  async #runSlot(due: Due): Promise<void> {
    const { job, station, slot } = due
    const now = this.clock.now()
    const lateMinutes = (now.epochMilliseconds - slot.at.epochMilliseconds) / 60_000
    const outcome = lateMinutes > job.graceMinutes ? 'skipped' : lateMinutes > 1 ? 'late' : 'done'
    const finished = await this.#guarded(job, slot, async () => {
      const prepared = outcome === 'skipped' ? undefined : await this.#prepare(job, station, slot, now)
      await this.#transaction(async (tx) => {
        const taken = await tx.$executeRaw`
          INSERT INTO "JobRun" (job, slot, "stationId", "dueAt", outcome, "finishedAt")
          VALUES (${job.name}, ${slot.key}, ${station.id}, ${dateOf(slot.at)}, ${outcome}, ${dateOf(now)})
          ON CONFLICT DO NOTHING`
        if (taken === 0 || outcome === 'skipped') return
        await job.run(this.#context(tx, station, now, job, slot), slot, prepared)
      })
    })
    if (finished) this.#agenda.done(due)
  }

  async #runRequested(): Promise<void> {
    // A run may ask for another (a summary for its document); one that failed waits for the next waking.
    const tried = new Set<string>()
    for (;;) {
      const all = await this.prisma.jobRun.findMany({ where: { outcome: 'requested' }, orderBy: { dueAt: 'asc' } })
      const asked = all.filter(({ job, slot }) => !tried.has(`${job} ${slot}`))
      if (asked.length === 0) return
      for (const run of asked) {
        tried.add(`${run.job} ${run.slot}`)
        await this.#runAsked(run)
      }
    }
  }

  async #runAsked(run: JobRun): Promise<void> {
    const job = this.jobs.find(({ name }) => name === run.job)
    const station = await this.prisma.station.findUnique({ where: { id: run.stationId ?? 0 } })
    if (!job || !station)
      throw new Error(`run ${run.job} ${run.slot} was asked for, but there is no such job or station`)
    const now = this.clock.now()
    const slot: Slot = { key: run.slot, at: momentOf(run.dueAt), payload: run.payload as Record<string, unknown> }
    const finish = (outcome: string, work: (context: StationContext) => Promise<void>) =>
      this.#transaction(async (tx) => {
        const taken = await tx.jobRun.updateMany({
          where: { job: run.job, slot: run.slot, outcome: 'requested' },
          data: { outcome, finishedAt: dateOf(now) },
        })
        if (taken.count > 0) await work(this.#context(tx, station, now, job, slot))
      })
    await this.#guarded(job, slot, async () => {
      try {
        const prepared = await this.#prepare(job, station, slot, now)
        await finish('done', (context) => job.run(context, slot, prepared))
      } catch (error) {
        const { failed } = job
        if (!failed) throw error
        this.log.error({ err: error, job: job.name, slot: slot.key }, 'a run that was asked for failed')
        await finish('failed', (context) => failed(context, slot))
      }
    })
  }

  async #prepare(job: Job, station: Station, slot: Slot, now: Moment): Promise<unknown> {
    if (!job.prepare) return undefined
    const finished = new AbortController()
    const watching = this.#tellWhenSlow(job, station, slot, finished.signal)
    try {
      return await job.prepare({ db: this.prisma, station, slot, now, services: this.services })
    } finally {
      finished.abort()
      await watching
    }
  }

  /** Whoever waits for more than a few seconds is told that it has begun; its result tells that it is done. */
  async #tellWhenSlow(job: Job, station: Station, slot: Slot, finished: AbortSignal): Promise<void> {
    const { slow } = job
    const { slowMs, told } = this.patience
    if (!slow || slowMs === Number.POSITIVE_INFINITY) return
    await this.clock.sleep(slowMs, finished)
    if (finished.aborted) return
    try {
      await this.#transaction((tx) => slow(this.#context(tx, station, this.clock.now(), job, slot), slot))
      told()
    } catch (error) {
      // The work itself goes on; only the word about it is lost.
      this.log.warn({ err: error, job: job.name }, 'could not say that slow work has begun')
    }
  }

  /** One job's bug must not stop the others; its slot stays open and is tried again at the next waking. */
  async #guarded(job: Job, slot: Slot, work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.log.error({ err: error, job: job.name, slot: slot.key }, 'a job failed and will be tried again')
      return false
    }
  }

  #transaction(work: (tx: Tx) => Promise<void>): Promise<void> {
    return retrying(() => this.prisma.$transaction(work))
  }

  #context(tx: Tx, station: Station, now: Moment, job: Job, slot: Slot) {
    return stationContext(tx, station, now, this.services, {
      action: job.name,
      changeId: `j:${job.name}:${slot.key}`,
      actorId: null,
      actorName: '助手',
      causeSeq: null,
    })
  }
}

const isBefore = (a: Moment, b: Moment): boolean => a.epochMilliseconds < b.epochMilliseconds
