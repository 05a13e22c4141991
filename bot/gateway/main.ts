import { type Gateway, startGateway } from './gateway.js'
import { type FromChild, type FromParent, fromParent } from './protocol.js'

/** The simulated gateway as a process of its own: see `spawn.ts`, which starts it and speaks with it. */

const tell = (message: FromChild): void => {
  // A parent that is gone needs no telling: 'disconnect' ends this process.
  if (process.connected) process.send?.(message)
}

let gateway: Gateway | null = null
let moving: { resolve(nowMs: number): void; reject(error: Error): void } | null = null

async function start(order: Extract<FromParent, { type: 'world' }>): Promise<void> {
  const { world, page, conversationPath } = order
  try {
    gateway = await startGateway({
      world,
      ...(page && { page }),
      ...(conversationPath !== undefined && { conversationPath }),
      log: (line) => tell({ type: 'log', line }),
      moveClock: (advanceToMs) =>
        new Promise((resolve, reject) => {
          moving = { resolve, reject }
          tell({ type: 'clock', advanceToMs })
        }),
    })
    const { endpoint, token, url } = gateway
    tell({ type: 'ready', endpoint, token, url, nowMs: gateway.world.nowMs() })
  } catch (error) {
    tell({ type: 'failed', sentence: error instanceof Error ? error.message : String(error) })
    process.disconnect()
  }
}

process.on('message', (message) => {
  const order = fromParent.parse(message)
  if (order.type === 'world') void start(order)
  if (order.type === 'clockNow') gateway?.world.setNowMs(order.nowMs)
  if (order.type === 'clockMoved') moving?.resolve(order.nowMs)
  if (order.type === 'clockFailed') moving?.reject(new Error(order.reason))
})

// Ctrl-C reaches every process at the terminal at once; the bot says its last words through us, so we leave after it.
process.on('SIGINT', () => {})
process.on('disconnect', () => {
  const leaving = gateway?.stop() ?? Promise.resolve()
  leaving.finally(() => process.exit(0)).catch(() => process.exit(1))
})
