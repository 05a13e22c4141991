import { describe, expect, it } from 'vitest'
import { channelError, isNotFound } from '../../../bot/chat/channel-outcome.js'
import { ChannelError } from '../../../bot/chat/port.js'

const grpc = (code: number, details: string): Error => Object.assign(new Error(`${code} X: ${details}`), { code })

describe('what may have become of a message', () => {
  it.each([
    ['refused', grpc(2, 'the network refuses this message\n    at handler (server.js:1)')],
    ['refused', grpc(3, 'invalid argument')],
    ['refused', grpc(16, 'Invalid Wechaty TOKEN "x"')],
    ['unknown', grpc(1, 'Cancelled on client')],
    ['unknown', grpc(4, 'Deadline exceeded')],
    ['unknown', grpc(13, 'Received RST_STREAM with code 2')],
    ['unknown', grpc(14, 'Connection dropped')],
    ['unreachable', grpc(14, 'No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1')],
    ['unreachable', grpc(14, 'Name resolution failed for target dns:nowhere')],
    ['unreachable', new Error('no grpc manager')],
  ])('%s: %s', (outcome, error) => {
    expect(channelError('message', error).outcome).toBe(outcome)
  })

  it('keeps an outcome that is known already, and the stack of the gateway out of the message', () => {
    const known = new ChannelError('unknown', 'no answer')
    expect(channelError('message', known)).toBe(known)
    expect(channelError('message', grpc(2, 'no\n    at handler (server.js:1)')).message).toBe('message: 2 X: no')
  })

  it.each([
    [true, grpc(5, 'gone')],
    [true, grpc(2, 'message abc not found')],
    [true, grpc(2, '消息不存在')],
    [false, grpc(2, 'busy\n    at notFound (server.js:1)')],
    [false, grpc(14, 'Connection dropped')],
  ])('not found is %s: %s', (expected, error) => {
    expect(isNotFound(error)).toBe(expected)
  })
})
