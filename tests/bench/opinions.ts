/**
 * npm run bench:opinions [most]: what recording, finding twins, listing and searching cost as the store grows; each is the
 * median of many calls of the whole command, its transaction included, on the embedded store on disk. Milliseconds of this
 * process's own processor time, the store's included: what other processes do meanwhile does not count.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { attend, type House } from '../../commands/front-desk.js'
import { answers, commands } from '../../commands/index.js'
import { findTwins } from '../../commands/opinion/find-twins.js'
import { keysOf } from '../../commands/opinion/index-opinion.js'
import { loadStation, simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { openStore } from '../../prisma/open.js'
import { dateOf, parseMoment } from '../../station/time/civil.js'
import { Stage } from '../replay/stage.js'
import { servicesOnStage } from '../replay/theatre.js'

const SIZES = [1_000, 10_000, 100_000].filter((size) => size <= Number(process.argv[2] ?? 100_000))
const CALLS = 41
const CHUNK = 1_000
/** The store is as old as a station may get in one term of office's better half. */
const DAYS = 3 * 365
const NOW = parseMoment('2026-11-23 09:00')
const PLACES = ['来凤街', '夫子庙', '红花', '双塘', '瞻园路', '承恩寺', '朝天宫', '洪武路', '大光路', '月牙湖']
const KINDS = ['社区', '街道', '小区', '菜场']

const texts = (await readFile(new URL('../data/opinions/classes.jsonl', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; category: string })

const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'))
const store = await openStore({ dir: folder })
const { prisma, pool } = store
await prisma.$transaction((tx) => loadStation(tx, '秦淮医疗', dateOf(NOW)))
const station = await prisma.station.findFirstOrThrow()
const reporters = await prisma.person.findMany({ select: { id: true } })
const stage = new Stage(prisma, (chat) => servicesOnStage(chat))
const house: House = { commands, answers, services: stage.services, botNames: ['助手'] }
const sealed = stage.services.seal('原话', 'bench')
let sent = 0

/** Deterministic, and spread over all the years, so that a larger store is a busier station too. */
async function fill(from: number, to: number) {
  for (let start = from; start < to; start += CHUNK) {
    const data = Array.from({ length: Math.min(CHUNK, to - start) }, (_, at) => {
      const no = start + at + 1
      const { text } = texts[(no * 7919) % texts.length]!
      const place = `${PLACES[no % PLACES.length]}${KINDS[(no * 31) % KINDS.length]}`
      return {
        stationId: station.id,
        no,
        reporterId: reporters[no % reporters.length]!.id,
        original: sealed,
        text: `${place}${text}${no % 97}号`,
        state: no % 3 === 0 ? '已登记' : '办结',
        category: '城乡建设',
        place,
        street: null,
        recordedAt: dateOf(NOW.subtract({ minutes: 60 + ((no * 7919) % (DAYS * 1440)) })),
      }
    })
    const rows = await prisma.opinion.createManyAndReturn({ data, select: { id: true } })
    await prisma.opinionIndex.createMany({
      data: data.map((row, at) => ({
        opinionId: rows[at]!.id,
        stationId: row.stationId,
        no: row.no,
        ...keysOf({ unit: null, ...row }),
      })),
    })
  }
  await prisma.counter.upsert({
    where: { stationId_letter: { stationId: station.id, letter: 'Y' } },
    create: { stationId: station.id, letter: 'Y', last: to },
    update: { last: to },
  })
  await pool.query('vacuum analyze')
}

/** A message as the inbox keeps it, and the whole command it is. */
const command = (text: (nth: number) => string) => async (nth: number) => {
  const where = { roomId: simulatedRoom('医疗代表群'), accountId: simulatedAccount('张敏'), kind: 'text' }
  const { seq } = await prisma.inboxMessage.create({
    data: { ...where, messageId: `bench ${++sent}`, arrivedAt: dateOf(NOW), state: 'fetched' },
  })
  const said = { ...where, seq, displayName: '张敏', sentAtMs: NOW.epochMilliseconds + sent, text: text(nth) }
  const outcome = await prisma.$transaction((tx) => attend(tx, house, said, NOW))
  if (!/^command:/.test(outcome)) throw new Error(`${text(nth)} was ${outcome}`)
}

const lineOf = (nth: number) => `${PLACES[nth % PLACES.length]}社区${texts[(nth * 13) % texts.length]!.text}`

const measured: Record<string, (nth: number) => Promise<unknown>> = {
  'record, twins named': command((nth) => `意见 ${lineOf(nth)}`),
  'twin search alone': async (nth) => {
    const fresh = await prisma.opinion.findFirstOrThrow({ orderBy: { no: 'desc' }, skip: nth })
    await findTwins({ db: prisma, station, now: NOW }, fresh)
  },
  list: command(() => '意见列表'),
  'search, a common word': command(() => '查意见 社区'),
  'search, a rare word': command((nth) => `查意见 ${['配药', '路灯', '电梯', '课后', '垃圾'][nth % 5]}`),
  'search, word and place': command(() => '查意见 来凤街 路灯'),
  'search, no such word': command(() => '查意见 麒麟臂'),
}

async function median(work: (nth: number) => Promise<unknown>): Promise<{ median: number; ninetieth: number }> {
  const times: number[] = []
  for (let nth = 0; nth < CALLS; nth++) {
    const started = process.cpuUsage()
    await work(nth)
    const { user, system } = process.cpuUsage(started)
    times.push((user + system) / 1000)
  }
  times.sort((a, b) => a - b)
  return { median: times[CALLS >> 1]!, ninetieth: times[Math.floor(CALLS * 0.9)]! }
}

const table: Record<string, string[]> = Object.fromEntries(Object.keys(measured).map((name) => [name, []]))
let filled = 0
for (const size of SIZES) {
  const started = performance.now()
  await fill(filled, size)
  console.log(`${size} opinions, filled in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  for (const [name, work] of Object.entries(measured)) {
    await work(CALLS)
    const { median: middle, ninetieth } = await median(work)
    table[name]!.push(`${middle.toFixed(1)} (${ninetieth.toFixed(1)})`)
  }
  filled = await prisma.opinion.count()
}
console.log(`median (90 %) in ms${' '.repeat(10)}${SIZES.map((size) => String(size).padStart(18)).join('')}`)
for (const [name, cells] of Object.entries(table))
  console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(18)).join(''))
await store.close()
await rm(folder, { recursive: true, force: true })
