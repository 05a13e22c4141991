import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Asset {
  body: string
  type: string
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Served as they lie in node_modules: the import map of the page names them. */
const VENDOR = { 'preact.js': 'preact', 'hooks.js': 'preact/hooks', 'htm.js': 'htm' }

/** Everything the page consists of, by path; nothing outside this table is ever served from the disk. */
export function pageAssets(): { assets: Map<string, Asset>; contentSecurityPolicy: string } {
  const assets = new Map<string, Asset>()
  const folder = fileURLToPath(new URL('./page/', import.meta.url))
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)]
    if (type) assets.set(name === 'index.html' ? '/' : `/page/${name}`, { body: read(`${folder}${name}`), type })
  }
  const require = createRequire(import.meta.url)
  for (const [name, specifier] of Object.entries(VENDOR)) {
    const path = require.resolve(specifier).replace(/htm\.js$/, 'htm.mjs')
    assets.set(`/vendor/${name}`, { body: read(path), type: TYPES['.js']! })
  }
  return { assets, contentSecurityPolicy: policy(assets.get('/')?.body ?? '') }
}

function read(path: string): string {
  // Their source maps are not served.
  return readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
}

/** The import map is the only script written into the page itself: it is let in by its hash. */
function policy(html: string): string {
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(importMap).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
