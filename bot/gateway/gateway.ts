import { randomBytes } from 'node:crypto'
import { quietWechaty } from '../chat/quiet-wechaty.js'
import { conversationFile, conversationInMemory } from './conversation-file.js'
import type { DeliveryFault, Faults } from './faults.js'
import { GrpcEndpoint } from './grpc-endpoint.js'
import { type Page, type PagePlace, startPage } from './page-server.js'
import { SimulatedPuppet } from './simulated-puppet.js'
import { World } from './world.js'
import type { WorldMessage } from './world-entry.js'
import type { WorldSpec } from './world-spec.js'

export interface GatewayOptions {
  world: WorldSpec
  /** Append-only file the conversation is kept in; in memory when left out. */
  conversationPath?: string
  /** Where the page is served; no page when left out. Port 0 takes any free one. */
  page?: PagePlace
  /**
   * Moves the simulated time for whoever keeps the real schedule, and resolves to the time reached when everything due on
   * the way has been done. Left out, only the clock moves.
   */
  moveClock?: (toMs: number) => Promise<number>
  log?: (line: string) => void
  wallNowMs?: () => number
}

export interface Gateway {
  endpoint: string
  token: string
  /** Null when no page was asked for. */
  url: string | null
  world: World
  faults: Faults
  say(fromId: string, thread: string, text: string, options?: SayOptions): WorldMessage
  sendFile(fromId: string, thread: string, file: { name: string; mimeType: string; bytes: Uint8Array }): WorldMessage
  fileBytes(messageId: string): Promise<Uint8Array | null>
  /** All connections are cut, and accepted again after `durationMs`. */
  disconnect(durationMs: number): Promise<void>
  stop(): Promise<void>
}

interface SayOptions {
  kind?: 'text' | 'groupNote'
  quoteId?: string
  fault?: DeliveryFault
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const log = options.log ?? (() => {})
  quietWechaty()
  const conversation = options.conversationPath
    ? conversationFile(options.conversationPath, log)
    : conversationInMemory()
  const world = new World(options.world, { ...conversation, wallNowMs: options.wallNowMs ?? Date.now })
  const bytes = { keep: conversation.keepBytes, of: conversation.bytes }
  const puppet = new SimulatedPuppet(world, bytes)
  puppet.on('error', (error) => log(`simulated puppet: ${error.gerror ?? error.data}`))
  const token = `insecure_${randomBytes(16).toString('hex')}`
  const endpoint = new GrpcEndpoint(puppet, token)

  const sendFile: Gateway['sendFile'] = (fromId, thread, file) => {
    const { name, mimeType } = file
    conversation.keepBytes(world.lastSeq + 1, file.bytes)
    const kind = mimeType.startsWith('image/') ? 'image' : 'file'
    return world.say(fromId, thread, { kind, text: name, file: { name, mimeType, sizeBytes: file.bytes.length } })
  }

  let page: Page | null = null
  if (options.page) {
    page = await startPage({
      ...options.page,
      world,
      sendFile,
      fileBytes: conversation.bytes,
      moveClock: async (toMs) => {
        const reachedMs = options.moveClock ? await options.moveClock(toMs) : toMs
        world.setNowMs(reachedMs)
      },
      log,
      botOnline: () => puppet.listenerCount('message') > 0,
    })
  }
  try {
    await endpoint.start()
  } catch (error) {
    await page?.close()
    throw error
  }

  return {
    endpoint: endpoint.address,
    token,
    url: page?.url ?? null,
    world,
    faults: puppet.faults,
    sendFile,
    say(fromId, thread, text, { fault, ...rest } = {}) {
      if (fault) puppet.faultNext(fault)
      return world.say(fromId, thread, { kind: 'text', text, ...rest })
    },
    fileBytes: async (messageId) => {
      const message = world.message(messageId)
      return message?.file ? await conversation.bytes(message.seq) : null
    },
    disconnect: (durationMs) => endpoint.disconnect(durationMs),
    async stop() {
      await page?.close()
      await endpoint.stop()
      await puppet.stop()
    },
  }
}
