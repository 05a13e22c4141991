import { APIConnectionError, APIError, APIUserAbortError } from 'openai'
import { AnswerTooLong } from './bounded-fetch.js'
import type { ModelFailure } from './port.js'

export interface Failure {
  reason: ModelFailure
  detail: string
  /** Worth another try within the same deadline, after this many milliseconds; null: it would fail again. */
  retryAfterMs: number | null
  /** The provider turned the request away, so nothing was charged; false: it may have been. */
  uncharged: boolean
}

const FIRST_PAUSE_MS = 250
/** HTTP statuses that say "not now" or "not at all"; every other 4xx means the request itself is at fault. */
const QUOTA = new Set([402, 429])
const TRY_AGAIN = new Set([408, 409, 425])

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 200)

const retryAfterMs = (error: APIError): number => {
  const seconds = Number(error.headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : FIRST_PAUSE_MS
}

const weather = (reason: ModelFailure, detail: string, retryAfterMs: number | null = null): Failure => ({
  reason,
  detail: oneLine(detail),
  retryAfterMs,
  uncharged: false,
})

const statusFailure = (error: APIError, status: number): Failure => {
  const detail = `HTTP ${status}: ${error.message}`
  if (QUOTA.has(status)) {
    const exhausted = status === 402 || /insufficient|exceeded your current|balance/iu.test(`${error.code} ${detail}`)
    return { ...weather('quota', detail, exhausted ? null : retryAfterMs(error)), uncharged: true }
  }
  if (status >= 500 || TRY_AGAIN.has(status)) return weather('unreachable', detail, retryAfterMs(error))
  return { ...weather('refused', detail), uncharged: true }
}

/**
 * What a thrown thing means. The client lets more than its own errors through: a cut body is undici's TypeError, a body
 * that is no JSON a SyntaxError. Whatever else a server provokes is garbage, told in the audit by its message.
 */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof APIUserAbortError || (error instanceof Error && error.name === 'AbortError')) {
    return weather('timeout', 'the deadline passed')
  }
  if (error instanceof APIConnectionError) {
    const cause = error.cause instanceof Error ? error.cause : error
    return weather('unreachable', cause.message, FIRST_PAUSE_MS)
  }
  if (error instanceof APIError && typeof error.status === 'number') return statusFailure(error, error.status)
  if (error instanceof TypeError && !(error.cause instanceof AnswerTooLong)) return weather('cut', error.message)
  return weather('garbage', error instanceof Error ? error.message : String(error))
}
