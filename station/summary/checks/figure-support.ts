import { Temporal } from '../../time/civil.js'
import type { Fact, FactNumber } from '../fact.js'
import { type ClaimFigure, claimFigures } from './claim-figures.js'
import { corpusOf } from './corpus.js'

/** Measure words of one class count the same things. */
const UNIT_CLASSES: readonly ReadonlySet<string>[] = [
  new Set(['人', '名', '位', '人次']),
  new Set(['件', '条']),
  new Set(['场', '次', '班']),
  new Set(['项', '件']),
]

const sameUnit = (a: string, b: string): boolean =>
  a === b || UNIT_CLASSES.some((units) => units.has(a) && units.has(b))

/** What may be counted by counting the records that are cited. */
const COUNTED: Readonly<Record<string, { units: ReadonlySet<string>; words: readonly string[] }>> = {
  activity: { units: new Set(['场', '次', '项']), words: ['活动'] },
  opinion: { units: new Set(['件', '条']), words: ['意见'] },
  duty: { units: new Set(['次', '场', '班']), words: ['接待'] },
  due: { units: new Set(['项', '件']), words: ['待办', '到期'] },
}

const CLAUSE_ENDS = /[，,；;。！!？?：:（）()、]/u

/** The clause around a span, and where the span stands in it. */
const clauseAround = (text: string, [start, end]: readonly [number, number]) => {
  let from = start
  while (from > 0 && !CLAUSE_ENDS.test(text[from - 1]!)) from--
  let to = end
  while (to < text.length && !CLAUSE_ENDS.test(text[to]!)) to++
  return { clause: text.slice(from, to), at: start - from, until: end - from }
}

/** Of the words in a clause, the one nearest to the figure; before beats behind at equal distance, longer beats shorter. */
const nearestWord = (text: string, span: readonly [number, number], words: readonly string[]): string | null => {
  const { clause, at, until } = clauseAround(text, span)
  let best: string | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const word of words) {
    for (let found = clause.indexOf(word); found >= 0; found = clause.indexOf(word, found + 1)) {
      const distance = found + word.length <= at ? (at - found - word.length) * 2 : (found - until) * 2 + 1
      if (found < until && found + word.length > at) continue
      if (distance < bestDistance || (distance === bestDistance && word.length > (best?.length ?? 0))) {
        best = word
        bestDistance = distance
      }
    }
  }
  return best
}

/** Record fields by which a sentence may narrow down what it counts: 医疗意见2件 counts medical ones only. */
const NARROWING = ['类别', '状态', '类型', '地点', '主题']

const countOf = (clause: string, kind: string, facts: readonly Fact[]): number => {
  const ofKind = facts.filter((fact) => fact.kind === kind)
  const narrowed = NARROWING.reduce((rows, field) => {
    const said = new Set(
      ofKind.map(({ texts }) => texts[field]).filter((text) => text !== undefined && clause.includes(text)),
    )
    return said.size === 0 ? rows : rows.filter(({ texts }) => said.has(texts[field]))
  }, ofKind)
  return new Set(narrowed.map(({ ref }) => ref)).size
}

const numberHolds = (
  text: string,
  claim: Extract<ClaimFigure, { kind: 'number' }>,
  facts: readonly Fact[],
  words: readonly string[],
): boolean => {
  const word = nearestWord(text, claim.span, words)
  if (word === null) return false
  const fits = (number: FactNumber): boolean =>
    number.value === claim.value && number.words.includes(word) && sameUnit(number.unit, claim.unit)
  if (facts.some(({ numbers }) => numbers.some(fits))) return true
  const { clause } = clauseAround(text, claim.span)
  return Object.entries(COUNTED).some(
    ([kind, row]) =>
      row.units.has(claim.unit) &&
      row.words.includes(word) &&
      claim.value > 0 &&
      countOf(clause, kind, facts) === claim.value,
  )
}

const CONTEXT_CHARS = 2

/** The very figure in the very words of a record, two characters of them on one side at least. */
const quoted = (text: string, [start, end]: readonly [number, number], corpus: string): boolean => {
  const before = text.slice(Math.max(0, start - CONTEXT_CHARS), end)
  const behind = text.slice(start, end + CONTEXT_CHARS)
  return (
    (start >= CONTEXT_CHARS && corpus.includes(before)) ||
    (end + CONTEXT_CHARS <= text.length && corpus.includes(behind))
  )
}

const dateHolds = (claim: Extract<ClaimFigure, { kind: 'date' }>, facts: readonly Fact[]): boolean =>
  facts.some(({ dates, texts }) =>
    [...dates, ...Object.values(texts).filter((text) => /^\d{4}-\d{2}$/u.test(text))].some((iso) => {
      const [year, month, day] = iso.split('-').map(Number)
      return (
        (claim.year === null || claim.year === year) &&
        (claim.month === null || claim.month === month) &&
        (claim.day === null || claim.day === day)
      )
    }),
  )

const timeHolds = (claim: Extract<ClaimFigure, { kind: 'time' }>, facts: readonly Fact[]): boolean =>
  facts.some(({ times }) =>
    times.some((time) => {
      const [hour, minute] = time.split(':').map(Number) as [number, number]
      if (minute !== claim.minute) return false
      if (claim.afternoon === null) return hour === claim.hour || hour === claim.hour + 12
      return claim.afternoon ? hour >= 12 && hour % 12 === claim.hour % 12 : hour < 13 && hour === claim.hour
    }),
  )

const weekdayHolds = (day: number, facts: readonly Fact[]): boolean =>
  facts.some(({ dates }) => dates.some((iso) => Temporal.PlainDate.from(iso).dayOfWeek === day))

const SEGMENT_ENDS = /[；;。]/u
const PIECE_ENDS = /[，,、；;。]/u
const LEAST_TITLE_CHARS = 4

/** What in a sentence points to one record: a title, or the people of a duty. */
const mentionsOf = ({ kind, texts, people }: Fact): readonly string[] => {
  if (kind === 'duty') return people
  const title = texts.标题
  return title !== undefined && title.length >= LEAST_TITLE_CHARS ? [title] : []
}

/**
 * The records a figure must come from. Where its piece of the sentence names one record, from that; a number also from
 * the one named last before it: of two activities cited together neither lends the other its turnout.
 */
const factsFor = (text: string, claim: ClaimFigure, facts: readonly Fact[]): readonly Fact[] => {
  const [start, end] = claim.span
  let from = start
  while (from > 0 && !SEGMENT_ENDS.test(text[from - 1]!)) from--
  let pieceFrom = start
  while (pieceFrom > 0 && !PIECE_ENDS.test(text[pieceFrom - 1]!)) pieceFrom--
  let pieceUntil = end
  while (pieceUntil < text.length && !PIECE_ENDS.test(text[pieceUntil]!)) pieceUntil++
  const named = (part: string): { at: number; ref: string }[] =>
    facts.flatMap((fact) =>
      mentionsOf(fact).flatMap((mention) => {
        const at = part.lastIndexOf(mention)
        return at < 0 ? [] : [{ at, ref: fact.ref }]
      }),
    )
  const here = new Set(named(text.slice(pieceFrom, pieceUntil)).map(({ ref }) => ref))
  if (here.size > 0) return facts.filter(({ ref }) => here.has(ref))
  if (claim.kind !== 'number') return facts
  const before = named(text.slice(from, start))
  const last = Math.max(...before.map(({ at }) => at))
  const refs = new Set(before.filter(({ at }) => at === last).map(({ ref }) => ref))
  return refs.size === 0 ? facts : facts.filter(({ ref }) => refs.has(ref))
}

/**
 * The first figure of a sentence that the cited records do not hold, with the meaning the sentence gives it; null: all
 * are held. A number counts only beside the word for what it counts: 报名12人 is no proof of 到场12人.
 */
export const unsupportedFigure = (text: string, facts: readonly Fact[]): string | null => {
  const corpus = corpusOf(facts)
  const words = [
    ...new Set([
      ...facts.flatMap(({ numbers }) => numbers.flatMap((number) => number.words)),
      ...Object.values(COUNTED).flatMap((row) => row.words),
    ]),
  ]
  for (const claim of claimFigures(text)) {
    if (quoted(text, claim.span, corpus)) continue
    const held = factsFor(text, claim, facts)
    const holds =
      claim.kind === 'number'
        ? numberHolds(text, claim, held, words)
        : claim.kind === 'date'
          ? dateHolds(claim, held)
          : claim.kind === 'time'
            ? timeHolds(claim, held)
            : claim.kind === 'weekday' && weekdayHolds(claim.day, held)
    if (!holds) return claim.raw
  }
  return null
}
