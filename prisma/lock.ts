import { createHash, randomUUID } from 'node:crypto'
import { realpathSync, renameSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { StoreError } from './store-error.js'

/**
 * One process per data directory: two would each lose rows the other has acknowledged.
 *
 * Held by listening on a local socket named after the directory, which the kernel frees however the process dies; a pid
 * file would survive kill -9. It guards one machine: containers that share a volume do not see each other's sockets.
 *
 * @returns frees the directory
 * @throws StoreError in-use
 */
export async function lockDirectory(
  directory: string,
  platform: NodeJS.Platform = process.platform,
): Promise<() => Promise<void>> {
  const id = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 32)
  const server = await claim(address(id, platform), directory, platform)
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

function address(id: string, platform: NodeJS.Platform): string {
  // Linux's abstract names leave no file behind and do not depend on TMPDIR, which service managers make private.
  if (platform === 'linux') return `\0liaison-store-${id}`
  if (platform === 'win32') return `\\\\.\\pipe\\liaison-store-${id}`
  return path.join(os.tmpdir(), `liaison-store-${id}.sock`)
}

async function claim(name: string, directory: string, platform: NodeJS.Platform): Promise<net.Server> {
  const inUse = new StoreError({ code: 'in-use', directory })
  try {
    return await listen(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (platform === 'linux' || platform === 'win32') throw inUse
  }
  // A socket file outlives a killed process. It is moved aside before it is judged, since only one process can move it:
  // two that both find it dead must not delete each other's new one.
  const aside = `${name}.${randomUUID().slice(0, 8)}`
  try {
    renameSync(name, aside)
  } catch {
    throw inUse // another process is taking it over at this moment
  }
  if (await answers(aside)) {
    renameSync(aside, name)
    throw inUse
  }
  rmSync(aside, { force: true })
  return listen(name).catch(() => {
    throw inUse
  })
}

function listen(name: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(name, () => resolve(server))
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(name, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
