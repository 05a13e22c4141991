import { err, ok, type Result } from '../result.js'
import type { Person } from './person.js'
import type { SignUpBook } from './sign-up-book.js'
import { holdsPlace } from './sign-up-status.js'

export type RoleRefusal =
  | { code: 'roleTaken'; role: string; holders: readonly Person[]; rolesLeft: readonly RoleLeft[] }
  | { code: 'roleUnknown'; role: string; rolesLeft: readonly RoleLeft[] }

interface RoleLeft {
  readonly name: string
  /** null: unlimited. */
  readonly leftPersons: number | null
}

const holdersOf = (book: SignUpBook, role: string, exceptPersonId?: number): Person[] =>
  book.rows
    .filter((row) => row.role === role && holdsPlace(row.status) && row.person.id !== exceptPersonId)
    .map((row) => row.person)

/** Duties that can still be taken. Only who holds a place holds a duty; a wish from the waiting list reserves nothing. */
export const rolesLeft = (book: SignUpBook): RoleLeft[] =>
  book.roles
    .map(({ name, limitPersons }) => ({
      name,
      leftPersons: limitPersons === null ? null : Math.max(0, limitPersons - holdersOf(book, name).length),
    }))
    .filter((role) => role.leftPersons !== 0)

/** May this person take this duty now? Without a list of duties any words name one (分工). */
export const takeRole = (book: SignUpBook, role: string, personId: number): Result<string, RoleRefusal> => {
  if (book.roles.length === 0) return ok(role)
  const wanted = book.roles.find((row) => row.name === role)
  if (wanted === undefined) return err({ code: 'roleUnknown', role, rolesLeft: rolesLeft(book) })
  const holders = holdersOf(book, role, personId)
  if (wanted.limitPersons !== null && holders.length >= wanted.limitPersons)
    return err({ code: 'roleTaken', role, holders, rolesLeft: rolesLeft(book) })
  return ok(role)
}
