import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { copy } from './copy.js'
import { EventFeed } from './event-feed.js'
import { type PageApiOptions, pageApi } from './page-api.js'
import { pageAssets } from './page-assets.js'
import { sameOrigin } from './same-origin.js'

export interface PagePlace {
  /** Loopback when left out: whoever reaches the page may speak as anybody. */
  host?: string | undefined
  /** 0: any free one. */
  port: number
}

export interface PageOptions extends Omit<PageApiOptions, 'moveClock'>, PagePlace {
  moveClock: (toMs: number) => Promise<void>
  botOnline: () => boolean
  log: (line: string) => void
}

export interface Page {
  url: string
  close(): Promise<void>
}

const DAY_MS = 24 * 3600 * 1000
const FARTHEST_MOVE_MS = 400 * DAY_MS

/** The simulated chat as a web page. Rejects with one sentence for the person at the terminal when it cannot be served. */
export async function startPage(options: PageOptions): Promise<Page> {
  const { world, host = '127.0.0.1', port } = options
  let movingToMs: number | null = null
  const feed = new EventFeed(world, () => ({ botOnline: options.botOnline(), movingToMs }))

  const moveClock = async (toMs: number): Promise<string | null> => {
    if (movingToMs !== null) return copy.clockBusy
    if (toMs <= world.nowMs()) return copy.clockBackwards
    if (toMs > world.nowMs() + FARTHEST_MOVE_MS) return copy.clockTooFar
    movingToMs = toMs
    feed.statusMayHaveChanged()
    try {
      await options.moveClock(toMs)
      return null
    } catch (error) {
      options.log(`clock: ${error instanceof Error ? error.message : error}`)
      return copy.clockFailed
    } finally {
      movingToMs = null
      feed.statusMayHaveChanged()
    }
  }

  const { assets, contentSecurityPolicy } = pageAssets()
  const app = new Hono()
  app.use(sameOrigin(host))
  app.use(async (c, next) => {
    await next()
    c.header('Content-Security-Policy', contentSecurityPolicy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
  })
  app.get('/events', (c) => feed.serve(c))
  app.route('/api', pageApi({ ...options, moveClock }))
  app.get('*', (c) => {
    const asset = assets.get(c.req.path)
    if (!asset) return c.notFound()
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' })
  })

  const server = createAdaptorServer({ fetch: app.fetch })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    feed.close()
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(taken ? copy.portTaken(host, port) : copy.pageFailed(host, port, reason), { cause: error })
  }
  const address = server.address()
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const shownPort = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${shownHost}:${shownPort}`,
    async close() {
      feed.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
