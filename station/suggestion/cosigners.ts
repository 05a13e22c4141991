import { err, ok, type Result } from '../result.js'
import { SUGGESTION_STATES, type SuggestionState } from './states.js'

export type CongressLevel = '全国' | '省' | '市' | '区' | '乡镇'
export type PaperKind = 'suggestion' | 'motionMaterial'

/**
 * 组织法 22: a motion needs ten names from the county level up and five in a township; the National People's Congress
 * thirty, or one delegation. A suggestion needs one name only (代表法 24, 36).
 */
const MOTION_NAMES: Readonly<Record<CongressLevel, number>> = { 全国: 30, 省: 10, 市: 10, 区: 10, 乡镇: 5 }
const SUGGESTION_NAMES = 1

export interface CoSigner {
  readonly personId: number
  /** Every congress the person is a deputy of. */
  readonly levels: readonly CongressLevel[]
}

export interface NamedPaper {
  readonly kind: PaperKind
  readonly state: SuggestionState
  /** The congress it goes to. */
  readonly level: CongressLevel
  readonly leadId: number
  readonly coSignerIds: readonly number[]
}

export interface NameCount {
  /** 领衔 and 联名 together. */
  readonly names: number
  readonly needed: number
  readonly missing: number
}

export interface SignedPaper {
  readonly coSignerIds: readonly number[]
  readonly count: NameCount
  /** A deputy of another congress signed a suggestion: let through, but the office will ask. */
  readonly otherCongress: boolean
}

export type CoSignRefusal =
  | { code: 'notOpen'; state: SuggestionState }
  | { code: 'isLead' | 'alreadySigned' | 'notSigned' }
  | { code: 'otherCongress'; level: CongressLevel; own: readonly CongressLevel[] }

export const countNames = ({ kind, level, leadId, coSignerIds }: NamedPaper): NameCount => {
  const names = new Set([leadId, ...coSignerIds]).size
  const needed = kind === 'motionMaterial' ? MOTION_NAMES[level] : SUGGESTION_NAMES
  return { names, needed, missing: Math.max(0, needed - names) }
}

const withNames = (paper: NamedPaper, coSignerIds: readonly number[], otherCongress: boolean): SignedPaper => ({
  coSignerIds,
  count: countNames({ ...paper, coSignerIds }),
  otherCongress,
})

/** 联名: by one's own message only. The lead is fixed; the members of one congress sign together. */
export const cosign = (paper: NamedPaper, who: CoSigner): Result<SignedPaper, CoSignRefusal> => {
  if (!SUGGESTION_STATES[paper.state].withNames) return err({ code: 'notOpen', state: paper.state })
  if (who.personId === paper.leadId) return err({ code: 'isLead' })
  if (paper.coSignerIds.includes(who.personId)) return err({ code: 'alreadySigned' })
  const otherCongress = !who.levels.includes(paper.level)
  if (otherCongress && paper.kind === 'motionMaterial')
    return err({ code: 'otherCongress', level: paper.level, own: who.levels })
  return ok(withNames(paper, [...paper.coSignerIds, who.personId], otherCongress))
}

/** A co-signatory may withdraw until the paper is submitted. */
export const uncosign = (paper: NamedPaper, personId: number): Result<SignedPaper, CoSignRefusal> => {
  if (!SUGGESTION_STATES[paper.state].withNames) return err({ code: 'notOpen', state: paper.state })
  if (personId === paper.leadId) return err({ code: 'isLead' })
  if (!paper.coSignerIds.includes(personId)) return err({ code: 'notSigned' })
  const left = paper.coSignerIds.filter((id) => id !== personId)
  return ok(withNames(paper, left, false))
}
