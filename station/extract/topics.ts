import { oneLine } from '../text/one-line.js'
import type { Moment } from '../time/civil.js'
import type { ReadLine, Said } from './chat-line.js'
import { selectUnits } from './select-units.js'
import { type SenseUnit, senseUnits } from './sense-unit.js'

export interface Topic {
  /** One or two words of the talk itself that name it. */
  label: string[]
  /** How many lines belong to it. */
  lines: number
  speakers: string[]
  from: Moment
  until: Moment
  /** The telling words, with who and when. */
  said: Said[]
}

export interface TopicLimits {
  topics: number
  /** Characters quoted per topic. */
  quoteChars: number
}

/** A line joins the topic of a neighbour this near if it shares any word with the topic. */
const NEIGHBOUR_LINES = 3
const LEAST_LINES = 2

/** In deputies' talk these are in every other line and name no topic. */
const NAMES_NO_TOPIC = new Set(['居民', '群众', '反映', '建议', '意见', '希望', '大家', '活动', '相关', '解决', '部门'])

interface Indexed {
  line: ReadLine
  units: SenseUnit[]
  terms: Set<string>
}

const indexed = (lines: readonly ReadLine[]): Indexed[] => {
  const all = lines.map((line): Indexed => ({ line, units: [], terms: new Set() }))
  for (const unit of senseUnits(lines)) {
    const entry = all[unit.utterance]!
    entry.units.push(unit)
    for (const term of unit.terms) if (!NAMES_NO_TOPIC.has(term)) entry.terms.add(term)
  }
  return all
}

const seedOf = (free: ReadonlySet<number>, where: ReadonlyMap<string, number[]>, all: readonly Indexed[]) => {
  let best: { term: string; members: number[] } | null = null
  let bestWorth = 0
  for (const [term, positions] of where) {
    const members = positions.filter((index) => free.has(index))
    if (members.length < LEAST_LINES) continue
    const speakers = new Set(members.map((index) => all[index]!.line.speaker)).size
    const worth = members.length * (1 + Math.log(speakers)) * Math.sqrt(term.length)
    if (worth > bestWorth) {
      bestWorth = worth
      best = { term, members }
    }
  }
  return best
}

const companionOf = (label: readonly string[], members: readonly number[], all: readonly Indexed[]): string | null => {
  const counts = new Map<string, number>()
  for (const index of members) {
    for (const term of all[index]!.terms) {
      if (label.every((own) => !term.includes(own) && !own.includes(term)))
        counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }
  const [term, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return count >= LEAST_LINES ? term : null
}

/** Two words that stand side by side in the talk are one name: 社区, 医院 → 社区医院. */
const joinedInTalk = (a: string, b: string, members: readonly number[], all: readonly Indexed[]): string | null =>
  [a + b, b + a].find(
    (name) => members.filter((index) => all[index]!.line.text.includes(name)).length >= LEAST_LINES,
  ) ?? null

const labelOf = (seed: string, members: readonly number[], all: readonly Indexed[]): string[] => {
  const companion = companionOf([seed], members, all)
  if (companion === null) return [seed]
  const name = joinedInTalk(seed, companion, members, all)
  if (name === null) return [seed, companion]
  const another = companionOf([seed, companion], members, all)
  return another === null ? [name] : [name, another]
}

const withNeighbours = (
  members: readonly number[],
  label: readonly string[],
  free: ReadonlySet<number>,
  all: readonly Indexed[],
) => {
  const joined = new Set(members)
  for (const member of members) {
    for (let index = member - NEIGHBOUR_LINES; index <= member + NEIGHBOUR_LINES; index++) {
      if (free.has(index) && label.some((term) => all[index]!.line.text.includes(term))) joined.add(index)
    }
  }
  return [...joined].sort((a, b) => a - b)
}

const describe = (label: string[], members: readonly number[], all: readonly Indexed[], quoteChars: number): Topic => {
  const lines = members.map((index) => all[index]!.line)
  const units = selectUnits(
    members.flatMap((index) => all[index]!.units),
    quoteChars,
  )
  const said = units.map((unit): Said => {
    const { id, speaker, at } = all[unit.utterance]!.line
    return { id, speaker, at, text: unit.text }
  })
  const first = lines[0]!
  const fallback: Said[] = [
    { id: first.id, speaker: first.speaker, at: first.at, text: oneLine(first.text, quoteChars) },
  ]
  return {
    label,
    lines: lines.length,
    speakers: [...new Set(lines.map(({ speaker }) => speaker))],
    from: first.at,
    until: lines.at(-1)!.at,
    said: said.length > 0 ? said : fallback,
  }
}

/** What was talked about, most talked about first: lines gathered round the word that most of the rest share. */
export const topicsOf = (lines: readonly ReadLine[], limits: TopicLimits): Topic[] => {
  const all = indexed(lines)
  const where = new Map<string, number[]>()
  all.forEach(({ terms }, index) => {
    for (const term of terms) {
      const positions = where.get(term)
      if (positions === undefined) where.set(term, [index])
      else positions.push(index)
    }
  })
  for (const [term, positions] of where) if (positions.length < LEAST_LINES) where.delete(term)

  const free = new Set(all.keys())
  const topics: Topic[] = []
  while (topics.length < limits.topics) {
    const seed = seedOf(free, where, all)
    if (seed === null) break
    const label = labelOf(seed.term, seed.members, all)
    const members = withNeighbours(seed.members, label, free, all)
    for (const index of members) free.delete(index)
    topics.push(describe(label, members, all, limits.quoteChars))
  }
  return topics.sort((a, b) => b.lines - a.lines)
}
