import type { Person } from '../../station/activity/person.js'
import type { Promoted } from '../../station/activity/promotion.js'
import { type SignUpRefusal, signUp } from '../../station/activity/sign-up.js'
import type { SignUpBook } from '../../station/activity/sign-up-book.js'
import { withdraw } from '../../station/activity/withdraw.js'
import type { ListEntry } from '../../station/jielong/list-state.js'
import type { MergeOutcome } from '../../station/jielong/merge-outcome.js'
import type { ListVersion } from '../../station/jielong/resolve-rows.js'
import type { Moment } from '../../station/time/civil.js'

export interface Applied {
  book: SignUpBook
  in: Person[]
  waiting: { person: Person; position: number }[]
  updated: Person[]
  pending: Person[]
  withdrawn: Person[]
  refused: { person: Person; refusal: SignUpRefusal }[]
  started: Person[]
  promoted: Promoted[]
}

interface Applying {
  outcome: MergeOutcome
  version: ListVersion
  nameOf: ReadonlyMap<number, string>
  sender: Person
  at: Moment
  seq: number
}

/** What the merged list means for the sign-ups, by the same rules as the commands. */
export function applyOutcome(before: SignUpBook, { outcome, version, nameOf, sender, at, seq }: Applying): Applied {
  const applied: Applied = {
    book: before,
    in: [],
    waiting: [],
    updated: [],
    pending: [],
    withdrawn: [],
    refused: [],
    started: [],
    promoted: [],
  }
  const personOf = ({ personId }: ListEntry): Person => ({ id: personId!, name: nameOf.get(personId!) ?? '' })
  for (const entry of outcome.withdrawn.filter(({ personId }) => personId !== null)) {
    const person = personOf(entry)
    const left = withdraw(applied.book, person, { at, seq })
    if (!left.ok) {
      if (left.error.code === 'started') applied.started.push(person)
      continue
    }
    applied.book = left.value.book
    applied.promoted.push(...left.value.promoted)
    if (left.value.code === 'withdrawn' || left.value.code === 'leave') applied.withdrawn.push(person)
  }
  const typed = outcome.pending.map((entry) => ({ entry, by: sender }))
  const own = [...outcome.added, ...outcome.changed.map(({ after }) => after)].map((entry) => ({ entry, by: null }))
  for (const { entry, by } of [...own, ...typed].filter(({ entry: { personId } }) => personId !== null)) {
    const person = personOf(entry)
    const row =
      version.rows.find((one) => one.key === entry.key) ?? version.rows.find(({ text }) => text === entry.text)
    const isDuty = before.roles.some(({ name }) => name === row?.note)
    const decided = signUp(applied.book, person, {
      at,
      seq,
      ...(by && { by }),
      ...(row?.note && (isDuty ? { role: row.note } : { note: row.note })),
      ...(row?.companions != null && { companions: row.companions }),
    })
    if (!decided.ok) {
      applied.refused.push({ person, refusal: decided.error })
      continue
    }
    const { book, code, standing, position, promoted } = decided.value
    applied.book = book
    applied.promoted.push(...promoted)
    if (code === 'stale' || code === 'already') continue
    if (standing === 'pendingConsent') applied.pending.push(person)
    else if (standing === 'waiting') applied.waiting.push({ person, position: position ?? 0 })
    else if (code === 'updated') applied.updated.push(person)
    else applied.in.push(person)
  }
  return applied
}
