import type { MiddlewareHandler } from 'hono'
import { copy } from './copy.js'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const READING = new Set(['GET', 'HEAD'])

/**
 * Keeps other web sites open in the visitor's browser from reading or writing here. A page served on loopback answers only
 * to loopback names (a foreign name that points here is DNS rebinding); whatever changes something must come from the page.
 */
export function sameOrigin(servedOn: string): MiddlewareHandler {
  const onLoopback = LOOPBACK.has(servedOn) || servedOn === '::1'
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    const named = host.replace(/:\d+$/, '')
    if (onLoopback && !LOOPBACK.has(named)) return c.json({ error: copy.foreignOrigin }, 403)
    if (!READING.has(c.req.method) && !ownOrigin(c.req.header('origin'), c.req.header('sec-fetch-site'), host)) {
      return c.json({ error: copy.foreignOrigin }, 403)
    }
    return await next()
  }
}

/** Browsers name the origin of everything they post; a program that names none is not a browser and has no visitor's cookies. */
function ownOrigin(origin: string | undefined, fetchSite: string | undefined, host: string): boolean {
  if (origin !== undefined) return origin === `http://${host}`
  return fetchSite === undefined || fetchSite === 'same-origin'
}
