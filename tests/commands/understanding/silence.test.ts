import { expect, it } from 'vitest'
import { readTables } from '../../../prisma/catalogue.js'
import { fixtureOf, simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'
import { notForTheBot } from './reading.js'

const theatre = useTheatre()

const ACTIVITIES = ['建活动 义诊进社区 11月28日上午9点 来凤街 限8人', '建活动 法律讲座 12月3日下午3点 双塘社区']
/** What the gate itself keeps of every message, and the pulse of the program. */
const GATE = ['InboxMessage', 'ClockMark', 'JobRun', 'Lease']

async function everything(): Promise<string> {
  const { pool } = theatre.store
  const tables = (await readTables(pool)).filter(({ name }) => !GATE.includes(name))
  const texts = await Promise.all(
    tables.map(({ name, order }) => pool.query(`select to_jsonb(t) as row from "${name}" t order by ${order}`)),
  )
  return JSON.stringify(texts.map(({ rows }) => rows as unknown))
}

async function spokenTo(stage: Stage, activities: readonly string[]) {
  await stage.load(['秦淮医疗'])
  await stage.start()
  const room = { roomId: simulatedRoom('医疗代表群') }
  for (const line of activities) stage.chat.say(simulatedAccount('李强'), room, line)
  await stage.settled()
  const before = await everything()
  const repliesBefore = stage.chat.heard.length
  const { members } = fixtureOf('秦淮医疗')
  const said = new Map<string, string>()
  notForTheBot.forEach((line, index) => {
    const id = stage.chat.say(simulatedAccount(members[index % members.length]!), room, line, {
      kind: line.startsWith('#接龙\n') ? 'groupNote' : 'text',
    })
    said.set(id, line)
  })
  await stage.settled()
  const rows = await theatre.store.prisma.inboxMessage.findMany({ where: { outcome: { not: 'silent' } } })
  const answered = rows.flatMap(({ messageId, outcome }) =>
    said.has(messageId) ? [`${said.get(messageId)} → ${outcome}`] : [],
  )
  expect(answered).toEqual([])
  expect(stage.chat.heard.slice(repliesBefore)).toEqual([])
  expect((await everything()) === before).toBe(true)
}

// Known to fail since the activity commands brought everyday words as names: this turns red when it is mended.
it('300 messages that are not for the bot: no reply and nothing written, whatever is open', async () => {
  expect(new Set(notForTheBot).size).toBeGreaterThanOrEqual(300)
  for (const open of [0, 1, 2]) await spokenTo(await theatre.stage(), ACTIVITIES.slice(0, open))
  console.log(`not for the bot: ${notForTheBot.length} messages, three settings, no reply`)
}, 300_000)
