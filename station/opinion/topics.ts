import type { Moment, Temporal } from '../time/civil.js'
import { mattersIn } from './twins.js'

/** One opinion as topics see it. `people` are all who brought or support it: reporter, 附议, reporters of merged ones. */
export interface TopicSource {
  readonly no: number
  readonly text: string
  readonly category: string | null
  readonly recordedOn: Temporal.PlainDate
  readonly people: readonly number[]
}

export interface Topic {
  /** Label of a matter, or of a category where no matter is recognised. */
  readonly label: string
  /** Different people: who says it three times counts once. */
  readonly people: number
  readonly opinions: readonly number[]
}

export const TOPIC_WINDOW_DAYS = 30

const labelsOf = (source: TopicSource): readonly string[] => {
  const matters = [...mattersIn(source.text)]
  if (matters.length > 0) return matters
  return source.category === null ? [] : [source.category]
}

/**
 * What the last days were about, by how many people brought it. An opinion that speaks of two matters counts for both.
 * Ties go to the topic heard of later, then by name, so that the same records always give the same list.
 */
export const hotTopics = (
  sources: readonly TopicSource[],
  now: Moment,
  windowDays: number = TOPIC_WINDOW_DAYS,
): readonly Topic[] => {
  const today = now.toPlainDate()
  const topics = new Map<string, { people: Set<number>; opinions: number[] }>()
  for (const source of sources) {
    const age = source.recordedOn.until(today).days
    if (age < 0 || age >= windowDays) continue
    for (const label of labelsOf(source)) {
      const topic = topics.get(label) ?? { people: new Set<number>(), opinions: [] }
      topics.set(label, topic)
      for (const person of source.people) topic.people.add(person)
      topic.opinions.push(source.no)
    }
  }
  return [...topics]
    .map(([label, { people, opinions }]) => ({ label, people: people.size, opinions: opinions.sort((a, b) => a - b) }))
    .sort(
      (a, b) =>
        b.people - a.people || (b.opinions.at(-1) ?? 0) - (a.opinions.at(-1) ?? 0) || (a.label < b.label ? -1 : 1),
    )
}
