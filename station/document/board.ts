/** A picture made of blocks from top to bottom; its height follows from them. */
export interface Board {
  title: string
  subtitle?: string
  /** Small print at the foot: where the figures come from, until when. */
  footer?: string
  /** `card`: a phone's width, as high as needed. `a4`: one upright page for a notice board, made smaller until it fits. */
  format: 'card' | 'a4'
  blocks: readonly BoardBlock[]
}

export type BoardBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Pairs of label and value: 时间 11月28日9:00. */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; widths?: readonly number[] }
  /** Big figures side by side. */
  | { kind: 'figures'; figures: readonly { label: string; value: string; note?: string }[] }
  /** Horizontal bars; `of` draws the target as the full length. */
  | { kind: 'bars'; bars: readonly { label: string; value: number; of?: number; text?: string }[] }
