import type { ListEntry, ListState } from './list-state.js'
import type { ListVersion } from './resolve-rows.js'

export interface Incoming extends ListVersion {
  /** Who sent it; null: not on the roster. */
  readonly senderId: number | null
  /** Unix seconds; null where the gateway does not tell. */
  readonly sentAtS: number | null
  /** Messages may have been lost before this one: rows new to us are then taken for their owners' own. */
  readonly afterGap?: boolean
}

/**
 * removedByOther, struckByOther: somebody else took the row out. editedByOther: somebody else wrote it anew; the owner's
 * text stands. takenBack: the sender took out a row he had typed for somebody who has not answered yet. ownRowMissing, ownRowReturned: the sender's own row is gone or back, but the copy looks older than his last
 * word. In every case nothing changes until the person has answered.
 */
export type Doubt =
  | 'removedByOther'
  | 'struckByOther'
  | 'editedByOther'
  | 'takenBack'
  | 'ownRowMissing'
  | 'ownRowReturned'

export interface MergeOutcome {
  readonly state: ListState
  /** In from now on. */
  readonly added: readonly ListEntry[]
  /** Typed in for somebody else: waits for that person. */
  readonly pending: readonly ListEntry[]
  readonly changed: readonly { before: ListEntry; after: ListEntry }[]
  /** Taken out by whose row it was. */
  readonly withdrawn: readonly ListEntry[]
  readonly questioned: readonly { entry: ListEntry; doubt: Doubt }[]
  /** New rows that name nobody we know; `likely` are those they may mean, the sender first if he has no other row. */
  readonly unrecognised: readonly { entry: ListEntry; likely: readonly number[] }[]
  /** The sender edited an older copy than those that went round since. */
  readonly stale: boolean
  /** Who is missing from that copy and signed up all the same. */
  readonly stillValid: readonly ListEntry[]
}
