import { z } from 'zod'
import type { TokenUse } from './audit.js'
import type { Failure } from './failure-of.js'

/**
 * As much of a chat completion as is relied on. Compatible servers send HTML with status 200, `choices: []` or an error
 * object in its place, and the client passes all of them on.
 */
const completionShape = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
})

export type Completion = { text: string; tokens: TokenUse | null }

const failed = (reason: Failure['reason'], detail: string): { failure: Failure } => ({
  failure: { reason, detail, retryAfterMs: null, uncharged: false },
})

/** Only an answer that ended of its own accord counts: `finish_reason` must be "stop". */
export const readCompletion = (body: unknown): { completion: Completion } | { failure: Failure } => {
  const read = completionShape.safeParse(body)
  if (!read.success) return failed('garbage', 'the server sent no completion')
  const { finish_reason: finish, message } = read.data.choices[0]!
  if (message.refusal) return failed('refused', `the model refused: ${message.refusal.slice(0, 120)}`)
  if (finish === 'content_filter') return failed('refused', 'the provider filtered the answer')
  if (finish === 'length' || finish == null) return failed('cut', `finish_reason is ${finish ?? 'missing'}`)
  if (finish !== 'stop') return failed('garbage', `finish_reason is ${finish.slice(0, 40)}`)
  const usage = read.data.usage
  return {
    completion: {
      text: message.content ?? '',
      tokens: usage == null ? null : { prompt: usage.prompt_tokens, completion: usage.completion_tokens },
    },
  }
}
