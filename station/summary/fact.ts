export type FactKind = 'activity' | 'opinion' | 'duty' | 'turn' | 'due' | 'matter' | 'figure'

/** A number a record holds, with what it counts. */
export interface FactNumber {
  value: number
  unit: string
  /** Words of which one must stand beside the number in a sentence; the first is what the model is told to write. */
  words: readonly string[]
}

/** One record reduced to what may be said of it. */
export interface Fact {
  /** H12, Y17, D7, 轮值2026-11; figures: F1, F2, … */
  ref: string
  kind: FactKind
  /** Named parts, in the words of the record: 标题, 地点, 类别, 状态, 内容. */
  texts: Readonly<Record<string, string>>
  numbers: readonly FactNumber[]
  people: readonly string[]
  /** ISO civil dates. */
  dates: readonly string[]
  /** "09:00". */
  times: readonly string[]
  /** What stands behind a figure; the record itself otherwise. */
  records: readonly string[]
  /** The record's words read like orders to a machine: neither sent to a model nor quoted. */
  withheld: boolean
}
