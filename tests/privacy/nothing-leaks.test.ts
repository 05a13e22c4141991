import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelFrom } from '../../bot/services.js'
import { readSettings } from '../../bot/settings.js'
import { quote, readTables } from '../../prisma/catalogue.js'
import { emptyStore } from '../../prisma/empty.js'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { openStore, type Store } from '../../prisma/open.js'
import { type ChatBody, OddServer } from '../bot/model/odd-server.js'
import { BOT_ID, Stage } from '../replay/stage.js'
import { servicesOnStage } from '../replay/theatre.js'

interface Row {
  text: string
  secrets: string[]
}

const lines = <T>(file: string): T[] =>
  readFileSync(new URL(`../data/pii/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

const borrowed: Row[] = lines<{ text: string; must_be_masked: string[] }>('cn-pii-dev.jsonl').map((row) => ({
  text: row.text,
  secrets: row.must_be_masked,
}))
/** Shorter ones stand in harmless words too. */
const TELLING_CHARS = 6
const own: Row[] = lines<{ text: string; mask: string[]; keepNames?: string[]; knownNames?: string[] }>(
  'residents.jsonl',
)
  .filter(({ keepNames, knownNames }) => !keepNames && !knownNames)
  .map(({ text, mask }) => ({ text, secrets: mask.filter((secret) => secret.length >= TELLING_CHARS) }))
const harmless = lines<{ must_survive: string[] }>('cn-pii-dev.jsonl').flatMap((row) => row.must_survive)
/** What stands in a text that must stay as it is cannot be told from that text. */
const secrets = [...new Set([...borrowed, ...own].flatMap((row) => row.secrets))].filter(
  (secret) => !harmless.some((text) => text.includes(secret)),
)

const BUNDLE = 20

/** Several texts said as one, for the ways in which a single one would only take longer. */
const inBundles = (rows: readonly Row[]): string[] =>
  Array.from({ length: Math.ceil(rows.length / BUNDLE) }, (_, at) =>
    rows
      .slice(at * BUNDLE, (at + 1) * BUNDLE)
      .map(({ text }) => text)
      .join('；'),
  )

/** Every way in which a text comes to be said, kept or sent back in a deputy's or liaison's words. */
const IN_THE_GROUP = (text: string): [string, string][] => [
  ['张敏', text],
  ['张敏', `「王阿姨：${text}」\n- - - - - - - - - - - - - - -\n记意见`],
  ['陈静', `建言 ${text}`],
  ['张敏', `改 Y1 ${text}`],
  ['孙莉', `转 Y1 ${text}`],
  ['孙莉', `类别 Y1 ${text}`],
  ['孙莉', `退办 Y2 ${text}`],
  ['孙莉', `答复 Y2 卫健委 ${text}`],
  ['孙莉', `当场 Y3 ${text}`],
  ['孙莉', `办结 Y3 ${text}`],
  ['孙莉', `不受理 Y3 ${text}`],
  ['孙莉', `移交 Y3 ${text}`],
  ['孙莉', `民生 Y1 已解决 依据 ${text}`],
  ['张敏', `不满意 Y2 ${text}`],
  ['张敏', `重办 Y2 ${text}`],
  ['张敏', `查意见 ${text}`],
  ['张敏', `J1 案由 ${text}`],
  ['张敏', `J1 标题 ${text}`],
  ['张敏', `J1 主送 ${text}`],
  ['孙莉', `J1 成效 ${text}`],
  ['孙莉', `J1 沟通 ${text}`],
  ['孙莉', `J2 交办 ${text}`],
  ['孙莉', `联合督办 J2 成员 ${text}`],
  ['张敏', `L1 第3条 ${text}`],
  ['李强', `L1 反馈 第3条 ${text}`],
  ['李强', `议题 ${text} 邀请 赵磊`],
  ['张敏', `联系群众 走访3户 ${text}`],
  ['孙莉', `单位 ${text} 别名`],
  ['张敏', `条例 ${text} 我们提了什么`],
  ['孙莉', '导入 观察点 2条'],
  ['孙莉', `1. ${text}\n2. ${text}`],
]

const logged: string[] = []
const asked: ChatBody[] = []
let store: Store
let stage: Stage
let model: OddServer

/** Said at once, one after another; the house comes to rest at the end. */
async function said(...lines: [from: string, text: string, privately?: 'privately'][]) {
  for (const [from, text, privately] of lines) {
    const where = privately ? { accountId: BOT_ID } : { roomId: simulatedRoom('医疗代表群') }
    stage.chat.say(simulatedAccount(from), where, text, { kind: 'text', displayName: from })
    stage.clock.moment = stage.clock.now().add({ seconds: 1 })
  }
  await stage.settled()
}

beforeAll(async () => {
  store = await openStore({ memory: true })
  await emptyStore(store)
  model = await OddServer.start()
  model.answers((body, response) => {
    asked.push(body)
    response.writeHead(200, { 'content-type': 'application/json' })
    const message = { role: 'assistant', content: '{"category":"","points":[]}' }
    response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] }))
  })
  const log = pino(
    { level: 'debug' },
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        logged.push(chunk.toString())
        done()
      },
    }),
  )
  const settings = readSettings({ OPENAI_API_KEY: 'test', OPENAI_BASE_URL: model.url })
  const clock = { now: () => stage.clock.now(), sleep: () => Promise.resolve() }
  const phrasing = modelFrom(settings, clock, store.prisma)
  stage = new Stage(store.prisma, (chat) => servicesOnStage(chat, phrasing), log)
  await stage.load(['秦淮医疗', '秦淮金融'])
  await stage.start()
  await said(
    ['张敏', '意见 社区医院缺儿科'],
    ['张敏', '意见 课后服务太贵'],
    ['张敏', '意见 路灯不亮'],
    ['张敏', '起草建议 Y1'],
    ['张敏', '起草建议 Y2'],
    ['孙莉', '转 Y2 卫健委'],
    ['孙莉', '征求意见 中医药条例草案 截止 12月20日'],
  )
  for (const { text } of borrowed) await said(['张敏', `意见 ${text}`], ['陈静', `意见（走访） ${text}`, 'privately'])
  for (const text of inBundles(borrowed)) {
    await said(...IN_THE_GROUP(text), ['张敏', `意件 ${text}`])
    await said(
      ['张敏', text, 'privately'],
      // Of two stations: the line is kept until the station is named.
      ['赵磊', `意见 ${text}`, 'privately'],
      ['赵磊', '1', 'privately'],
      ['赵磊', `意见 ${text}。`, 'privately'],
    )
  }
  for (const text of inBundles(own))
    await said(
      ['张敏', `意见 ${text}`],
      ['陈静', `「居民：${text}」\n- - - - - - - - - - - - - - -\n记意见`],
      ['张敏', `J1 案由 ${text}`],
    )
  const opinions = await store.prisma.opinion.findMany({ select: { no: true }, take: 40, orderBy: { no: 'desc' } })
  await said(...opinions.map(({ no }): [string, string, 'privately'] => ['孙莉', `Y${no} 原话`, 'privately']))
  for (const line of ['意见列表', '最近群众关心什么', '小结', 'Y1 经过', 'J1']) await said(['孙莉', line])
  await stage.program.advance(stage.clock.now().add({ days: 8 }), (moment) => {
    stage.clock.moment = moment
  })
})

afterAll(async () => {
  await model?.stop()
  await store?.close()
})

/** Every row of every table, as text; bytes both as they are and read as text. */
async function dump(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { name } of await readTables(store.pool)) {
    const { rows } = await store.pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${quote(name)} t`)
    for (const { row } of rows) for (const part of [row, ...hidden(row)]) found.set(`${name}: ${part}`, part)
  }
  return found
}

/** What base64 and hex in a text hold, in both encodings a program may have written. */
function* hidden(row: string): Generator<string> {
  for (const [run] of row.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)) {
    const bytes = Buffer.from(run, 'base64')
    yield bytes.toString('utf8')
    yield bytes.toString('utf16le')
  }
  for (const [, run] of row.matchAll(/\\\\x([0-9a-f]{8,})/g)) {
    const bytes = Buffer.from(run!, 'hex')
    yield bytes.toString('utf8')
    yield bytes.toString('utf16le')
  }
}

const leaks = (texts: Iterable<string>): string[] =>
  [...texts].flatMap((text) => {
    const secret = secrets.find((one) => text.includes(one))
    return secret === undefined ? [] : [`${secret} in ${text.slice(0, 400)}`]
  })

describe('after every borrowed and own text went through the whole program', () => {
  it('there was something to find', async () => {
    expect(secrets.length).toBeGreaterThan(80)
    expect(await store.prisma.opinion.count()).toBeGreaterThan(100)
    expect(await store.prisma.opinionReading.count()).toBe(40)
    expect(logged.length).toBeGreaterThan(0)
  })

  it('no table holds a secret outside the sealed bytes', async () => {
    expect(leaks((await dump()).keys())).toEqual([])
  })

  it('nor does a line of the log', () => {
    expect(leaks(logged)).toEqual([])
  })

  it('nor a prompt the model was sent', () => {
    expect(asked.length).toBeGreaterThan(0)
    expect(leaks(asked.map((body) => JSON.stringify(body)))).toEqual([])
  })

  it('nor a message to a group', () => {
    const toGroups = stage.chat.heard.flatMap(({ to, text }) => ('roomId' in to ? [text] : []))
    expect(toGroups.length).toBeGreaterThan(60)
    expect(leaks(toGroups)).toEqual([])
  })
})
