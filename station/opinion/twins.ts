import { chunks, grams } from './grams.js'
import { MATTERS, type Matter } from './matters.js'
import { type Place, placeIn, withoutPlace } from './place.js'

/** What two opinions are compared by; worked out once per opinion and kept as long as its text. */
export interface Signature {
  readonly place: Pick<Place, 'name' | 'street'> | null
  readonly matters: ReadonlySet<string>
  /** Pairs of characters of the words that are neither place nor phrase. */
  readonly pairs: ReadonlySet<string>
  /** The characters that carry the text: equal in two opinions that say the same, however short. */
  readonly letters: string
}

export interface TwinCandidate {
  readonly no: number
  readonly signature: Signature
}

export interface Twin {
  readonly no: number
  /** 0 to 1, for ordering only. */
  readonly likeness: number
  readonly sharedMatters: readonly string[]
}

/** Only opinions of the last days are looked at. */
export const TWIN_WINDOW_DAYS = 30
/** More would not be read. */
export const MAX_TWINS = 2

/** Tuned on tests/data/opinions/pairs.jsonl, the tuning split. */
const WITHOUT_MATTER = 0.34
const PLACELESS = 0.55
const PLACELESS_WITH_MATTER = 0.45

/** Between these a shared matter ranks by its words; only the same text reaches 1, and so is always among those named. */
const SAME_MATTER = 0.5
const NEARLY_SAME = 0.99

/** Frames that say nothing about the matter. */
const PHRASES =
  /反映|群众|居民|业主|住户|老百姓|希望|建议|能不能|能否|可不可以|有关部门|相关部门|尽快|解决|一下|问题|情况|我们|他们|大家|最近|现在|一直|已经|特别|非常|比较|有点|实在|真的|没有|不了|这里|那里|这个|那个|附近|旁边|社区|小区|街道|请|吗|了|的|呢|啊|吧|太|很|都|也|还/g

const matterIndex: readonly (readonly [string, Matter])[] = MATTERS.flatMap((matter) =>
  matter.words.map((word) => [word, matter] as const),
)

/** Labels of the matters a text speaks of. */
export const mattersIn = (text: string): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [word, { label }] of matterIndex) if (text.includes(word)) found.add(label)
  return found
}

/** `place` as recorded with the opinion; without it the text is asked. */
export const signatureOf = (text: string, place: Place | null = placeIn(text) ?? null): Signature => {
  const words = withoutPlace(text, place?.name)
  return {
    place,
    matters: mattersIn(words),
    pairs: new Set(grams(words.replace(PHRASES, ' '), 2, 2)),
    letters: chunks(words).join(''),
  }
}

const stem = (name: string): string => name.replace(/(?:街道|社区|小区|新村|花园|家园)$/, '')

/** 常府街菜场 lies in 常府街. One character would be no evidence. */
const within = (inner: string, outer: string): boolean => outer.length >= 2 && inner.startsWith(outer)

/** Yes, no, or not known. A street agrees with every community in it. */
const samePlace = (a: Signature['place'], b: Signature['place']): boolean | null => {
  if (a === null || b === null) return null
  if (within(a.name, stem(b.name)) || within(b.name, stem(a.name))) return true
  return a.name === b.street || b.name === a.street
}

const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] => [...a].filter((item) => b.has(item))

/** Share of the shorter text's pairs that the other one has too: an added sentence does not make another matter. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  shared(a, b).length / Math.max(1, Math.min(a.size, b.size))

/** What two opinions have in common. `place`: the same, another, or not known. */
export interface Shared {
  readonly place: boolean | null
  readonly sameText: boolean
  /** Share of the shorter text's pairs. */
  readonly words: number
  readonly matters: number
}

/**
 * Are these likely the same matter? Words alone cannot tell "same matter" from "same sentence, another place", so place
 * and matter must both agree; where a place is unknown the words must agree much better. Null: no.
 */
export const likeness = ({ place, sameText, words, matters }: Shared): number | null => {
  if (place === false) return null
  if (sameText) return 1
  if (place === null) return words >= (matters > 0 ? PLACELESS_WITH_MATTER : PLACELESS) ? NEARLY_SAME * words : null
  // The matters of the table are narrow: one and the same place seldom has two of a kind in a month.
  if (matters > 0) return SAME_MATTER + (NEARLY_SAME - SAME_MATTER) * words
  return words >= WITHOUT_MATTER ? NEARLY_SAME * words : null
}

export const twinLikeness = (a: Signature, b: Signature): number | null =>
  likeness({
    place: samePlace(a.place, b.place),
    sameText: a.letters === b.letters,
    words: overlap(a.pairs, b.pairs),
    matters: shared(a.matters, b.matters).length,
  })

/** At most two likely twins, the likeliest first, the later recorded first among equals. Proposed, never merged. */
export const proposeTwins = (fresh: Signature, candidates: readonly TwinCandidate[]): readonly Twin[] =>
  candidates
    .flatMap(({ no, signature }): Twin[] => {
      const likeness = twinLikeness(fresh, signature)
      return likeness === null ? [] : [{ no, likeness, sharedMatters: shared(fresh.matters, signature.matters) }]
    })
    .sort((a, b) => b.likeness - a.likeness || b.no - a.no)
    .slice(0, MAX_TWINS)
