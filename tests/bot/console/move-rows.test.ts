import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { openStore } from '../../../prisma/open.js'
import { placeFromEnv } from '../../../prisma/place.js'
import { storeDirectory, temporaryDirectory } from '../../prisma/temporary-directory.js'

/** As the npm scripts run it, on the store in `dataDirectory`. */
function moveRows(
  dataDirectory: string,
  ...args: string[]
): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDirectory }
  const command = ['--import', 'tsx', 'bot/console/move-rows.ts', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    )
  })
}

test('a store is backed up, restored elsewhere, and not restored over', { timeout: 120_000 }, async () => {
  const [from, to] = [temporaryDirectory(), temporaryDirectory()]
  for (const data of [from, to]) await storeDirectory(path.join(data, 'store'))
  const file = path.join(temporaryDirectory(), '备份.gz')
  const source = await openStore(placeFromEnv({ DATA_DIR: from }))
  await source.prisma.commandOnce.create({ data: { key: '报名 H1', seq: 1 } })

  expect(await moveRows(from, 'backup', file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('正被另一个进程使用'),
  })
  await source.close()
  expect(await moveRows(from, 'backup', file)).toMatchObject({ status: 0, stdout: `已备份 1 行：${file}\n` })
  expect(await moveRows(to, 'restore', file)).toMatchObject({ status: 0, stdout: `已恢复 1 行：${file}\n` })
  expect(await moveRows(to, 'restore', file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('目标数据库里已有数据（CommandOnce），不能恢复。请换一个空的数据目录或数据库。\n'),
  })

  const target = await openStore(placeFromEnv({ DATA_DIR: to }))
  expect(await target.prisma.commandOnce.findMany()).toEqual([{ key: '报名 H1', seq: 1 }])
  await target.close()
})

test('without a file it says how it is used', async () => {
  expect(await moveRows(temporaryDirectory(), 'backup')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('npm run backup -- 文件名'),
  })
})
