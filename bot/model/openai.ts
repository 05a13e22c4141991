import OpenAI from 'openai'
import type { ZodType } from 'zod'
import type { Moment } from '../../station/time/civil.js'
import type { ModelMessage, ModelRecord, TokenUse } from './audit.js'
import { boundedFetch } from './bounded-fetch.js'
import { estimateTokens, type ModelBudget, type Reservation } from './budget.js'
import { readCompletion } from './completion.js'
import { type Failure, failureOf } from './failure-of.js'
import { readJsonAnswer } from './json-answer.js'
import { noModel } from './no-model.js'
import type { ModelAnswer, ModelFailure, ModelPort, ModelRequest } from './port.js'
import { type AnswerFormat, correction, formatInstruction, responseFormat } from './prompt-format.js'

export interface OpenAiSettings {
  /** Absent or empty: no model. Servers without keys take any word. */
  apiKey?: string | undefined
  /** Any compatible server, with its path: "https://api.deepseek.com/v1". Absent: OpenAI's own. */
  baseURL?: string | undefined
  model: string
  format: AnswerFormat
  /** What the server calls the limit of its answer; only OpenAI's newest models want the second. */
  limitField: 'max_tokens' | 'max_completion_tokens'
}

export interface ModelSurroundings {
  budget: ModelBudget
  record: ModelRecord
  /** Applied to every message sent, instructions included. Masking twice must change nothing. */
  mask(text: string): string
  now(): Moment
}

const ROUNDS = 2
const MAX_RETRIES = 2
const MAX_ANSWER_BYTES = 400_000
const DETAIL_CHARS = 300

type Outcome = { ok: true; text: string; tokens: TokenUse | null } | { ok: false; failure: Failure }

/** A model behind the Chat Completions of any compatible server; `noModel` where no key is set. */
export const openModel = (settings: OpenAiSettings | null, surroundings: ModelSurroundings): ModelPort =>
  settings?.apiKey ? new OpenAiModel({ ...settings, apiKey: settings.apiKey }, surroundings) : noModel

/**
 * Not streamed: nobody watches the words arrive, and the deadline holds for the body as well. The client's own timeout
 * is per attempt and ends with the headers, so it is not used; nor are its retries, which sleep past an abort.
 */
class OpenAiModel implements ModelPort {
  readonly name: string
  readonly #client: OpenAI

  constructor(
    readonly settings: OpenAiSettings & { apiKey: string },
    readonly surroundings: ModelSurroundings,
  ) {
    this.name = settings.model
    this.#client = new OpenAI({
      apiKey: settings.apiKey,
      // null, or the client would read OPENAI_BASE_URL and its like by itself
      baseURL: settings.baseURL || 'https://api.openai.com/v1',
      organization: null,
      project: null,
      maxRetries: 0,
      fetch: boundedFetch(MAX_ANSWER_BYTES),
      logLevel: 'off',
    })
  }

  async ask<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> {
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), request.deadlineMs)
    try {
      return await this.#rounds(request, deadline.signal)
    } finally {
      clearTimeout(timer)
      deadline.abort()
    }
  }

  async #rounds<T>(request: ModelRequest<T>, deadline: AbortSignal): Promise<ModelAnswer<T>> {
    const { mask } = this.surroundings
    const messages: ModelMessage[] = [
      { role: 'system', content: mask(`${request.system}\n\n${formatInstruction(request.schema)}`) },
      { role: 'user', content: mask(request.data) },
    ]
    let last: ModelAnswer<T> = failed('garbage', 'nothing was asked')
    for (let round = 1; round <= ROUNDS; round++) {
      const answer = await this.#round(request, round, messages, deadline)
      if (answer.ok || answer.text === null) return answer.ok ? answer : failed(answer.reason, answer.detail)
      last = failed(answer.reason, answer.detail)
      messages.push(
        { role: 'assistant', content: mask(answer.text) },
        { role: 'user', content: mask(correction(answer.detail)) },
      )
    }
    return last
  }

  /** `text` of a failure: an answer that can be put right by asking again; null: it cannot. */
  async #round<T>(
    request: ModelRequest<T>,
    round: number,
    messages: readonly ModelMessage[],
    deadline: AbortSignal,
  ): Promise<{ ok: true; value: T } | { ok: false; reason: ModelFailure; detail: string; text: string | null }> {
    const { budget, record, now } = this.surroundings
    const about = { purpose: request.purpose, stationId: request.stationId, model: this.name, round }
    const reservation: Reservation = {
      day: now().toPlainDate().toString(),
      stationId: request.stationId,
      tokens: estimateTokens(messages.map(({ content }) => content).join('\n')) + request.maxOutputTokens,
    }
    if (!(await budget.reserve(reservation))) {
      return { ...failed('budget', `no allowance for ${reservation.tokens} tokens`), text: null }
    }
    await record({ ...about, at: now(), step: 'asked', messages: [...messages], reservedTokens: reservation.tokens })
    const outcome = await this.#untilDeadline(this.#send(request, messages, deadline), deadline)
    const judged = judge(outcome, request.schema)
    await record({
      ...about,
      at: now(),
      step: 'answered',
      outcome: judged.ok ? 'ok' : judged.reason,
      text: outcome.ok ? outcome.text : null,
      detail: judged.ok ? null : judged.detail,
      tokens: outcome.ok ? outcome.tokens : null,
    })
    const used = usedTokens(outcome)
    if (used !== null) await budget.settle(reservation, used)
    return judged
  }

  async #send<T>(request: ModelRequest<T>, messages: readonly ModelMessage[], deadline: AbortSignal): Promise<Outcome> {
    const body = {
      model: this.settings.model,
      messages: [...messages],
      [this.settings.limitField]: request.maxOutputTokens,
      ...responseFormat(this.settings.format, request.purpose, request.schema),
    }
    for (let retry = 0; ; retry++) {
      const failure = await this.#attempt(body, deadline)
      if ('text' in failure) return failure
      if (failure.retryAfterMs === null || retry === MAX_RETRIES) return { ok: false, failure }
      await pause(failure.retryAfterMs * 2 ** retry, deadline)
      if (deadline.aborted) return { ok: false, failure }
    }
  }

  async #attempt(
    body: OpenAI.ChatCompletionCreateParamsNonStreaming,
    deadline: AbortSignal,
  ): Promise<Extract<Outcome, { ok: true }> | Failure> {
    try {
      const answer: unknown = await this.#client.chat.completions.create(body, { signal: deadline })
      const read = readCompletion(answer)
      return 'failure' in read ? read.failure : { ok: true, ...read.completion }
    } catch (error) {
      return failureOf(error)
    }
  }

  /** The abort reaches the socket, but the answer must not depend on how soon that is noticed. */
  async #untilDeadline(work: Promise<Outcome>, deadline: AbortSignal): Promise<Outcome> {
    const timeout: Outcome = {
      ok: false,
      failure: { reason: 'timeout', detail: 'the deadline passed', retryAfterMs: null, uncharged: false },
    }
    if (deadline.aborted) return timeout
    return new Promise((resolve, reject) => {
      deadline.addEventListener('abort', () => resolve(timeout), { once: true })
      work.then(resolve, reject)
    })
  }
}

/** null: nobody knows, so the whole reservation stays taken. */
const usedTokens = (outcome: Outcome): number | null => {
  if (!outcome.ok) return outcome.failure.uncharged ? 0 : null
  return outcome.tokens === null ? null : outcome.tokens.prompt + outcome.tokens.completion
}

const failed = (reason: ModelFailure, detail: string): { ok: false; reason: ModelFailure; detail: string } => ({
  ok: false,
  reason,
  detail: detail.slice(0, DETAIL_CHARS),
})

const judge = <T>(
  outcome: Outcome,
  schema: ZodType<T>,
): { ok: true; value: T } | { ok: false; reason: ModelFailure; detail: string; text: string | null } => {
  if (!outcome.ok) return { ...failed(outcome.failure.reason, outcome.failure.detail), text: null }
  const json = readJsonAnswer(outcome.text)
  if (!json.ok) return { ...failed('garbage', json.problem), text: outcome.text }
  const parsed = schema.safeParse(json.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problem = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`)
    .join('; ')
  return { ...failed('garbage', problem), text: outcome.text }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
