/** A document to be printed or filed: a title and blocks one after another. */
export interface Paper {
  title: string
  /** Below the title: the station, the date. */
  subtitle?: string
  blocks: readonly PaperBlock[]
}

export type PaperBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Set at the right edge: who signs, and the date. */
  | { kind: 'signature'; lines: readonly string[] }
  | { kind: 'table'; head?: readonly string[]; rows: readonly (readonly string[])[]; widths?: readonly number[] }
