import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Command } from '../../commands/command.js'
import { commands } from '../../commands/index.js'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { BOT_ID, type Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'
import { textIn } from './office-text.js'

/**
 * Two stations, one bot, one deputy in both. Everything recorded in a station carries its marker; whatever is said in the
 * other station's group, to somebody of the other station only, or in the group of a linked platform must not hold it.
 */
const SEED = 20261123
/** LEAK_RUNS=50 for a long search. */
const RUNS = Number(process.env.LEAK_RUNS ?? 4)
const LINES_PER_RUN = 30

const STATIONS = [
  {
    name: '秦淮医疗',
    room: '医疗代表群',
    marker: '青竹',
    convenor: '李强',
    liaison: '孙莉',
    own: ['张敏', '陈静', '王芳'],
  },
  {
    name: '秦淮金融',
    room: '金融代表群',
    marker: '赤松',
    convenor: '沈浩',
    liaison: '尤佳',
    own: ['韩雪', '杨帆', '朱明哲'],
  },
] as const
/** Belongs to both; where a private line is to count is said right after it. */
const SHARED = '赵磊'
const HOME = { room: '双塘代表之家群', name: '双塘街道代表之家', visitor: '小周' }
/** What the medical station tells its neighbours on purpose: an activity it invited the other station to, and linked. */
const OPEN = '白桦'

type Station = (typeof STATIONS)[number]

const theatre = useTheatre()

/** Lines that leave a record behind; `#` is a record number, `@` the marker of the station it is said to. */
const DEPUTY_WRITES = [
  '意见 @巷口社区医院缺儿科',
  '意见 @路灯不亮',
  '建言 @建立补贴',
  '报名 H#',
  '请假 H# @出差',
  '改 Y# @新的说法',
  '附议 Y#',
  '起草建议 Y#',
  'L# 第3条 @建议',
  '联系群众 走访3户 反映@停车',
  '同意 K#',
]
const LEADING_WRITES = [
  '建活动 @座谈会 12月5日9:00 @楼',
  '建活动 @义诊 12月8日9:00 来凤街 限2人',
  '年度计划 12月 @普法',
  '议题 @医保 邀请 赵磊',
  '征求意见 @条例草案 截止 12月20日',
  '建联席会 12月4日14:30 议题 @能力',
  '转 Y# 卫健委',
  'Y# 答复 卫健委 @已协调',
  'Y# 需上级',
  'Y# 上报 市人大',
  '改问答 1 @的答案',
  '不记录 话题 @话题',
  '宣讲 全员',
  '排班 12月',
]
/** Every command of the house as its own examples spell it: what is added later is asked, too. */
const examplesOf = (some: readonly Command[]): string[] =>
  some
    .flatMap(({ examples }) => examples)
    .filter((example) => !example.startsWith('（'))
    .map((example) => example.replace(/([A-Z])\d+/g, '$1#'))
const READS = examplesOf(commands.filter(({ changes }) => !changes))
const ALL = examplesOf(commands)
const HOME_LINES = ['活动', '移交意见', '居民报名 H# 2人', '名单 H#', '意见列表', 'Y#', '小结']

interface Said {
  who: string
  /** null: the platform's group. */
  at: Station | null
  privately: boolean
  line: string
}

const said: fc.Arbitrary<Said> = fc
  .record({
    station: fc.constantFrom(...STATIONS),
    role: fc.constantFrom('deputy', 'deputy', 'shared', 'shared', 'leading', 'leading', 'liaison', 'district', 'home'),
    person: fc.nat({ max: 2 }),
    privately: fc.boolean(),
    pick: fc.nat({ max: 9999 }),
    no: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ station, role, person, privately, pick, no }) => {
    const spell = (...lists: (readonly string[])[]) => {
      const lines = lists[pick % lists.length]!
      const line = lines[Math.floor(pick / lists.length) % lines.length]!
      return line.replaceAll('@', station.marker).replaceAll('#', String(no))
    }
    const at = { at: station, privately }
    switch (role) {
      case 'deputy':
        return { ...at, who: station.own[person]!, line: spell(DEPUTY_WRITES, READS) }
      case 'shared':
        return { ...at, who: SHARED, line: spell(DEPUTY_WRITES, READS, READS) }
      case 'leading':
        return { ...at, who: station.convenor, line: spell(LEADING_WRITES, READS, ALL) }
      case 'liaison':
        return { ...at, who: station.liaison, line: spell(LEADING_WRITES, READS, ALL) }
      case 'district':
        return { ...at, who: '何平', line: spell(READS) }
      default:
        return { who: HOME.visitor, at: null, privately: false, line: spell(HOME_LINES) }
    }
  })

const step = fc.oneof({ weight: 12, arbitrary: said }, { weight: 1, arbitrary: fc.constantFrom(9, 33) })

async function pass(stage: Stage, hours: number): Promise<void> {
  await stage.program.advance(stage.clock.now().add({ hours }), (moment) => {
    stage.clock.moment = moment
  })
}

async function speak(stage: Stage, who: string, where: { room: string } | 'privately', line: string): Promise<void> {
  const to = where === 'privately' ? { accountId: BOT_ID } : { roomId: simulatedRoom(where.room) }
  stage.chat.say(simulatedAccount(who), to, line)
  await stage.settled()
  stage.clock.moment = stage.clock.now().add({ seconds: 1 })
}

/** The stations with what each keeps to itself, and one activity that both and the platform are told of. */
async function furnished(): Promise<Stage> {
  const stage = await theatre.stage()
  await stage.load(STATIONS.map(({ name }) => name))
  stage.chat.allRooms.push({ id: simulatedRoom(HOME.room), topic: HOME.room, memberIds: [BOT_ID] })
  await stage.start()
  const [medical] = STATIONS
  await speak(stage, '李强', medical, `建活动 ${OPEN}会 12月3日9:00 来凤街`)
  await speak(stage, '李强', medical, 'H1 邀请 金融站')
  await speak(stage, '孙莉', medical, `联动平台 ${HOME.name}`)
  await speak(stage, '孙莉', HOME, `绑定平台 ${HOME.name}`)
  await speak(stage, '孙莉', medical, '联动 家 H1')
  for (const station of STATIONS) {
    await speak(stage, station.convenor, station, `建活动 ${station.marker}座谈会 12月6日9:00 ${station.marker}楼`)
    await speak(stage, station.own[0], station, `意见 ${station.marker}巷口社区医院缺儿科`)
    await speak(stage, station.convenor, station, `议题 ${station.marker}医保 邀请 ${SHARED}`)
  }
  return stage
}

async function perform(stage: Stage, { who, at, privately, line }: Said): Promise<void> {
  if (at === null) return speak(stage, who, HOME, line)
  if (!privately) return speak(stage, who, at, line)
  await speak(stage, who, 'privately', line)
  if (who === SHARED || who === '何平') await speak(stage, who, 'privately', at.name)
}

/** Whose records a place may not show. */
function forbiddenAt(place: string): readonly string[] {
  const markers = STATIONS.map(({ marker }) => marker)
  const own = STATIONS.find(
    ({ room, convenor, liaison, own: people }) =>
      place === simulatedRoom(room) || [convenor, liaison, ...people].map(simulatedAccount).includes(place),
  )
  if (own) return markers.filter((marker) => marker !== own.marker)
  return place === simulatedRoom(HOME.room) ? markers : []
}

interface Leak {
  place: string
  text: string
}

function leaksIn(stage: Stage): Leak[] {
  return stage.chat.heard.flatMap(({ to, text, file }) => {
    const place = 'roomId' in to ? to.roomId : to.accountId
    const whole = file ? `${text}\n${textIn(file.bytes)}` : text
    return forbiddenAt(place).some((marker) => whole.includes(marker)) ? [{ place, text: whole }] : []
  })
}

it('given two stations with one deputy and one bot, when anybody says anything anywhere, no record of one is shown in the other', async () => {
  let lines = 0
  let replies = 0
  const shown = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: LINES_PER_RUN, maxLength: LINES_PER_RUN }), async (steps) => {
      const stage = await furnished()
      const before = stage.chat.heard.length
      for (const each of steps) await (typeof each === 'number' ? pass(stage, each) : perform(stage, each))
      lines += steps.length
      replies += stage.chat.heard.length - before
      for (const { to, text } of stage.chat.heard)
        for (const { marker, room } of STATIONS)
          if ('roomId' in to && to.roomId === simulatedRoom(room) && text.includes(marker)) shown.add(marker)
      expect(leaksIn(stage)).toEqual([])
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  // Both stations did show their own records: the property was not kept by silence.
  expect([...shown].sort()).toEqual(STATIONS.map(({ marker }) => marker).sort())
  expect(replies).toBeGreaterThan(lines / 2)
  console.log(`leaks: ${RUNS} sequences, ${lines} steps, ${replies} messages heard, no record out of place`)
}, 600_000)

it('given both stations hold every kind of record, when every reading command is asked in each, only its own are shown', async () => {
  const stage = await furnished()
  for (const station of STATIONS)
    for (const line of [...LEADING_WRITES, ...DEPUTY_WRITES])
      await speak(stage, station.convenor, station, line.replaceAll('@', station.marker).replaceAll('#', '2'))
  const answered = () => theatre.store.prisma.inboxMessage.count({ where: { outcome: { startsWith: 'command:' } } })
  const before = await answered()
  const lines = READS.flatMap((line) => [1, 2].map((no) => line.replaceAll('#', String(no))))
  for (const station of STATIONS)
    for (const { who, where } of [
      { who: station.convenor, where: { roomId: simulatedRoom(station.room) } },
      { who: station.liaison, where: { accountId: BOT_ID } },
    ]) {
      for (const line of new Set(lines)) {
        stage.chat.say(simulatedAccount(who), where, line)
        stage.clock.moment = stage.clock.now().add({ seconds: 1 })
      }
      await stage.settled()
    }
  expect(leaksIn(stage)).toEqual([])
  const reads = (await answered()) - before
  expect(reads).toBeGreaterThan(2 * READS.length)
  console.log(`leaks: ${reads} reading commands obeyed in two groups and privately, no record out of place`)
}, 300_000)

it('a record shown in the other group would be found', async () => {
  const stage = await furnished()
  await stage.chat.send({ roomId: simulatedRoom('金融代表群') }, { text: '青竹巷口' })
  await stage.chat.send({ accountId: simulatedAccount('张敏') }, { text: '赤松' })
  await stage.chat.send({ roomId: simulatedRoom(HOME.room) }, { text: '青竹座谈会' })
  await stage.chat.send({ accountId: simulatedAccount(SHARED) }, { text: '青竹 赤松' })
  await stage.settled()
  expect(leaksIn(stage).map(({ place }) => place)).toEqual(['room:金融代表群', 'account:张敏', 'room:双塘代表之家群'])
}, 60_000)
