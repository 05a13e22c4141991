import path from 'node:path'
import { memoryPglite, type OpenPool, openPglite } from './pglite.js'
import { openServer } from './server.js'

/** Where the rows are: a server's address, a directory of this machine, or this process's memory. The first given wins. */
export interface StorePlace {
  url?: string | undefined
  dir?: string | undefined
  memory?: boolean | undefined
}

/** The bare store, its migrations untouched: for moving rows. @throws StoreError */
export function openPool({ url, dir, memory }: StorePlace): Promise<OpenPool> {
  if (url) return openServer(url)
  if (dir) return openPglite(path.resolve(dir))
  if (memory) return memoryPglite()
  throw new TypeError('a store needs url, dir or memory')
}
