import type { Moment } from '../../station/time/civil.js'
import type { ModelFailure } from './port.js'

export interface ModelMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface TokenUse {
  prompt: number
  completion: number
}

interface Round {
  purpose: string
  stationId: number | null
  model: string
  /** 1: first asking; 2: asked again with what was wrong. */
  round: number
  at: Moment
}

/** One entry before anything is sent, with the very messages; one when the round is over. */
export type ModelAuditEntry =
  | (Round & { step: 'asked'; messages: readonly ModelMessage[]; reservedTokens: number })
  | (Round & {
      step: 'answered'
      outcome: 'ok' | ModelFailure
      /** What came back, at most the length the port reads; null: nothing did. */
      text: string | null
      detail: string | null
      tokens: TokenUse | null
    })

export type ModelRecord = (entry: ModelAuditEntry) => Promise<void>
