import { ADDRESS_PATTERNS } from './address-patterns.js'
import { NAME_CHARACTER, type PersonalKind, TOKENS } from './kinds.js'
import { listedNames } from './listed-names.js'
import { withLooseDigits } from './loose-digits.js'
import { NUMBER_PATTERNS, type PersonalPattern } from './number-patterns.js'
import { type Range, residentNames } from './resident-names.js'
import { barrierOf, shapeOf } from './shape.js'

export type MaskOptions = {
  /** Names known to be residents' (the reporter on record): masked wherever they stand. */
  knownNames?: readonly string[]
  /** Names meant to be read: deputies and staff of the station. Never masked, whatever stands around them. */
  keepNames?: readonly string[]
}

/** `span` is the half-open range of UTF-16 offsets in the text that was given. */
export type Found = { kind: PersonalKind; span: Range }

export type Masked = { text: string; found: Found[] }

/** How far a pattern's `accept` may look to either side. */
const CONTEXT_CHARACTERS = 24
/** What one pass uncovers for the next is rare; the bound keeps the whole linear. */
const PASSES = 6

type Hit = { kind: PersonalKind; range: Range }

const numberHits = (shape: string, rows: readonly PersonalPattern[]): Hit[] => {
  const hits: Hit[] = []
  let text = shape
  for (const { kind, pattern, accept } of rows) {
    const fresh: Hit[] = []
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start)
      const after = text.slice(end, end + CONTEXT_CHARACTERS)
      if (match[0] === '' || accept?.(match[0], before, after) === false) continue
      fresh.push({ kind, range: [start, end] })
    }
    text = withBarriers(text, fresh)
    hits.push(...fresh)
  }
  return hits
}

const withBarriers = (text: string, hits: readonly Hit[]): string => {
  if (hits.length === 0) return text
  const characters = text.split('')
  for (const { kind, range } of hits) characters.fill(barrierOf(kind), range[0], range[1])
  return characters.join('')
}

/** Only ranges that touch no kept character and are not taken by an earlier one. */
const disjoint = (hits: readonly Hit[], kept: ReadonlySet<number>): Hit[] => {
  const chosen: Hit[] = []
  let reached = 0
  const isKept = ([start, end]: Range): boolean => {
    for (let at = start; at < end; at++) if (kept.has(at)) return true
    return false
  }
  for (const hit of [...hits].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    if (hit.range[0] < reached || isKept(hit.range)) continue
    chosen.push(hit)
    reached = hit.range[1]
  }
  return chosen
}

const nameHits = (ranges: Iterable<Range>, kept: ReadonlySet<number>): Hit[] =>
  disjoint(
    [...ranges].map((range) => ({ kind: 'name' as const, range })),
    kept,
  )

const characterSet = (ranges: readonly Range[]): Set<number> => {
  const set = new Set<number>()
  for (const [start, end] of ranges) for (let at = start; at < end; at++) set.add(at)
  return set
}

const tokenFor = (kind: PersonalKind, range: Range): string =>
  kind === 'name' ? NAME_CHARACTER.repeat(range[1] - range[0]) : TOKENS[kind]

/**
 * Hides what would lead to a resident: numbers, accounts, plates, doors, names. Place and matter stay readable.
 * Works by format: a wrong check digit is no reason to leak. Masking a masked text changes nothing.
 */
export const mask = (text: string, options: MaskOptions = {}): Masked => {
  const shape = shapeOf(text)
  const kept = characterSet(listedNames(shape.text, options.keepNames ?? []))
  const hits: Hit[] = []
  let rest = shape.text
  const take = (fresh: readonly Hit[]): boolean => {
    rest = withBarriers(rest, fresh)
    hits.push(...fresh)
    return fresh.length > 0
  }
  take(nameHits(listedNames(rest, options.knownNames ?? []), kept))
  for (let pass = 0; pass < PASSES; pass++) {
    const found = [
      take(numberHits(rest, NUMBER_PATTERNS)),
      take(numberHits(withLooseDigits(rest), NUMBER_PATTERNS)),
      take(numberHits(rest, ADDRESS_PATTERNS)),
      take(nameHits(residentNames(rest), kept)),
    ]
    if (!found.includes(true)) break
  }
  const ordered = hits.sort((a, b) => a.range[0] - b.range[0])
  const parts: string[] = []
  const found: Found[] = []
  let reached = 0
  for (const { kind, range } of ordered) {
    const start = shape.starts[range[0]] ?? 0
    const end = shape.ends[range[1] - 1] ?? start
    parts.push(text.slice(reached, start), tokenFor(kind, range))
    found.push({ kind, span: [start, end] })
    reached = end
  }
  parts.push(text.slice(reached))
  return { text: parts.join(''), found }
}
