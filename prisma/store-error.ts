/** Why a store cannot be opened, moved or trusted, with the facts its one sentence needs. Never holds a password. */
export type StoreProblem =
  /** Another process of this machine has the data directory open. */
  | { code: 'in-use'; directory: string }
  /** The data directory cannot be created or written; reason: EACCES, EROFS, ENOSPC… */
  | { code: 'not-writable'; directory: string; reason: string }
  /** The embedded store would acknowledge writes that a power cut could take back. */
  | { code: 'not-durable'; directory: string; found: string }
  /** The directory was made by another PostgreSQL major; a backup made by that release moves it. */
  | { code: 'other-postgres'; directory: string; found: string; needed: string }
  /** DATABASE_URL is not a postgres:// address. */
  | { code: 'bad-url' }
  /** Nothing answers at the address; reason: ECONNREFUSED, ENOTFOUND, timeout… */
  | { code: 'unreachable'; host: string; port: string; reason: string }
  /** The server answers but refuses us; reason: its SQLSTATE (28P01 password, 3D000 no such database, 53300 full…). */
  | { code: 'refused'; host: string; port: string; database: string; user: string; reason: string }
  /** A server setting under which data would be misread. */
  | { code: 'unfit-server'; setting: string; found: string; needed: string }
  /** A migration does not run; nothing of it remains. */
  | { code: 'bad-migration'; migration: string; reason: string }
  /** Another tool recorded this migration as begun and never finished. */
  | { code: 'unfinished-migration'; migration: string }
  /** The file of an applied migration was changed afterwards. */
  | { code: 'edited-migration'; migration: string }
  /** The store has a migration this program does not know: an older program on a newer store. */
  | { code: 'newer-than-program'; migration: string }
  /** A restore goes into an empty store only. */
  | { code: 'not-empty'; table: string }
  /** The store is empty but already at a later migration than the backup: restore into a fresh one. */
  | { code: 'ahead-of-backup'; migration: string }
  /** The file is not a whole, unchanged backup. line: counted from 1. */
  | { code: 'bad-backup'; file: string; line: number; reason: string }
  /** A backup never overwrites a file. */
  | { code: 'file-exists'; file: string }

export class StoreError extends Error {
  override readonly name = 'StoreError'

  constructor(
    readonly problem: StoreProblem,
    options?: ErrorOptions,
  ) {
    const { code, ...facts } = problem
    super([code, ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`)].join(', '), options)
  }

  get code(): StoreProblem['code'] {
    return this.problem.code
  }
}
