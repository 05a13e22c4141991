/** One row of a chain sign-up (接龙), as somebody wrote it. */
export interface JielongRow {
  /** The number printed before it; hand-made lists may repeat or skip numbers. */
  readonly ordinal: number
  /** Without the number; raw, its lines joined by \n, '' when the row is empty. */
  readonly text: string
  readonly lines: readonly string[]
  /** Crossed out by hand: ~~张三~~, 张三（退）. */
  readonly struck: boolean
  /** Account that wrote the row and when (Unix seconds); only the native XML tells. */
  readonly authorId: string | null
  readonly writtenAtS: number | null
}

export interface JielongList {
  /** native: #接龙 or #Group Note. word: 接龙 stands in the header. none: merely a numbered list. */
  readonly tag: 'native' | 'word' | 'none'
  /** First line of the header without the tag, '' when there is none. */
  readonly title: string
  /** All of the header but the tag and the example: title, description, options. */
  readonly header: string
  readonly example: string | null
  readonly rows: readonly JielongRow[]
  readonly tail: string
  /** Number of the first row; above 1 the earlier rows were cut off, not withdrawn. */
  readonly startsAt: number
  /** Rows were left out: by our limits, or because the client marked the list as no longer valid. */
  readonly incomplete: boolean
  /** Account that started the list, where the XML tells. */
  readonly starterId: string | null
  /** Identity as the client has it: header, example and tail. An edited title makes a new list. */
  readonly digest: string
}

/** Limits of the client; hand-made lists may be longer, then the rest is not read. */
export const MAX_ROWS = 500
export const MAX_ROW_CHARS = 300
export const MAX_HEADER_CHARS = 500
export const MAX_TAIL_CHARS = 500
/** Nothing beyond this many UTF-16 units is read: all of the above at once, with line ends and numbers. */
export const MAX_LIST_CHARS = 160_000
