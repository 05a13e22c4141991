import { Temporal } from '../time/civil.js'

/** What a target may be set for. `fallback`: what counts where the station has set none; null: nothing is counted then. */
export const TARGETS = {
  suggestion: { label: '建议', unit: '件', per: 'deputy', fallback: 1 },
  activity: { label: '活动', unit: '次', per: 'deputy', fallback: 4 },
  reception: { label: '接待', unit: '次', per: 'deputy', fallback: 2 },
  contact: { label: '联系群众', unit: '次', per: 'deputy', fallback: null },
  research: { label: '成果', unit: '篇', per: 'station', fallback: null },
} as const satisfies Record<string, { label: string; unit: string; per: 'deputy' | 'station'; fallback: number | null }>

export type TargetKind = keyof typeof TARGETS
export const DEPUTY_TARGETS = (Object.keys(TARGETS) as TargetKind[]).filter((kind) => TARGETS[kind].per === 'deputy')

/** A target in force from a day on, until a later one takes over. Nothing that was is ever changed. */
export interface Target {
  readonly kind: TargetKind
  readonly value: number
  readonly from: Temporal.PlainDate
}

const inForce = (targets: readonly Target[], kind: TargetKind, on: Temporal.PlainDate): Target | null => {
  let found: Target | null = null
  // Of two for one day the later word counts.
  for (const target of targets)
    if (
      target.kind === kind &&
      Temporal.PlainDate.compare(target.from, on) <= 0 &&
      (found === null || Temporal.PlainDate.compare(target.from, found.from) >= 0)
    )
      found = target
  return found
}

/**
 * By what a year is judged: the target in force on its last day, or today while it lasts. A change from next year on
 * leaves this year as it was. Null: none is set, and the house has no default.
 */
export const targetOfYear = (
  targets: readonly Target[],
  kind: TargetKind,
  year: number,
  today: Temporal.PlainDate,
): number | null => {
  const last = Temporal.PlainDate.from({ year, month: 12, day: 31 })
  const on = today.year === year ? today : last
  return inForce(targets, kind, on)?.value ?? TARGETS[kind].fallback
}

/** What was in force when, oldest first. */
export const targetHistory = (targets: readonly Target[], kind: TargetKind): Target[] =>
  targets.filter((target) => target.kind === kind).sort((a, b) => Temporal.PlainDate.compare(a.from, b.from))

export interface TargetProgress {
  readonly kind: TargetKind
  readonly done: number
  readonly wanted: number
  readonly met: boolean
}

/** 建议0/1、活动2/4: one deputy's year against the targets of that year. */
export const progressOf = (
  counts: Readonly<Partial<Record<TargetKind, number>>>,
  targets: readonly Target[],
  year: number,
  today: Temporal.PlainDate,
): TargetProgress[] =>
  DEPUTY_TARGETS.flatMap((kind): TargetProgress[] => {
    const wanted = targetOfYear(targets, kind, year, today)
    if (wanted === null || wanted === 0) return []
    const done = counts[kind] ?? 0
    return [{ kind, done, wanted, met: done >= wanted }]
  })
