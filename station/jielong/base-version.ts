import type { SeenRow } from './list-state.js'

type Version = readonly SeenRow[]

export interface BaseQuestion {
  /** Versions that were sent or could have been put together, oldest first; the last is the list as it stands. */
  readonly versions: readonly Version[]
  readonly incoming: Version
  /** Key of the sender's own row. */
  readonly own: string | null
  /** Whether the sender's row, standing so (undefined: not there), says something else than his last word on record. */
  readonly isNews: (row: SeenRow | undefined) => boolean
}

/** One way in which a message may have come about: from which version, and what its sender then did. */
interface Explanation {
  readonly base: Version
  /** Rows of others that the sender must have taken out. */
  readonly removed: number
  /** He added, changed or took out his own row. */
  readonly editsOwn: boolean
  /** It makes the sender do something worth sending; nobody sends a list round without a change. */
  readonly plausible: boolean
}

/**
 * The version that the sender most likely edited, possibly cut short: a reply to a message we never saw looks like the
 * beginning of a version we did see. null: none fits, so nothing may be concluded from what is missing.
 *
 * Of all versions the one is taken that needs the fewest rows of others taken out, then no edit of the own row rather than
 * one, then the newest: to overlook a removal costs one question less, to invent one accuses somebody.
 */
export const likelyBase = (question: BaseQuestion): Version | null => {
  const known = new Set(question.versions.flatMap((version) => version.map(identity)))
  const others = question.incoming.filter(({ key }) => key !== question.own)
  const inherited = others.filter((row) => known.has(identity(row)))
  const adds = inherited.length < others.length
  const explanations = question.versions.flatMap((version, index) =>
    beginnings(version, inherited, question.own).map((base) => {
      const current = index === question.versions.length - 1 && base.length === version.length
      return explain(base, question, { adds, current })
    }),
  )
  const plausible = explanations.filter((one) => one.plausible)
  const candidates = plausible.length > 0 ? plausible : explanations.filter(({ removed }) => removed === 0)
  return candidates.reduce<Explanation | null>(better, null)?.base ?? null
}

const better = (best: Explanation | null, next: Explanation): Explanation => {
  if (best === null) return next
  if (next.removed !== best.removed) return next.removed < best.removed ? next : best
  return next.editsOwn && !best.editsOwn ? best : next
}

const identity = ({ key, text, struck }: SeenRow): string => `${key}\u0001${text}\u0001${struck ? 1 : 0}`

const sameWord = (a: SeenRow | undefined, b: SeenRow | undefined): boolean =>
  a === undefined || b === undefined ? a === b : identity(a) === identity(b)

/** The version itself, and its shortest beginnings that hold all that was inherited, without and with the sender's row. */
const beginnings = (version: Version, inherited: Version, own: string | null): Version[] => {
  const places = new Map(version.map((row, index) => [identity(row), index]))
  let end = 0
  for (const row of inherited) {
    const place = places.get(identity(row))
    if (place === undefined) return []
    end = Math.max(end, place + 1)
  }
  const withOwn = version.findIndex(({ key }) => key === own) + 1
  const ends = new Set([end, ...(withOwn > end ? [withOwn] : []), version.length])
  return [...ends].map((length) => version.slice(0, length))
}

const explain = (
  base: Version,
  { incoming, own, isNews }: BaseQuestion,
  { adds, current }: { adds: boolean; current: boolean },
): Explanation => {
  const present = new Set(incoming.map(({ key }) => key))
  const removed = base.filter(({ key, struck }) => key !== own && !struck && !present.has(key)).length
  const ownNow = incoming.find(({ key }) => key === own)
  const editsOwn = !sameWord(
    base.find(({ key }) => key === own),
    ownNow,
  )
  const tellsNew = adds || (editsOwn && isNews(ownNow))
  // One row of the current list taken out and nothing else is believable; more is an old copy sent round again.
  return { base, removed, editsOwn, plausible: tellsNew || (current && removed === 1) }
}
