import process from 'node:process'
import pg from 'pg'
import type { OpenPool } from './pglite.js'
import { StoreError } from './store-error.js'

const CONNECT_TIMEOUT_MS = 10_000

/** Settings under which a server would be misread, and the only value that is right. */
const REQUIRED = [
  // Under another zone the adapter reads timestamptz hours off: it ignores the offset (prisma/orm#26786, #28629).
  { setting: 'TimeZone', needed: 'UTC' },
  // Chinese text needs a Unicode database; SQL_ASCII would count and cut bytes.
  { setting: 'server_encoding', needed: 'UTF8' },
]

/**
 * @param url postgres://user:password@host:port/database; the password is in no error
 * @throws StoreError bad-url, unreachable, refused, unfit-server
 */
export async function openServer(url: string): Promise<OpenPool> {
  const place = readPlace(url)
  const pool = new pg.Pool({
    connectionString: url,
    options: '-c timezone=UTC',
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  // Options are printed by whoever logs a pool.
  Object.defineProperty(pool.options, 'connectionString', { value: url, enumerable: false })
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', (error) => process.emitWarning(`an idle connection to the store broke: ${error.message}`))
  try {
    await checkSettings(pool)
    return { pool, close: () => pool.end() }
  } catch (error) {
    await pool.end()
    throw error instanceof StoreError ? error : connectionError(error, place)
  }
}

type Place = { host: string; port: string; database: string; user: string }

function readPlace(url: string): Place {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol !== 'postgres:' && parsed?.protocol !== 'postgresql:') throw new StoreError({ code: 'bad-url' })
  return {
    host: parsed.hostname || parsed.searchParams.get('host') || 'localhost',
    port: parsed.port || '5432',
    database: decodeURIComponent(parsed.pathname.slice(1)),
    user: decodeURIComponent(parsed.username),
  }
}

async function checkSettings(pool: pg.Pool): Promise<void> {
  for (const { setting, needed } of REQUIRED) {
    const { rows } = await pool.query<{ found: string }>('select current_setting($1) as found', [setting])
    const found = rows[0]!.found
    if (found !== needed) throw new StoreError({ code: 'unfit-server', setting, found, needed })
  }
}

/** A server's answer carries a five-character SQLSTATE; everything else never reached it. */
function connectionError(error: unknown, { host, port, database, user }: Place): StoreError {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof pg.DatabaseError && code) {
    return new StoreError({ code: 'refused', host, port, database, user, reason: code }, { cause: error })
  }
  return new StoreError({ code: 'unreachable', host, port, reason: code ?? message }, { cause: error })
}
