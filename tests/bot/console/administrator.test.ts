import path from 'node:path'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { type Appointed, appointAdministrator } from '../../../commands/people/appoint.js'
import { digestOf } from '../../../commands/people/code.js'
import { openStore } from '../../../prisma/open.js'
import { placeFromEnv } from '../../../prisma/place.js'
import { openSealer } from '../../../prisma/sealing.js'
import { parseMoment } from '../../../station/time/civil.js'
import { storeDirectory, temporaryDirectory } from '../../prisma/temporary-directory.js'
import { parseTranscript } from '../../replay/parse.js'
import { replay } from '../../replay/run.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'
import { atConsole } from './child.js'

test('a new code each time, one good at a time, and none while the bot has the store', {
  timeout: 120_000,
}, async () => {
  const data = temporaryDirectory()
  await storeDirectory(path.join(data, 'store'))
  const bot = await openStore(placeFromEnv({ DATA_DIR: data }))
  expect(await atConsole('administrator', data, ['鼓楼区', '何平'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('正被另一个进程使用'),
  })
  await bot.close()

  const first = await atConsole('administrator', data, ['鼓楼区', '何平'])
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('已设何平为鼓楼区的管理员') })
  const second = await atConsole('administrator', data, ['鼓楼', '何 平'])
  expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('何平已是鼓楼区的管理员') })
  const codes = [first, second].map(({ stdout }) => /我是何平 (\d{6})\n/.exec(stdout)?.[1])

  const store = await openStore(placeFromEnv({ DATA_DIR: data }))
  const sealer = openSealer({ keyFile: path.join(data, 'sealing.key') })
  const person = await store.prisma.person.findFirstOrThrow({ where: { name: '何平' } })
  const kept = await store.prisma.invitationCode.findMany({ orderBy: { id: 'asc' } })
  const now = new Date()
  expect(kept.map(({ digest, expiresAt }) => ({ digest, good: expiresAt > now }))).toEqual([
    { digest: digestOf(sealer, person.id, codes[0]!), good: false },
    { digest: digestOf(sealer, person.id, codes[1]!), good: true },
  ])
  expect(await store.prisma.person.count()).toBe(1)
  expect(await store.prisma.roleGrant.count()).toBe(1)
  await store.close()
})

test('what cannot be a district or a person is refused before anything is opened', async () => {
  const data = temporaryDirectory()
  const said = (...args: string[]) => atConsole('administrator', data, args)
  expect(await said('鼓楼区')).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run administrator --') })
  expect(await said('鼓楼区', '何主任')).toMatchObject({ status: 2, stderr: expect.stringContaining('带了称呼') })
  expect(await said('Gulou', '何平')).toMatchObject({ status: 2, stderr: expect.stringContaining('区名“Gulou”不对') })
})

describe('the first administrator', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage()
  })
  const appoint = (district: string, name: string, at = '2026-11-23 08:00'): Promise<Appointed> =>
    stage.prisma.$transaction((tx) =>
      appointAdministrator(tx, stage.services, parseMoment(at), { district, name, byName: '操作员' }),
    )
  const played = async (text: string) => {
    const result = await replay(parseTranscript(text), stage, '.')
    return result.failures
  }

  it('binds an account with the code and sets up the first station in a group', async () => {
    const first = await appoint('鼓楼区', '何平')
    const again = await appoint('鼓楼区', '何平', '2026-11-23 08:01')
    if (!first.ok || !again.ok) throw new Error('not appointed')
    expect(
      await played(`@now 2026-11-23 09:00
@room 教育代表群
何平 -> 助手: 我是何平 ${first.code}
何平 <- 邀请码不对或已过期*
何平 -> 助手: 我是何平 ${again.code}
何平 <- 已绑定：何平，您可以建站了。*在群里发“建站”*
路人: 建站
<!
何平: 建站
< 好的何平，建站的5个问题已私信您*
何平 <- 建站第1步*
何平 -> 助手: 鼓楼教育
何平 <- 第2步*
何平 -> 助手: 教育
何平 <- 第3步*
何平 -> 助手: 省市区
何平 <- 第4步*
何平 -> 助手: 跳过
何平 <- 第5步*
何平 -> 助手: 孙莉
何平 <- 鼓楼教育站已建好*
< 鼓楼教育站的群已启用*
何平: 站列表
< 鼓楼区1站*鼓楼教育*
`),
    ).toEqual([])
    expect(await stage.prisma.station.findMany({ select: { name: true, state: true } })).toEqual([
      { name: '鼓楼教育', state: 'open' },
    ])
  })

  it('is on record with the district and the role', async () => {
    await appoint('鼓楼区', '何平')
    const entries = await stage.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map(({ model, action, actorName }) => `${model} ${action} ${actorName}`)).toEqual(
      ['District', 'Person', 'RoleGrant', 'Station'].map((model) => `${model} 设管理员 操作员`),
    )
  })

  it('is somebody the district knows already, and nobody of another district', async () => {
    await stage.load(['秦淮医疗'])
    const people = await stage.prisma.person.count()
    expect(await appoint('秦淮区', '张敏')).toMatchObject({ ok: true, district: '秦淮', isNew: true })
    expect(await stage.prisma.person.count()).toBe(people)
    expect(await appoint('鼓楼区', '张敏')).toMatchObject({ ok: true, district: '鼓楼区', isNew: true })
    expect(await stage.prisma.person.count()).toBe(people + 1)
  })

  it('is not guessed among people of one name', async () => {
    await stage.load(['秦淮医疗'])
    const other = await stage.prisma.person.create({ data: { name: '张敏' } })
    const since = new Date('2026-01-01T00:00:00Z')
    await stage.prisma.membership.create({
      data: { stationId: 1, personId: other.id, kind: '特邀', state: 'agreed', since },
    })
    expect(await appoint('秦淮', '张敏')).toEqual({ ok: false, namesakes: 2 })
    expect(await stage.prisma.invitationCode.count()).toBe(0)
  })
})
