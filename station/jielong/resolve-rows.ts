import { fold } from '../text/fold.js'
import type { JielongList } from './list.js'
import type { Roster } from './roster.js'
import { type RowReading, readRow } from './rows-to-people.js'

/** A row that is somebody's, or nobody's we know; what `mergeList` works on. */
export interface ResolvedRow {
  /** The same for the same person, or for the same words of an unknown one, in every version of the list. */
  readonly key: string
  readonly personId: number | null
  /** Whom it may mean when `personId` is null. */
  readonly candidates: readonly number[]
  readonly text: string
  readonly note: string
  readonly companions: number | null
  readonly struck: boolean
  /** Who wrote the row, where the XML tells. */
  readonly writerId: number | null
  readonly writtenAtS: number | null
  readonly ordinal: number
}

export interface ListVersion {
  readonly rows: readonly ResolvedRow[]
  /** False when rows may lack for another reason than that somebody took them out. */
  readonly complete: boolean
}

export const personKey = (personId: number): string => `p${personId}`

export const textKey = (text: string): string => `?${fold(text)}`

/**
 * Whose the rows are. Who is named in a row outweighs whose account wrote it (a row for somebody else is a 代报); a row that
 * names nobody in full is its writer's. `personOf`: account id → person.
 */
export const resolveRows = (
  list: JielongList,
  roster: Roster,
  personOf: ReadonlyMap<string, number> = new Map(),
): ListVersion => {
  const rows = list.rows.flatMap((row): ResolvedRow[] => {
    if (row.text === '' && row.authorId === null) return []
    const writerId = row.authorId === null ? null : (personOf.get(row.authorId) ?? null)
    const reading = readRow(row.text, roster)
    const shared = {
      companions: reading.companions,
      struck: row.struck,
      writerId,
      writtenAtS: row.writtenAtS,
      ordinal: row.ordinal,
    }
    if (reading.kind === 'several') return reading.personIds.map((id) => ofSeveral(id, reading, roster, shared))
    const personId = whose(reading, writerId)
    const key = personId === null ? textKey(row.text) : personKey(personId)
    const candidates = personId === null ? reading.personIds : []
    return [{ ...shared, key, personId, candidates, text: row.text, note: reading.note }]
  })
  return { rows, complete: !list.incomplete && list.startsAt === 1 }
}

const whose = (reading: RowReading, writerId: number | null): number | null => {
  if (reading.kind === 'person') return reading.personIds[0]!
  if (writerId === null || reading.onBehalf) return null
  return reading.kind === 'unknown' || reading.personIds.includes(writerId) ? writerId : null
}

const ofSeveral = (
  personId: number,
  reading: RowReading,
  roster: Roster,
  shared: Pick<ResolvedRow, 'companions' | 'struck' | 'writerId' | 'writtenAtS' | 'ordinal'>,
): ResolvedRow => ({
  ...shared,
  companions: null,
  key: personKey(personId),
  personId,
  candidates: [],
  text: [roster.nameOf.get(personId) ?? '', reading.note].filter((part) => part !== '').join(' '),
  note: reading.note,
})
