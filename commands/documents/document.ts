import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import type { Moment } from '../../station/time/civil.js'
import type { FileContent, Services, StationContext } from '../context.js'

/** What a document is made from: rows are read without a transaction, so a maker must not mind changes while it reads. */
export interface Making<A = Record<string, unknown>> {
  db: Tx
  station: Station
  now: Moment
  services: Services
  /** Who asked for it. */
  personId: number
  args: A
}

/** A file, with a sentence after it; or only the sentence, when there is nothing to be made. */
export type Made = { file: FileContent; text?: string } | { file?: undefined; text: string }

/** One kind of document: named once, asked for by `requestDocument`, made outside any transaction. */
export interface DocumentMaker<A = Record<string, unknown>> {
  kind: string
  make(making: Making<A>): Promise<Made>
  /** What follows the file, from the rows as they are when it is sent; said even when the file could not be made. */
  words?(context: StationContext, args: A): Promise<string | null>
}

export interface DocumentRequest {
  kind: string
  args: Record<string, unknown>
  personId: number
  /** null: privately to whoever asked. */
  roomId: string | null
  /** To every group of the station, wherever it was asked for. */
  toGroups?: boolean
}
