/**
 * npm run bench:opinions [most]: what recording, finding twins, listing and searching cost in stores of 1,000, 10,000 and
 * 100,000 opinions; each is the median of many calls of the whole command, its transaction included, on the embedded store
 * on disk. Milliseconds of this process's own processor time, the store's included: what other processes do meanwhile does
 * not count. Beside them, how often as much the largest store costs as the smallest, and how often as much its logarithm is.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { attend, type House } from '../../commands/front-desk.js'
import { answers, commands } from '../../commands/index.js'
import { findTwins } from '../../commands/opinion/find-twins.js'
import { loadStation, simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { openStore } from '../../prisma/open.js'
import { dateOf, parseMoment } from '../../station/time/civil.js'
import { Stage } from '../replay/stage.js'
import { servicesOnStage } from '../replay/theatre.js'
import { fill, type Made } from './fill-opinions.js'

const SIZES = [1_000, 10_000, 100_000].filter((size) => size <= Number(process.argv[2] ?? 100_000))
const CALLS = 41
/** A store is as old as a station may get in one term of office's better half: the larger, the busier. */
const DAYS = 3 * 365
const NOW = parseMoment('2026-11-23 09:00')
const PLACES = ['来凤街', '夫子庙', '红花', '双塘', '瞻园路', '承恩寺', '朝天宫', '洪武路', '大光路', '月牙湖']
const KINDS = ['社区', '街道', '小区', '菜场']

/** Words that stand in no text but where they are put, and how often. Those of few opinions are in the oldest. */
const PLANTED: readonly { word: string; in: string; stands(no: number): boolean }[] = [
  { word: '獬豸', in: '1 opinion', stands: (no) => no === 17 },
  { word: '貔貅', in: '20 opinions', stands: (no) => no <= 1_000 && no % 50 === 3 },
  { word: '饕餮', in: '0.1 %', stands: (no) => no % 1_000 === 7 },
  { word: '麒麟', in: '1 %', stands: (no) => no % 100 === 9 },
  { word: '貔虎', in: '10 %', stands: (no) => no % 10 === 1 },
]

const texts = (await readFile(new URL('../data/opinions/classes.jsonl', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text)
const textAt = (at: number): string => texts[at % texts.length]!
const placeAt = (at: number): string => PLACES[at % PLACES.length]!

/** Deterministic, numbers in the order of recording. */
const madeUp =
  (size: number) =>
  (no: number): Made => {
    const place = `${placeAt(no)}${KINDS[(no * 31) % KINDS.length]}`
    const planted = PLANTED.flatMap(({ word, stands }) => (stands(no) ? [word] : [])).join('，')
    return {
      text: `${place}${textAt(no * 7919)}${no % 97}号${planted && `，${planted}`}`,
      state: no % 3 === 0 ? '已登记' : '办结',
      category: '城乡建设',
      place,
      recordedAt: dateOf(NOW.subtract({ minutes: 60 + Math.round((1 - no / size) * DAYS * 1440) })),
    }
  }

type Measured = Record<string, (nth: number) => Promise<unknown>>

async function inStoreOf<T>(size: number, work: (measured: Measured) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'))
  const store = await openStore({ dir: folder })
  const { prisma, pool } = store
  await prisma.$transaction((tx) => loadStation(tx, '秦淮医疗', dateOf(NOW)))
  const station = await prisma.station.findFirstOrThrow()
  const stage = new Stage(prisma, (chat) => servicesOnStage(chat))
  const house: House = { commands, answers, services: stage.services, botNames: ['助手'] }
  const started = performance.now()
  await fill(store, station.id, stage.services.seal('原话', 'bench'), size, madeUp(size))
  console.log(`${size} opinions, filled in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  await pool.query('vacuum analyze')

  let sent = 0
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
  try {
    return await work({
      'record, twins named': command((nth) => `意见 ${placeAt(nth)}社区${textAt(nth * 13)}`),
      'twin search alone': async (nth) => {
        const fresh = await prisma.opinion.findFirstOrThrow({
          where: { stationId: station.id },
          orderBy: { no: 'desc' },
          skip: nth,
        })
        await findTwins({ db: prisma, station, now: NOW }, fresh)
      },
      list: command(() => '意见列表'),
      'search: word in all': command(() => '查意见 社区'),
      ...Object.fromEntries(
        [...PLANTED]
          .reverse()
          .map(({ word, in: share }) => [`search: word in ${share}`, command(() => `查意见 ${word}`)]),
      ),
      'search: in no opinion': command(() => '查意见 獬虎'),
      'search: a phrase': command(() => '查意见 路灯不亮'),
      'search: one character': command(() => '查意见 灯'),
      'search: word and place': command(() => '查意见 来凤街 路灯'),
    })
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function timesOf(work: (nth: number) => Promise<unknown>): Promise<{ median: number; ninetieth: number }> {
  const times: number[] = []
  await work(CALLS)
  for (let nth = 0; nth < CALLS; nth++) {
    const started = process.cpuUsage()
    await work(nth)
    const { user, system } = process.cpuUsage(started)
    times.push((user + system) / 1000)
  }
  times.sort((a, b) => a - b)
  return { median: times[CALLS >> 1]!, ninetieth: times[Math.floor(CALLS * 0.9)]! }
}

// The program warms up on a store that is not counted: else the smallest would pay for all.
await inStoreOf(SIZES[0]!, async (measured) => {
  for (const work of Object.values(measured)) await timesOf(work)
})
const table = new Map<string, { median: number; ninetieth: number }[]>()
for (const size of SIZES)
  await inStoreOf(size, async (measured) => {
    for (const [name, work] of Object.entries(measured))
      table.set(name, [...(table.get(name) ?? []), await timesOf(work)])
  })

const first = SIZES[0]!
const last = SIZES.at(-1)!
const logarithm = Math.log(last) / Math.log(first)
console.log(
  `median (90 %) in ms${' '.repeat(11)}${SIZES.map((size) => String(size).padStart(16)).join('')}   growth (logarithm ×${logarithm.toFixed(2)})`,
)
for (const [name, cells] of table)
  console.log(
    name.padEnd(30) +
      cells.map(({ median, ninetieth }) => `${median.toFixed(1)} (${ninetieth.toFixed(1)})`.padStart(16)).join('') +
      `   ×${(cells.at(-1)!.median / cells[0]!.median).toFixed(2)}`,
  )
