import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { MIME } from '../../commands/press.js'
import type { Calendar } from '../../station/document/calendar.js'
import { copy } from '../copy.js'
import { SettingError, type Settings } from '../settings.js'

export interface CalendarFeed {
  port: number
  close(): Promise<void>
}

export interface FeedParts {
  /** Port 0: any free one. */
  place: { host: string; port: number }
  /** The calendar behind the secret of an address; null: there is none. */
  find(token: string): Promise<Calendar | null>
  write(calendar: Calendar): Uint8Array
  failed(error: unknown): void
}

/** Where phones find the calendars, with a slash at its end; null: they are not served. */
export function feedUrlOf({ FEED_HOST: host, FEED_PORT: port, FEED_URL: url }: Settings): string | null {
  if (port === undefined) return null
  if (url) return `${url.replace(/\/*$/, '')}/`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
}

/** Calendars ask often, and nobody plans by the minute. */
const FRESH_SECONDS = 900

/**
 * Serves GET /calendar/SECRET.ics and nothing else. The secret is the only key: it is never logged, never guessed at (a
 * wrong one and a missing one answer alike), and the answer must not be kept by anybody in between.
 */
export async function startCalendarFeed({ place, find, write, failed }: FeedParts): Promise<CalendarFeed> {
  const app = new Hono()
  app.get('/calendar/:file{[A-Za-z0-9_-]{16,64}\\.ics}', async (c) => {
    const calendar = await find(c.req.param('file').slice(0, -'.ics'.length))
    if (!calendar) return c.notFound()
    return c.body(Buffer.from(write(calendar)), 200, {
      'Content-Type': MIME.ics,
      'Cache-Control': `private, max-age=${FRESH_SECONDS}`,
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    })
  })
  app.onError((error, c) => {
    failed(error)
    return c.text('', 500)
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(place.port, place.host, resolve)
    })
  } catch (error) {
    throw new SettingError('FEED_PORT', `${place.host}:${place.port}`, copy.feedPlace((error as Error).message))
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
