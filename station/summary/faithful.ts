import { claimFigures } from './checks/claim-figures.js'
import { corpusOf, wideCorpusOf } from './checks/corpus.js'
import { coveredIn, gapsIn } from './checks/coverage.js'
import { unsupportedFigure } from './checks/figure-support.js'
import { foreignPart } from './checks/language.js'
import { leaks } from './checks/leak.js'
import { looksLikeName, stretchedName, unsupportedName } from './checks/names.js'
import type { Fact } from './fact.js'
import { type Quotation, quotationOf } from './quotation.js'
import type { Statement } from './summary.js'

/** A sentence as the model hands it in, with the record numbers it claims to rest on. */
export interface ModelPoint {
  point: string
  evidence: string[]
}

/**
 * Why a sentence was not believed. shape: empty or several lines. long. language: not Chinese. leak: tells of its
 * instructions. evidence: a number that does not exist, or a record that says nothing of the kind. figure, name: one the
 * cited records do not hold. unsupported: something else they do not say. surplus: said twice, or more than was asked.
 */
export type Fault = 'shape' | 'long' | 'language' | 'leak' | 'evidence' | 'figure' | 'name' | 'unsupported' | 'surplus'

export interface Rejected {
  point: string
  evidence: string[]
  fault: Fault
  /** The part that gave it away. */
  about: string
}

export type CheckedItem =
  | { kind: 'statement'; statement: Statement }
  /** The record's own words in place of a sentence that was rejected. */
  | { kind: 'quotation'; quotation: Quotation }

export interface Checked {
  /** In the model's order; a rejected sentence without any existing record leaves nothing behind. */
  items: CheckedItem[]
  accepted: Statement[]
  rejected: Rejected[]
}

export interface CheckOptions {
  /** The instructions the model was given: none of their words may come back. */
  instructions: string
  /** Everybody who exists: a name of theirs must stand in the records cited beside it. */
  roster: readonly string[]
  /** Names of the station: may be said without citing anything. */
  alsoKnown: readonly string[]
  maxPoints: number
}

const MAX_POINT_CHARS = 120
const MAX_EVIDENCE = 60
const LEAST_SHARE = 0.8
const MAX_SINGLE_GAPS = 1

const normalRef = (ref: string): string => ref.normalize('NFKC').trim().toUpperCase()

/** Full-width digits, letters and per cent signs as half-width ones: the forms the checks know. */
const narrowDigits = (text: string): string => text.replace(/[０-９Ａ-Ｚａ-ｚ％]/gu, (wide) => wide.normalize('NFKC'))

type Finding = { fault: Fault; about: string } | null

const shapeFault = (point: string, evidence: readonly string[]): Finding => {
  if (point.trim() === '' || /[\r\n\u2028\u2029\p{Cc}]/u.test(point))
    return { fault: 'shape', about: point.slice(0, 20) }
  if ([...point].length > MAX_POINT_CHARS) return { fault: 'long', about: `${[...point].length}` }
  if (evidence.length === 0 || evidence.length > MAX_EVIDENCE) return { fault: 'evidence', about: `${evidence.length}` }
  return null
}

/** A record that shares not two characters with the sentence is no evidence for it. */
const strangerAmong = (point: string, groups: ReadonlyMap<string, readonly Fact[]>): string | null => {
  for (const [ref, facts] of groups) {
    const corpus = wideCorpusOf(facts, [])
    let shared = false
    for (let at = 0; at + 2 <= point.length && !shared; at++) {
      const pair = point.slice(at, at + 2)
      shared = /^\p{Script=Han}{2}$/u.test(pair) && corpus.includes(pair)
    }
    if (!shared) return ref
  }
  return null
}

const contentFault = (point: string, groups: ReadonlyMap<string, readonly Fact[]>, options: CheckOptions): Finding => {
  const facts = [...groups.values()].flat()
  const corpus = corpusOf(facts)
  const wide = wideCorpusOf(facts, options.alsoKnown)
  const fault = (kind: Fault, about: string | null): Finding => (about === null ? null : { fault: kind, about })

  const named = (point.match(/(?<![A-Za-z])[A-Z]\d+/gu) ?? []).find((ref) => !wide.includes(ref))
  const gaps = gapsIn(
    point,
    wide,
    claimFigures(point).map(({ span }) => span),
  )
  const run = gaps.runs.find((part) => part.length >= 2)
  const singles = gaps.runs.filter((part) => part.length === 1)
  const thin = gaps.share < LEAST_SHARE || singles.length > MAX_SINGLE_GAPS ? (gaps.runs[0] ?? '') : null
  const people = facts.flatMap((fact) => fact.people)

  return (
    (leaks(point, options.instructions, corpus) ? { fault: 'leak' as const, about: point.slice(0, 20) } : null) ??
    fault('language', foreignPart(point, wide)) ??
    fault('evidence', named ?? null) ??
    fault('figure', unsupportedFigure(point, facts)) ??
    fault('name', unsupportedName(point, wide, options.roster)) ??
    fault('name', stretchedName(point, people, coveredIn(point, wide))) ??
    fault('name', gaps.runs.find(looksLikeName) ?? null) ??
    fault('unsupported', gaps.negation) ??
    fault('unsupported', run ?? thin) ??
    fault('evidence', strangerAmong(point, groups))
  )
}

/**
 * Believes of a model's sentences only those whose every figure, name and word the cited records bear out. Deliberately
 * narrow: a true sentence in other words than the records' is lost and its record quoted instead; an invented one must
 * not pass.
 */
export const checkPoints = (points: readonly ModelPoint[], facts: readonly Fact[], options: CheckOptions): Checked => {
  const byRef = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = normalRef(fact.ref)
    byRef.set(key, [...(byRef.get(key) ?? []), fact])
  }
  const checked: Checked = { items: [], accepted: [], rejected: [] }
  const told = new Set<string>()
  const quotedRefs = new Set<string>()

  for (const { point: raw, evidence } of points) {
    const point = narrowDigits(raw).trim()
    const refs = [...new Set(evidence.map(normalRef))]
    const groups = new Map(refs.flatMap((ref) => (byRef.has(ref) ? [[ref, byRef.get(ref)!] as const] : [])))
    const unknown = refs.find((ref) => !groups.has(ref))
    const surplus = told.has(point) || checked.accepted.length >= options.maxPoints
    const finding =
      shapeFault(raw, refs) ??
      (surplus ? { fault: 'surplus' as const, about: point.slice(0, 20) } : null) ??
      (unknown === undefined ? null : { fault: 'evidence' as const, about: unknown }) ??
      contentFault(point, groups, options)

    if (finding === null) {
      const statement = {
        text: point,
        evidence: [...new Set([...groups.values()].flat().flatMap(({ records }) => records))],
      }
      told.add(point)
      checked.accepted.push(statement)
      checked.items.push({ kind: 'statement', statement })
      continue
    }
    checked.rejected.push({ point: raw, evidence: [...evidence], ...finding })
    const first = [...groups.values()][0]?.[0]
    if (finding.fault === 'surplus' || first === undefined || quotedRefs.has(first.ref)) continue
    quotedRefs.add(first.ref)
    checked.items.push({ kind: 'quotation', quotation: quotationOf(first) })
  }
  return checked
}
