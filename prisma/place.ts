import type { StorePlace } from './open-pool.js'

/** DATABASE_URL names a server; without it the store lives in DATA_DIR (default `data`) of this machine. */
export function placeFromEnv(env: NodeJS.ProcessEnv): StorePlace {
  return env.DATABASE_URL ? { url: env.DATABASE_URL } : { dir: `${env.DATA_DIR || 'data'}/store` }
}
