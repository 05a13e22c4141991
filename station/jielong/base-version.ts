import type { SeenRow } from './list-state.js'

/** One way in which a message may have come about: from which version, and what its sender then did. */
interface Explanation {
  readonly base: readonly SeenRow[]
  /** Rows of others that the sender must have taken out. */
  readonly removed: number
  /** Rows of the sender's own that he added, changed or took out. */
  readonly ownEdits: number
  /** Whether any of it says something new. Nobody sends a list round without changing it. */
  readonly tellsNew: boolean
}

export interface BaseQuestion {
  /** Versions that were sent or could have been put together, oldest first. */
  readonly versions: readonly (readonly SeenRow[])[]
  readonly incoming: readonly SeenRow[]
  /** Rows on which the sender has the word. */
  readonly isOwn: (key: string) => boolean
  /** Whether the sender's row, so written (undefined: not there), differs from what is on record as his last word. */
  readonly changesRecord: (key: string, row: SeenRow | undefined) => boolean
}

/**
 * The version that the sender most likely edited, possibly cut short: a reply to a message we never saw looks like the
 * beginning of a version we did see. null: none fits, so nothing may be concluded from what is missing.
 *
 * Of all versions the one is taken that needs the fewest rows of others taken out, then the fewest own edits, then the
 * newest: to overlook a removal costs one question less, to invent one accuses somebody.
 */
export const likelyBase = (question: BaseQuestion): readonly SeenRow[] | null => {
  const known = new Set(question.versions.flatMap((version) => version.map(identity)))
  const others = question.incoming.filter(({ key }) => !question.isOwn(key))
  const inherited = others.filter((row) => known.has(identity(row)))
  const adds = inherited.length < others.length
  const explanations = question.versions.flatMap((version) =>
    beginnings(version, inherited, question.isOwn).map((base) => explain(base, question, adds)),
  )
  const telling = explanations.filter(isPlausible)
  return (
    (telling.length > 0 ? telling : explanations.filter(({ removed }) => removed === 0)).reduce<Explanation | null>(
      (best, next) => (best === null || !isBetter(best, next) ? next : best),
      null,
    )?.base ?? null
  )
}

const identity = ({ key, text, struck }: SeenRow): string => `${key}\u0001${text}\u0001${struck ? 1 : 0}`

/** A single row taken out and nothing else changed is believable; several at once are an old copy sent round again. */
const isPlausible = ({ tellsNew, removed }: Explanation): boolean => tellsNew || removed === 1

const isBetter = (a: Explanation, b: Explanation): boolean =>
  a.removed !== b.removed ? a.removed < b.removed : a.ownEdits < b.ownEdits

/** The version itself, and its shortest beginnings that hold all that was inherited, without and with the sender's rows. */
const beginnings = (
  version: readonly SeenRow[],
  inherited: readonly SeenRow[],
  isOwn: (key: string) => boolean,
): (readonly SeenRow[])[] => {
  const places = new Map(version.map((row, index) => [identity(row), index]))
  let end = 0
  for (const row of inherited) {
    const place = places.get(identity(row))
    if (place === undefined) return []
    end = Math.max(end, place + 1)
  }
  const ends = new Set([end, version.length])
  version.forEach(({ key }, index) => {
    if (index >= end && isOwn(key)) ends.add(index + 1)
  })
  return [...ends].map((length) => version.slice(0, length))
}

const explain = (base: readonly SeenRow[], question: BaseQuestion, adds: boolean): Explanation => {
  const { incoming, isOwn, changesRecord } = question
  const now = new Map(incoming.map((row) => [row.key, row]))
  const then = new Map(base.map((row) => [row.key, row]))
  const removed = base.filter(({ key, struck }) => !isOwn(key) && !struck && !now.has(key)).length
  const ownKeys = new Set([...now.keys(), ...then.keys()].filter(isOwn))
  const edited = [...ownKeys].filter((key) => differs(then.get(key), now.get(key)))
  const tellsNew = adds || edited.some((key) => changesRecord(key, now.get(key)))
  return { base, removed, ownEdits: edited.length, tellsNew }
}

const differs = (a: SeenRow | undefined, b: SeenRow | undefined): boolean =>
  a === undefined || b === undefined ? a !== b : identity(a) !== identity(b)
