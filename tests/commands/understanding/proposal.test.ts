import { beforeEach, expect, it } from 'vitest'
import { noModel } from '../../../bot/model/no-model.js'
import type { ModelPort } from '../../../bot/model/port.js'
import { proposer } from '../../../bot/model/propose-line.js'
import { servicesOf } from '../../../bot/services.js'
import { emptyStore } from '../../../prisma/empty.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { openSealer } from '../../../prisma/sealing.js'
import { memoryFeeds } from '../../replay/memory-feeds.js'
import { memoryShelf } from '../../replay/memory-shelf.js'
import { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'

const theatre = useTheatre()
const asked: string[] = []
let answer: string | null | 'down' = null

/** Answers what the test says, and remembers what it was sent. */
const model: ModelPort = {
  name: 'imagined',
  ask: async ({ data, schema }) => {
    asked.push(data)
    if (answer === 'down') return { ok: false, reason: 'unreachable', detail: 'no connection' }
    return { ok: true, value: schema.parse({ line: answer }) }
  },
}

let stage: Stage
const room = { roomId: simulatedRoom('医疗代表群') }

async function staged(port: ModelPort): Promise<Stage> {
  await emptyStore(theatre.store)
  const sealer = openSealer({ key: '11'.repeat(32), keyFile: '/nonexistent/test.key' })
  const made = new Stage(theatre.store.prisma, (chat) => servicesOf(sealer, port, memoryShelf(), chat, memoryFeeds()))
  await made.load(['秦淮医疗'])
  await made.start()
  made.chat.say(simulatedAccount('李强'), room, '建活动 义诊进社区 11月28日上午9点 来凤街 限8人')
  await made.settled()
  return made
}

/** What the bot says to a line of 张敏. */
async function said(line: string, where: Parameters<Stage['chat']['say']>[1] = room): Promise<string[]> {
  const before = stage.chat.heard.length
  stage.chat.say(simulatedAccount('张敏'), where, line)
  await stage.settled()
  return stage.chat.heard.slice(before).map(({ text }) => text)
}

beforeEach(async () => {
  asked.length = 0
  stage = await staged(model)
}, 60_000)

it('a reading is offered and done only on the word of whoever said it', async () => {
  answer = '报名 H1'
  expect(await said('@助手 周末给社区看病那个给我留个位子')).toEqual(['您是想“报名 H1”吗？回“是”就办。'])
  expect(await said('大家周末愉快')).toEqual([])
  expect(await theatre.store.prisma.signUp.count()).toBe(0)
  expect((await said('是')).join()).toContain('张敏 已报名 H1')
})

it('what is not said to the bot is never sent to a model', async () => {
  answer = '报名 H1'
  expect(await said('周末给社区看病那个给我留个位子')).toEqual([])
  expect(asked).toEqual([])
})

it('a reading that is no command, is not the speaker’s to use, or names a number from nowhere is not offered', async () => {
  for (const line of ['好的', '报名 H9', '改期 H1 11月29日9:00', '报名 H1\n退出 H1', '']) {
    answer = line
    expect(await said('@助手 周末给社区看病那个给我留个位子')).toEqual([])
  }
  expect(asked).toHaveLength(5)
})

it('privately somebody who cannot be read is told so, model or no model', async () => {
  const privately = { accountId: 'account:助手' }
  answer = null
  expect((await said('那个啥', privately)).join()).toContain('没看懂')
  answer = 'down'
  expect((await said('那个啥来着', privately)).join()).toContain('没看懂')
  stage = await staged(noModel)
  expect((await said('那个啥', privately)).join()).toContain('没看懂')
  expect(proposer(noModel)).toBeNull()
})
