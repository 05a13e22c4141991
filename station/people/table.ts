/** A cell of a table somebody sent: its text, and what is odd about it. */
export interface TableCell {
  readonly text: string
  /** formula: computed, not written; error: #N/A; merged: part of a merged block; date: a date where text may be meant. */
  readonly odd?: 'formula' | 'error' | 'merged' | 'date'
}

export interface TableRow {
  /** As the sender counts: the first line of the file is 1. */
  readonly line: number
  readonly cells: readonly TableCell[]
}

/** Why a file cannot be read as a table at all. */
export type TableFault =
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-large'; readonly megabytes: number; readonly mostMegabytes: number }
  | { readonly code: 'old-excel' }
  | { readonly code: 'locked' }
  | { readonly code: 'no-table'; readonly looksLike: string }
  | { readonly code: 'damaged' }
  | { readonly code: 'swollen' }
  | { readonly code: 'unknown-encoding' }
  | { readonly code: 'open-quote'; readonly line: number }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly code: 'too-many-columns'; readonly columns: number; readonly most: number }
