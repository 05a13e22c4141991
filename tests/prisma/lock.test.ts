import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockDirectory } from '../../prisma/lock.js'
import { openPglite } from '../../prisma/pglite.js'
import { startChild } from './child.js'
import { storeDirectory, temporaryDirectory } from './temporary-directory.js'

const inUse = expect.objectContaining({ code: 'in-use' })

test('a second process is refused, and gets the directory once the first was killed', async () => {
  const directory = await storeDirectory()
  const first = startChild(new URL('./children/hold.ts', import.meta.url), [directory])
  expect(await first.lines.next()).toMatchObject({ value: 'open' })

  const second = startChild(new URL('./children/hold.ts', import.meta.url), [directory])
  expect(await second.lines.next()).toMatchObject({ value: 'refused in-use' })
  expect((await second.ended).status).toBe(0)

  first.process.kill('SIGKILL')
  expect((await first.ended).signal).toBe('SIGKILL')
  const { close } = await openPglite(directory)
  await close()
})

// 'darwin' stands for every system that only has socket files.
test.each(['linux', 'darwin'] as const)('one holder at a time, by any path to the directory (%s)', async (platform) => {
  const directory = temporaryDirectory()
  const alias = path.join(temporaryDirectory(), 'alias')
  symlinkSync(directory, alias)
  const unlock = await lockDirectory(directory, platform)
  await expect(lockDirectory(directory, platform)).rejects.toEqual(inUse)
  await expect(lockDirectory(alias, platform)).rejects.toEqual(inUse)
  await unlock()
  const again = await lockDirectory(alias, platform)
  await again()
})

test('other directories are free meanwhile', async () => {
  const unlocks = await Promise.all([temporaryDirectory(), temporaryDirectory()].map((each) => lockDirectory(each)))
  expect(unlocks).toHaveLength(2)
  await Promise.all(unlocks.map((unlock) => unlock()))
})

test('of many that find the socket file of a killed process, exactly one takes over', async () => {
  const directory = temporaryDirectory()
  const socketFile = leaveStaleSocket(directory)
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(directory, 'darwin')))
  const holders = attempts.filter((attempt) => attempt.status === 'fulfilled')
  expect(holders).toHaveLength(1)
  expect(existsSync(socketFile)).toBe(true)
  await expect(lockDirectory(directory, 'darwin')).rejects.toEqual(inUse)
  await holders[0]!.value()
})

/** A file that nobody listens on, as kill -9 leaves it. */
function leaveStaleSocket(directory: string): string {
  const id = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 32)
  const file = path.join(os.tmpdir(), `liaison-store-${id}.sock`)
  const script = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', script, file])
  expect(existsSync(file)).toBe(true)
  onTestFinished(() => rmSync(file, { force: true }))
  return file
}
