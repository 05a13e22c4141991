import { ChannelError } from './port.js'

/** gRPC status → what may have become of a message. Codes: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const OUTCOME_OF_CODE: Record<number, ChannelError['outcome']> = {
  1: 'unknown', // CANCELLED: the line was cut while we waited
  2: 'refused', // UNKNOWN: what the gateway answers when its own handler threw
  4: 'unknown', // DEADLINE_EXCEEDED
  13: 'unknown', // INTERNAL: a broken stream as often as a bug
  14: 'unknown', // UNAVAILABLE: the line broke; whether before or after, nobody knows
}

/** UNAVAILABLE that says the request never left: safe to send again. */
const NEVER_LEFT = /No connection established|Name resolution failed|ECONNREFUSED|No grpc manager|NO CLIENT/i

export function channelError(doing: string, error: unknown): ChannelError {
  if (error instanceof ChannelError) return error
  // Gateways put the whole stack of their own error into the message.
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
  return new ChannelError(outcomeOf(error, message), `${doing}: ${message}`, { cause: error })
}

function outcomeOf(error: unknown, message: string): ChannelError['outcome'] {
  if (NEVER_LEFT.test(message)) return 'unreachable'
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  // An error without a status arose on our side of the line, before anything was handed over.
  if (typeof code !== 'number') return 'unreachable'
  return OUTCOME_OF_CODE[code] ?? 'refused'
}

/** The gateway answered, and the answer is that it has no such thing. */
export function isNotFound(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : ''
  return code === 5 || /not.?found|no such|does not exist|不存在/i.test(message.split('\n')[0] ?? '')
}
