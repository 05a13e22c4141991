import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { importRoster, readRosterOf } from '../../../bot/console/roster.js'
import { openStore, type Store } from '../../../prisma/open.js'
import { placeFromEnv } from '../../../prisma/place.js'
import { momentOf } from '../../../station/time/civil.js'
import { storeDirectory, temporaryDirectory } from '../../prisma/temporary-directory.js'
import { unsigned } from '../../prisma/unsigned.js'
import { atConsole } from './child.js'

const ROWS = 5000
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑'
const GIVEN = '文明国华建平志强海燕晓东春秋玉兰德才安宁'

/** All different: 20 surnames with 20 × 20 given names. */
const nameOf = (row: number): string =>
  SURNAMES[row % 20]! + GIVEN[Math.floor(row / 20) % 20]! + GIVEN[Math.floor(row / 400) % 20]!

function rosterOf(rows: number, employer = '市中医院'): string {
  const lines = Array.from({ length: rows }, (_, row) => `${nameOf(row)},区,医疗卫生,${employer}`)
  return ['姓名,级别,专业,单位', ...lines].join('\n')
}

/** A data directory whose store has one station and nobody in it. */
async function dataWithStation(): Promise<string> {
  const data = temporaryDirectory()
  await storeDirectory(path.join(data, 'store'))
  await inStore(data, async ({ prisma }) => {
    const district = await prisma.district.create({ data: { name: '鼓楼区' } })
    const columns = { districtId: district.id, profession: '医疗', levels: ['市', '区'] }
    await prisma.station.create({ data: { name: '鼓楼医疗', ...columns } })
  })
  return data
}

async function inStore<T>(data: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(placeFromEnv({ DATA_DIR: data }))
  return look(store).finally(() => store.close())
}

const countsIn = (data: string) =>
  inStore(data, async ({ prisma }) => ({
    people: await prisma.person.count(),
    members: await prisma.membership.count({ where: { state: 'agreed' } }),
    noted: await prisma.auditEntry.count(),
  }))

function fileOf(text: string): string {
  const file = path.join(temporaryDirectory(), '名册.csv')
  writeFileSync(file, text)
  return file
}

test('5,000 people are imported once, and none of them again', { timeout: 240_000 }, async () => {
  const data = await dataWithStation()
  const args = [fileOf(rosterOf(ROWS)), '--station', '鼓楼医疗']
  expect(await atConsole('import', data, args, '不\n')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /导入5000人：.*区5000.*\n新增5000、外站加入0、已有0[\s\S]*没有写入，一个人也没有改动/,
    ),
  })
  expect(await atConsole('import', data, args, '是\n')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('新增5000，更新0'),
    stderr: expect.stringMatching(/正在写入……\d+% [\s\S]*正在写入……100% 10000\/10000条\n$/),
  })
  expect(await countsIn(data)).toEqual({ people: ROWS, members: ROWS, noted: 2 * ROWS })
  expect(await atConsole('import', data, [...args, '--yes'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/新增0、外站加入0、已有5000[\s\S]*新增0，更新0/),
  })
  expect(await countsIn(data)).toEqual({ people: ROWS, members: ROWS, noted: 2 * ROWS })
})

test('an import that breaks off half-way leaves nothing', { timeout: 120_000 }, async () => {
  const data = await dataWithStation()
  const now = momentOf(Date.UTC(2026, 10, 23))
  await inStore(data, async ({ prisma }) => {
    const roster = await readRosterOf(prisma, '鼓楼医疗站', new TextEncoder().encode(rosterOf(ROWS)), now)
    let rows = 0
    const broken = importRoster(prisma, roster, now, unsigned, (written) => {
      rows += written
      if (rows > ROWS) throw new Error('the power is gone')
    })
    await expect(broken).rejects.toThrow('the power is gone')
  })
  expect(await countsIn(data)).toEqual({ people: 0, members: 0, noted: 0 })
})

test('faults are named by their lines, and nobody is imported', { timeout: 120_000 }, async () => {
  const data = await dataWithStation()
  const bad = fileOf(`${rosterOf(2)}\n,区\n陈静,镇\n`)
  expect(await atConsole('import', data, [bad, '--station', '鼓楼医疗', '--yes'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/第4行：缺姓名。\n第5行：级别不认识/),
  })
  expect(await atConsole('import', data, [bad, '--station', '鼓楼金融'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('没有“鼓楼金融”站，一个人也没有改动。现有：鼓楼医疗。\n'),
  })
  expect(await atConsole('import', data, ['没有.csv', '--station', '鼓楼医疗'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('ENOENT'),
  })
  expect(await atConsole('import', data, [bad])).toMatchObject({ status: 2 })
  expect(await countsIn(data)).toEqual({ people: 0, members: 0, noted: 0 })
})
