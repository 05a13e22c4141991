import { grams } from './grams.js'
import { professionsOf } from './professions.js'

export interface TriageStation {
  readonly profession: string
  readonly focusTags: readonly string[]
}

/**
 * 站 or 家室? `professional`: the station's own kind of matter. `regional`: daily matters of a neighbourhood, which the
 * deputies' home or studio of the place takes. `unclear`: ask. Always a proposal, turned round by one word (移交/留站).
 */
export interface Triage {
  readonly kind: 'professional' | 'regional' | 'unclear'
  /** The station's focus tag that fits best, to be named in the reply. */
  readonly focusTag: string | null
  /** The words that decided. */
  readonly words: readonly string[]
}

/** Words by which the daily life of a neighbourhood is told from a profession's concern. */
const NEIGHBOURHOOD =
  /楼道|小区|物业|停车|车位|路灯|电梯|垃圾|下水道|井盖|漏水|绿化|广场舞|遛狗|养狗|噪音|油烟|邻居|巷子|飞线|充电桩|堆物|违建|公厕|积水|菜场|门禁|单元/g

const bestTag = (text: string, tags: readonly string[], words: readonly string[]): string | null => {
  const pairs = new Set(grams(text, 2, 2))
  const scored = tags.map((tag) => ({
    tag,
    // A pair the text shares with the tag is better evidence than a word of the profession in the tag.
    score:
      [...grams(tag, 2, 2)].filter((pair) => pairs.has(pair)).length * 2 +
      words.filter((word) => word.length > 1 && tag.includes(word)).length,
  }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.tag : null
}

export const triage = (
  text: string,
  category: string | null,
  station: TriageStation,
  directWords: readonly string[] = [],
): Triage => {
  const rows = professionsOf(station.profession)
  const own = rows.flatMap(({ words }) => words)
  const hits = [...new Set([...own, ...directWords].filter((word) => text.includes(word)))]
  const tag = bestTag(text, station.focusTags, [...own, ...rows.flatMap(({ names }) => names)])
  const ownCategory = category !== null && rows.some(({ categories }) => categories.includes(category))
  if (hits.length > 0 || ownCategory) return { kind: 'professional', focusTag: tag, words: hits }
  const local = [...new Set(text.match(NEIGHBOURHOOD) ?? [])]
  if (local.length > 0) return { kind: 'regional', focusTag: null, words: local }
  // A known category of somebody else's profession is regional too; without one nobody can say.
  return { kind: category === null ? 'unclear' : 'regional', focusTag: null, words: [] }
}
