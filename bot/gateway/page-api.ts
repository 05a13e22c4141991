import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { copy } from './copy.js'
import type { Gateway } from './gateway.js'
import { MAX_FILE_BYTES } from './simulated-puppet.js'
import { type World, WorldError } from './world.js'

export interface PageApiOptions {
  world: World
  sendFile: Gateway['sendFile']
  fileBytes: (messageSeq: number) => Promise<Uint8Array | null>
  /** Resolves to an error sentence, or null when the clock has moved. */
  moveClock: (toMs: number) => Promise<string | null>
}

const MAX_TEXT_LENGTH = 20_000
const message = z.object({
  as: z.string(),
  thread: z.string(),
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  kind: z.enum(['text', 'groupNote']).default('text'),
  quoteId: z.string().optional(),
})
const recall = z.object({ as: z.string(), messageId: z.string() })
const clock = z.object({ toMs: z.number().int() })
const upload = z.object({ as: z.string(), thread: z.string(), name: z.string().min(1) })

/** Raster pictures only: anything else could carry a script and is handed over as a download. */
const SHOWN_INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** What the page asks the gateway to do. */
export function pageApi({ world, sendFile, fileBytes, moveClock }: PageApiOptions): Hono {
  const api = new Hono()

  api.onError((error, c) => {
    const theirs = error instanceof WorldError || error instanceof z.ZodError || error instanceof SyntaxError
    if (!theirs) throw error
    return c.json({ error: copy.badRequest }, 400)
  })

  api.use(bodyLimit({ maxSize: MAX_FILE_BYTES, onError: (c) => c.json({ error: copy.tooLarge }, 413) }))

  api.post('/messages', async (c) => {
    const { as, thread, ...draft } = message.parse(await c.req.json())
    return c.json({ id: world.say(as, thread, draft).id })
  })

  api.post('/files', async (c) => {
    const { as, thread, name } = upload.parse(c.req.query())
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (bytes.length === 0) return c.json({ error: copy.emptyFile }, 400)
    const mimeType = c.req.header('content-type') || 'application/octet-stream'
    return c.json({ id: sendFile(as, thread, { name: plainName(name), mimeType, bytes }).id })
  })

  api.post('/recall', async (c) => {
    const { as, messageId } = recall.parse(await c.req.json())
    world.recall(as, messageId)
    return c.json({})
  })

  api.post('/clock', async (c) => {
    const error = await moveClock(clock.parse(await c.req.json()).toMs)
    return error === null ? c.json({ nowMs: world.nowMs() }) : c.json({ error }, 409)
  })

  api.get('/files/:id', async (c) => {
    const found = world.message(c.req.param('id'))
    const bytes = found?.file && !world.isRecalled(found.id) ? await fileBytes(found.seq) : null
    if (!found?.file || !bytes) return c.json({ error: copy.notThere }, 404)
    const inline = SHOWN_INLINE.has(found.file.mimeType)
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': inline ? found.file.mimeType : 'application/octet-stream',
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.file.name)}`,
      'Cache-Control': 'private, max-age=86400, immutable',
    })
  })

  return api
}

/** A name without folders, control characters or excess. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-120) || '文件'
}
