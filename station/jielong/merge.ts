import { likelyBase } from './base-version.js'
import {
  activeRows,
  claimRow,
  type EntryState,
  isActive,
  type ListEntry,
  type ListState,
  type SeenRow,
  sameRow,
  seenRow,
  withEntry,
  withVersion,
} from './list-state.js'
import type { Doubt, Incoming, MergeOutcome } from './merge-outcome.js'
import { personKey, type ResolvedRow } from './resolve-rows.js'

type Drafted<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/**
 * Merges one version of a list into the canonical one. Each sender has the word on his own row only; nobody else's last word
 * is changed by it, however old the copy he edited.
 * Versions must be merged in the order in which they arrived.
 */
export const mergeList = (state: ListState, incoming: Incoming): MergeOutcome => new Merge(state, incoming).run()

class Merge {
  private readonly out: Drafted<MergeOutcome>
  private readonly rows: readonly ResolvedRow[]
  private readonly present: ReadonlySet<string>
  private readonly before: ReadonlyMap<string, ListEntry>
  private readonly versions: ListState['versions']
  private readonly base: readonly SeenRow[] | null
  private readonly own: string | null

  constructor(
    known: ListState,
    private readonly incoming: Incoming,
  ) {
    const state = claimOwn(known, incoming)
    this.own = incoming.senderId === null ? null : personKey(incoming.senderId)
    this.rows = distinct(incoming.rows.map((row) => claimed(row, state)))
    this.present = new Set(this.rows.map(({ key }) => key))
    this.before = new Map(state.entries.map((entry) => [entry.key, entry]))
    this.versions = state.versions
    this.base = incoming.complete ? this.findBase(state) : null
    this.out = {
      state,
      added: [],
      pending: [],
      changed: [],
      withdrawn: [],
      questioned: [],
      unrecognised: [],
      stale: false,
      stillValid: [],
    }
  }

  run(): MergeOutcome {
    const presumedBefore = this.presumedBefore()
    this.rows.forEach((row, index) => {
      if (row.key === this.own) this.takeOwn(row)
      else this.takeOther(row, index < presumedBefore)
    })
    if (this.incoming.complete) {
      for (const entry of this.before.values()) {
        if (isActive(entry) && !this.present.has(entry.key)) this.takeMissing(entry)
      }
    }
    const seen = withVersion(this.out.state, this.rows.map(seenRow))
    return {
      ...this.out,
      state: withVersion(seen, activeRows(seen)),
      stale: this.versions.length > 0 && this.out.stillValid.length > 0,
    }
  }

  /**
   * When a list is first seen (or seen again after a gap), what stands above the sender's own row was there before he wrote
   * it, so its owners wrote it; what stands below is his doing.
   */
  private presumedBefore(): number {
    if (this.versions.length > 0 && this.incoming.afterGap !== true) return 0
    const own = this.rows.findIndex(({ key }) => key === this.own)
    return own >= 0 ? own : this.rows.findLastIndex(({ personId }) => personId === null)
  }

  /** A row the sender typed for somebody who has not spoken yet. */
  private isTypedBySender(entry: ListEntry): boolean {
    const open = entry.state === 'pending' || entry.state === 'unrecognised'
    return open && entry.enteredBy !== null && entry.enteredBy === this.incoming.senderId
  }

  private findBase(state: ListState): readonly SeenRow[] | null {
    const entry = this.own === null ? undefined : this.before.get(this.own)
    return likelyBase({
      versions: [...this.versions, activeRows(state)],
      incoming: this.rows.map(seenRow),
      own: this.own,
      isNews: (row) =>
        row === undefined || row.struck
          ? entry !== undefined && isActive(entry)
          : entry?.state !== 'in' || entry.text !== row.text,
    })
  }

  private inBase(key: string): SeenRow | undefined {
    return this.base?.find((row) => row.key === key)
  }

  private wasSeen(row: SeenRow): boolean {
    return this.versions.some((version) => version.some((one) => sameRow(one, row)))
  }

  private takeOwn(row: ResolvedRow): void {
    const before = this.before.get(row.key)
    const inherited = this.isInherited(row, before)
    if (row.struck) {
      if (!inherited && before !== undefined && isActive(before)) this.withdraw(before)
    } else if (!inherited) {
      this.record(row, 'in')
    } else if (before?.state === 'withdrawn') {
      this.doubt(before, 'ownRowReturned')
    }
  }

  /** Whether the sender left his row as he found it in the copy, and so said nothing by it. */
  private isInherited(row: ResolvedRow, before: ListEntry | undefined): boolean {
    if (isNewerWord(row, before)) return false
    if (isOlderWord(row, before)) return true
    const seen = seenRow(row)
    if (this.base === null) return this.wasSeen(seen)
    const then = this.inBase(row.key)
    return then !== undefined && sameRow(then, seen)
  }

  private takeOther(row: ResolvedRow, presumed: boolean): void {
    const before = this.before.get(row.key)
    const wroteItself = row.writerId !== null && row.writerId === row.personId
    if (before === undefined) {
      if (!row.struck) this.record(row, this.firstState(row, wroteItself || presumed), presumed)
    } else if (row.struck) {
      if (isActive(before) && this.inBase(row.key)?.struck !== true) this.takeOut(before, 'struckByOther')
    } else if (wroteItself && (before.state === 'pending' || isNewerWord(row, before))) {
      this.record(row, 'in')
    } else if (before.text !== row.text && !this.wasSeen(seenRow(row))) {
      this.takeRewritten(row, before, wroteItself)
    }
  }

  private firstState(row: ResolvedRow, ownWord: boolean): EntryState {
    if (row.personId === null) return 'unrecognised'
    return ownWord ? 'in' : 'pending'
  }

  private takeRewritten(row: ResolvedRow, before: ListEntry, wroteItself: boolean): void {
    if (wroteItself && before.atS === null) this.record(row, 'in')
    else if (!isActive(before)) this.record(row, 'pending')
    else if (this.isTypedBySender(before)) this.record(row, before.state)
    else if (this.versions.length > 0) this.doubt(before, 'editedByOther')
  }

  private takeMissing(entry: ListEntry): void {
    const found = this.inBase(entry.key)
    if (found !== undefined && !found.struck) this.takeOut(entry, 'removedByOther')
    else if (entry.key !== this.own) this.out.stillValid.push(entry)
    else if (entry.state === 'in' && this.versions.length > 0) this.doubt(entry, 'ownRowMissing')
  }

  private takeOut(entry: ListEntry, doubt: Doubt): void {
    if (entry.key === this.own) this.withdraw(entry)
    else this.doubt(entry, this.isTypedBySender(entry) ? 'takenBack' : doubt)
  }

  private doubt(entry: ListEntry, doubt: Doubt): void {
    this.out.questioned.push({ entry, doubt })
  }

  private withdraw(entry: ListEntry): void {
    const { senderId, sentAtS } = this.incoming
    const after: ListEntry = { ...entry, state: 'withdrawn', enteredBy: senderId, atS: sentAtS }
    this.put(after)
    this.out.withdrawn.push(after)
  }

  private record(row: ResolvedRow, state: EntryState, presumed = false): void {
    const before = this.before.get(row.key)
    const typedBy = row.writerId ?? (presumed ? null : this.incoming.senderId)
    const ownWord = state === 'in' && !presumed
    const after: ListEntry = {
      key: row.key,
      personId: row.personId,
      text: row.text,
      state,
      enteredBy: state === 'in' ? row.personId : typedBy,
      atS: row.writtenAtS ?? (ownWord ? this.incoming.sentAtS : null),
    }
    this.put(after)
    if (before !== undefined && isActive(before) && before.state === state) {
      if (before.text !== after.text) this.out.changed.push({ before, after })
    } else if (state === 'unrecognised') {
      this.out.unrecognised.push({ entry: after, likely: this.likelyOwners(row) })
    } else this.out[state === 'in' ? 'added' : 'pending'].push(after)
  }

  private likelyOwners({ candidates }: ResolvedRow): readonly number[] {
    const { senderId } = this.incoming
    const entry = this.own === null ? undefined : this.before.get(this.own)
    const mayBeSender = senderId !== null && !this.present.has(personKey(senderId)) && !(entry && isActive(entry))
    return mayBeSender ? [senderId, ...candidates.filter((id) => id !== senderId)] : candidates
  }

  private put(entry: ListEntry): void {
    this.out.state = { ...this.out.state, entries: withEntry(this.out.state.entries, entry) }
  }
}

/** A new row of a name that fits the sender (小周, when 周宁 sends it and has no other row) is the sender's. */
const claimOwn = (state: ListState, { senderId, rows }: Incoming): ListState => {
  if (senderId === null || rows.some(({ personId }) => personId === senderId)) return state
  const known = new Set([...state.entries, ...state.versions.flat()].map(({ key }) => key))
  const fitting = rows.filter((row) => row.candidates.includes(senderId) && !known.has(row.key))
  return fitting.length === 1 ? claimRow(state, fitting[0]!.key, senderId) : state
}

const claimed = (row: ResolvedRow, { claims }: ListState): ResolvedRow => {
  const personId = row.personId === null ? claims[row.key] : undefined
  return personId === undefined ? row : { ...row, key: personKey(personId), personId, candidates: [] }
}

/** Of several rows of one person the first counts. */
const distinct = (rows: readonly ResolvedRow[]): readonly ResolvedRow[] => {
  const first = new Map<string, ResolvedRow>()
  for (const row of rows) if (!first.has(row.key)) first.set(row.key, row)
  return [...first.values()]
}

const isOwnWriting = (row: ResolvedRow): boolean => row.writerId !== null && row.writerId === row.personId

/** The XML says when a row was written: later than the last word we have. */
const isNewerWord = (row: ResolvedRow, before: ListEntry | undefined): boolean =>
  isOwnWriting(row) && row.writtenAtS !== null && before?.atS != null && row.writtenAtS > before.atS

/** Written before its owner left: a copy that still carries it brings nobody back. */
const isOlderWord = (row: ResolvedRow, before: ListEntry | undefined): boolean =>
  before?.state === 'withdrawn' && row.writtenAtS !== null && before.atS !== null && row.writtenAtS < before.atS
