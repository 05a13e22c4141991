import type { Tx } from './change.js'
import { WITHOUT_HISTORY } from './change.js'
import { Prisma, type PrismaClient } from './generated/client.js'

const READS: ReadonlySet<string> = new Set([
  'findMany',
  'findFirst',
  'findFirstOrThrow',
  'findUnique',
  'findUniqueOrThrow',
  'count',
])
const CHANGED_UNSEEN: ReadonlySet<string> = new Set(WITHOUT_HISTORY)
/** All that a filter of one column may hold; any other object asks about another table too. */
const OF_A_COLUMN: ReadonlySet<string> = new Set(
  'equals in notIn not lt lte gt gte contains startsWith endsWith mode has hasSome hasEvery isEmpty'.split(' '),
)
const LOGIC: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT'])
/** Then it is begun anew: the questions carry days and hours, and no others are asked again. */
const MOST_KEPT = 2000

interface Kept {
  readonly answer: Promise<unknown>
  /** The one table it asks about; null: several. */
  readonly model: string | null
}

/**
 * Answers that hold until their rows change. The clock asks the same few questions of the same rows at every waking; rows
 * with a history say when they changed, so the answer is kept until then. Rows without one are asked for each time.
 * Whoever uses `db` must not write by it, nor change what it answers (answers are frozen).
 */
export class KeptReads {
  readonly db: Tx
  readonly #kept = new Map<string, Kept>()

  constructor(prisma: PrismaClient) {
    const tables = new Map<string, object>()
    for (const model of Object.values(Prisma.ModelName)) {
      if (CHANGED_UNSEEN.has(model)) continue
      const name = model[0]!.toLowerCase() + model.slice(1)
      tables.set(name, this.#keeping(model, Reflect.get(prisma, name) as object))
    }
    this.db = new Proxy<Tx>(prisma, {
      get: (target, key) => tables.get(key as string) ?? (Reflect.get(target, key) as unknown),
    })
  }

  #keeping(model: Prisma.ModelName, table: object): object {
    return new Proxy(table, {
      get: (target, key) => {
        const operation = Reflect.get(target, key) as unknown
        if (!READS.has(key as string)) return operation
        const ask = operation as (args: unknown) => Promise<unknown>
        return (args: unknown) => this.#ask(model, key as string, args, () => ask.call(target, args))
      },
    })
  }

  forgetAll(): void {
    this.#kept.clear()
  }

  /** Rows of these tables have changed. */
  forget(changed: ReadonlySet<string>): void {
    for (const [key, { model }] of this.#kept) if (model === null || changed.has(model)) this.#kept.delete(key)
  }

  #ask(model: Prisma.ModelName, operation: string, args: unknown, ask: () => Promise<unknown>): Promise<unknown> {
    const key = `${model} ${operation} ${JSON.stringify(args)}`
    const known = this.#kept.get(key)
    if (known) return known.answer
    if (this.#kept.size >= MOST_KEPT) this.forgetAll()
    const answer = ask().then(frozen)
    const kept: Kept = { answer, model: asksOneTable(args) ? model : null }
    this.#kept.set(key, kept)
    // What could not be answered is asked again.
    answer.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key)
    })
    return answer
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

/** When in doubt, no: such an answer is kept only until anything changes. */
function asksOneTable(args: unknown): boolean {
  const { where, include, select, orderBy } = (args ?? {}) as Record<string, unknown>
  return include === undefined && ofColumns(where) && ofFlags(select) && list(orderBy).every(ofFlags)
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const ofFlags = (value: unknown): boolean => !isBranch(value) || Object.values(value).every((each) => !isBranch(each))

function ofColumns(where: unknown): boolean {
  if (!isBranch(where)) return true
  return Object.entries(where).every(([name, filter]) =>
    LOGIC.has(name)
      ? list(filter).every(ofColumns)
      : !isBranch(filter) || Object.keys(filter).every((operator) => OF_A_COLUMN.has(operator)),
  )
}
