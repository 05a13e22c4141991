// One of several processes that serve the same group on the same store: says its share of the words, some of them in one
// breath, and lets an hour pass after each breath. Ends when all are said, and prints which message was which word.
import pino from 'pino'
import { SimulatedChat } from '../../../bot/chat/simulated.js'
import { ManualClock } from '../../../bot/clock.js'
import { noModel } from '../../../bot/model/no-model.js'
import { Program } from '../../../bot/program.js'
import { servicesOf } from '../../../bot/services.js'
import { answers, commands } from '../../../commands/index.js'
import { openStore } from '../../../prisma/open.js'
import { openSealer } from '../../../prisma/sealing.js'
import { jobs } from '../../../schedules/index.js'
import { momentOf } from '../../../station/time/civil.js'
import { memoryFeeds } from '../../replay/memory-feeds.js'
import { memoryShelf } from '../../replay/memory-shelf.js'

/** What is said in one breath: the first word of it twice, or its payloads coming in reverse. */
export interface Breath {
  words: {
    who: string
    text: string /** Also said to another process: one message that reached both. */
    id?: string
  }[]
  twice: boolean
  swapped: boolean
}

const [url, name, startMs, roomId, words] = process.argv.slice(2) as [string, string, string, string, string]
const store = await openStore({ url })
const clock = new ManualClock(momentOf(Number(startMs)))
const chat = new SimulatedChat(
  'account:助手',
  [{ id: roomId, topic: '', memberIds: [] }],
  () => clock.now().epochMilliseconds,
  `${name}-`,
)
const sealer = openSealer({ key: '11'.repeat(32), keyFile: '/nonexistent/test.key' })
const program = new Program({
  prisma: store.prisma,
  chat,
  clock,
  log: pino({ level: 'error' }, pino.destination(2)),
  house: {
    commands,
    answers,
    services: servicesOf(sealer, noModel, memoryShelf(), chat, memoryFeeds()),
    botNames: ['助手'],
  },
  jobs: jobs.filter((job) => job.name.startsWith('activity-o') || job.name === 'activity-clock'),
  outbox: { paceMs: 0, sendTimeoutMs: 1000, unknownGraceMs: 60_000, jitter: () => 0 },
})
await program.start()
console.log('ready')
await new Promise((resolve) => process.stdin.once('data', resolve))
const said: [id: string, who: string, text: string][] = []
for (const { words: breath, twice, swapped } of JSON.parse(words) as Breath[]) {
  if (twice) chat.weather.duplicate = true
  if (swapped) chat.weather.swap = breath.length
  for (const { who, text, id } of breath)
    said.push([chat.say(who, { roomId }, text, id === undefined ? {} : { id }), who, text])
  await program.settled()
  clock.moment = clock.now().add({ hours: 1 })
  await program.settled()
}
await program.stop()
await store.close()
process.stdout.write(`${JSON.stringify(said)}\n`)
