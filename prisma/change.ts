import type { Prisma, PrismaClient } from './generated/client.js'

export type Tx = Prisma.TransactionClient

/** Models whose rows have no history: they say nothing when they change. */
export const WITHOUT_HISTORY = [
  'InboxMessage',
  'CommandOnce',
  'OutboxMessage',
  'Question',
  'JobRun',
  'ClockMark',
  'Lease',
  'AuditEntry',
  'Counter',
  'JielongList',
  'JielongSeen',
  'DiscussionLine',
  'ModelCall',
  'ModelAllowance',
  'SealedRow',
  'HistoryGuard',
  'HistoryHead',
  'AccountClaim',
  'InvitationCode',
  'OpinionIndex',
  'OpinionKey',
] as const satisfies readonly Prisma.ModelName[]

/** Models whose rows have a history. Their primary key is `id`. */
export type AuditedModel = Exclude<Prisma.ModelName, (typeof WITHOUT_HISTORY)[number]>

type Model<M extends AuditedModel> = Prisma.TypeMap['model'][M]
export type Row<M extends AuditedModel> = Model<M>['payload']['scalars']
type NewRow<M extends AuditedModel> = Extract<Model<M>['operations']['create']['args']['data'], { id?: number }>
type Patch<M extends AuditedModel> = Partial<Row<M>>

interface Delegate {
  create(args: { data: unknown }): Promise<Record<string, unknown>>
  update(args: { where: { id: number }; data: unknown }): Promise<Record<string, unknown>>
  findUniqueOrThrow(args: { where: { id: number } }): Promise<Record<string, unknown>>
  findMany(args: { where: { id: { in: number[] } } }): Promise<Record<string, unknown>[]>
  createManyAndReturn(args: { data: readonly unknown[] }): Promise<Record<string, unknown>[]>
  updateMany(args: { where: { id: number }; data: unknown }): Promise<unknown>
}

/** Rows in one statement: a row has up to thirty parameters, and a statement at most 65,535. */
const BATCH_ROWS = 1000

interface Note {
  rowId: number
  before: object | null
  after: object
}

export interface Author {
  /** Names the change for good: the same message or job slot always makes the same change id. */
  changeId: string
  at: Date
  actorId: number | null
  actorName: string
  action: string
  stationId: number | null
  causeSeq: number | null
  /** Puts the house's mark under each entry, so that none can be rewritten or slipped in by SQL unseen. */
  sign: Sign
}

export type Sign = (text: string) => Uint8Array<ArrayBuffer>

/**
 * The writes of one command or job slot inside its transaction. Every write of a row with a history goes through here, so
 * that the change and its audit entry exist together or not at all.
 */
export class Change {
  constructor(
    readonly tx: Tx,
    readonly author: Author,
    /** Told how many rows were written, batch by batch. */
    private readonly wrote?: (rows: number) => void,
  ) {}

  async create<M extends AuditedModel>(model: M, data: NewRow<M>): Promise<Row<M>> {
    const row = await delegate(this.tx, model).create({ data })
    await this.#note(model, row.id as number, null, row)
    return row as Row<M>
  }

  /** Writes only what differs; a patch that changes nothing leaves no entry. */
  async update<M extends AuditedModel>(model: M, id: number, patch: Patch<M>): Promise<Row<M>> {
    const table = delegate(this.tx, model)
    const old = await table.findUniqueOrThrow({ where: { id } })
    const changed = Object.entries(patch).filter(([key, value]) => encode(old[key]) !== encode(value))
    if (changed.length === 0) return old as Row<M>
    const row = await table.update({ where: { id }, data: Object.fromEntries(changed) })
    const columns = changed.map(([key]) => key)
    await this.#note(model, id, pick(old, columns), pick(row, columns))
    return row as Row<M>
  }

  /** Many new rows at once, each with its entry. In the order given. */
  async createMany<M extends AuditedModel>(model: M, data: readonly NewRow<M>[]): Promise<Row<M>[]> {
    const rows: Row<M>[] = []
    for (let from = 0; from < data.length; from += BATCH_ROWS) {
      const batch = await delegate(this.tx, model).createManyAndReturn({ data: data.slice(from, from + BATCH_ROWS) })
      await this.#noteMany(
        model,
        batch.map((row) => ({ rowId: row.id as number, before: null, after: row })),
      )
      rows.push(...(batch as Row<M>[]))
    }
    return rows
  }

  /** Many rows at once: writes only what differs. Answers with how many did. */
  async updateMany<M extends AuditedModel>(
    model: M,
    patches: readonly { id: number; patch: Patch<M> }[],
  ): Promise<number> {
    const table = delegate(this.tx, model)
    let written = 0
    for (let from = 0; from < patches.length; from += BATCH_ROWS) {
      const batch = patches.slice(from, from + BATCH_ROWS)
      const rows = await table.findMany({ where: { id: { in: batch.map(({ id }) => id) } } })
      const old = new Map(rows.map((row) => [row.id as number, row]))
      const notes: Note[] = []
      for (const { id, patch } of batch) {
        const before = old.get(id)
        if (!before) throw new Error(`${model} ${id} was to be changed, but there is none`)
        const changed = Object.entries(patch).filter(([key, value]) => encode(before[key]) !== encode(value))
        if (changed.length === 0) continue
        const after = Object.fromEntries(changed)
        await table.updateMany({ where: { id }, data: after })
        notes.push({ rowId: id, before: pick(before, Object.keys(after)), after })
      }
      await this.#noteMany(model, notes)
      written += notes.length
    }
    return written
  }

  /** The next number of a letter (H, Y, D, …) in a station. The row lock makes two askers wait for each other. */
  async nextNumber(stationId: number, letter: string): Promise<number> {
    const { last } = await this.tx.counter.upsert({
      where: { stationId_letter: { stationId, letter } },
      create: { stationId, letter, last: 1 },
      update: { last: { increment: 1 } },
    })
    return last
  }

  /** Most changes write one row; Prisma keeps the plan of a `create`, but makes that of a `createMany` anew each time. */
  async #note(model: string, rowId: number, before: object | null, after: object) {
    await this.tx.auditEntry.create({ data: this.#entry(model, { rowId, before, after }), select: { id: true } })
    this.wrote?.(1)
  }

  async #noteMany(model: string, notes: readonly Note[]) {
    await this.tx.auditEntry.createMany({ data: notes.map((note) => this.#entry(model, note)) })
    this.wrote?.(notes.length)
  }

  #entry(model: string, note: Note) {
    const { changeId, at, actorId, actorName, action, stationId, causeSeq, sign } = this.author
    const { rowId } = note
    const head = { changeId, at, actorId, actorName, action, stationId, causeSeq, model, rowId }
    const [before, after] = [note.before && encode(note.before), encode(note.after)]
    return {
      ...head,
      ...(before !== null && { before: JSON.parse(before) as Prisma.InputJsonObject }),
      after: JSON.parse(after) as Prisma.InputJsonObject,
      mark: sign(entryText(head, before ?? 'null', after)),
    }
  }
}

type EntryHead = Omit<Author, 'sign'> & { model: string; rowId: number }

/** What the mark of an entry stands under; `undoes` is written later, its number by the store. */
export const entryText = (head: EntryHead, before: string, after: string): string => {
  const { changeId, at, actorId, actorName, action, stationId, causeSeq, model, rowId } = head
  const said = encode([changeId, at, actorId, actorName, action, stationId, causeSeq, model, rowId])
  return [said, before, after].join('\n')
}

/** Rows as JSON that can be read back exactly: dates and bytes are tagged. */
export function image(row: object): Prisma.InputJsonObject {
  return JSON.parse(encode(row)) as Prisma.InputJsonObject
}

export function fromImage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromImage)
  if (value === null || typeof value !== 'object') return value
  const tagged = value as { $date?: string; $bytes?: string }
  if (tagged.$date !== undefined) return new Date(tagged.$date)
  if (tagged.$bytes !== undefined) return Buffer.from(tagged.$bytes, 'base64')
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromImage(inner)]))
}

/** One spelling per value, so that equal values compare equal as text. */
export function encode(value: unknown): string {
  return JSON.stringify(tag(value)) ?? 'null'
}

function tag(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(tag)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, tag(inner)]))
}

function pick(row: Record<string, unknown>, columns: string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}

export function delegate(tx: Tx | PrismaClient, model: AuditedModel): Delegate {
  const key = (model[0]!.toLowerCase() + model.slice(1)) as keyof Tx
  return tx[key] as unknown as Delegate
}
