import type { ZodType } from 'zod'

/**
 * Why a model gave no usable answer. All of it is weather: the caller takes the offline path and says so.
 * none: no model is configured. budget: the day's or the station's allowance is used up, nothing was sent.
 * timeout: the deadline passed. unreachable: no connection, or the server is in trouble. quota: the provider refuses to
 * serve more. refused: the provider rejects the request, or the model will not answer. cut: the answer ends too early.
 * garbage: twice something that is not what was asked for.
 */
export type ModelFailure = 'none' | 'budget' | 'timeout' | 'unreachable' | 'quota' | 'refused' | 'cut' | 'garbage'

export interface ModelRequest<T> {
  /** What it is for, a short English word of letters and dashes: names the audit rows and the answer's schema. */
  purpose: string
  /** Whose allowance pays; null: the house's own. */
  stationId: number | null
  /** Instructions. Written by this program, never by users. */
  system: string
  /** The matter, as JSON or plain text: data, never instructions. */
  data: string
  schema: ZodType<T>
  maxOutputTokens: number
  /** For everything together: queueing, retries, the asking again, the last byte of the answer. */
  deadlineMs: number
}

export type ModelAnswer<T> =
  | { ok: true; value: T }
  /** `detail` is for the log and the audit, in English; it never holds the key. */
  | { ok: false; reason: ModelFailure; detail: string }

/**
 * A language model that may phrase and select. `ask` never throws for weather; it rejects only when the house's own
 * budget or audit store fails, because what cannot be accounted for must not be sent.
 */
export interface ModelPort {
  /** The model's name, or "none": what a summary names as its author. */
  readonly name: string
  ask<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>>
}
