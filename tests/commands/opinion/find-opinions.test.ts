import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findOpinions } from '../../../commands/opinion/find-opinions.js'
import { findTwins } from '../../../commands/opinion/find-twins.js'
import { indexOpinion, reindexOpinions, searchedIn, signature } from '../../../commands/opinion/index-opinion.js'
import { MOST_COUNTED } from '../../../commands/opinion/listed.js'
import { lockOpinion, patchOpinion } from '../../../commands/opinion/opinion-row.js'
import { Change, type Tx } from '../../../prisma/change.js'
import { emptyStore } from '../../../prisma/empty.js'
import { loadStation } from '../../../prisma/fixtures/load.js'
import type { Opinion } from '../../../prisma/generated/client.js'
import type { Store } from '../../../prisma/open.js'
import { retrying } from '../../../prisma/retrying.js'
import { undo } from '../../../prisma/undo.js'
import { BLOCK_OPINIONS } from '../../../station/opinion/search-keys.js'
import { STRUCK_OPINIONS, UNCOUNTED_OPINIONS } from '../../../station/opinion/states.js'
import { proposeTwins } from '../../../station/opinion/twins.js'
import { dateOf, type Moment, parseMoment } from '../../../station/time/civil.js'
import { eachStore } from '../../prisma/servers.js'
import { unsigned } from '../../prisma/unsigned.js'

const texts = readFileSync(new URL('../../data/opinions/pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const { a, b } = JSON.parse(line) as { a: string; b: string }
    return [a, b]
  })
const PLACES = [null, '来凤街社区', '双塘街道·来凤街社区', '瞻园路社区', '夫子庙街道·夫子庙社区']
const CATEGORIES = ['城乡建设', '卫生计生', null]
const START = parseMoment('2026-11-01 09:00')

type Deed =
  | { kind: 'record'; text: string; place: string | null; category: string | null }
  | { kind: 'amend' | 'place' | 'category' | 'unit' | 'state'; which: number; value: string | null }
  | { kind: 'undo' }

const text = fc.constantFrom(...texts)
const which = fc.nat()
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      text,
      place: fc.constantFrom(...PLACES),
      category: fc.constantFrom(...CATEGORIES),
    }),
  },
  fc.record({ kind: fc.constant('amend' as const), which, value: text }),
  fc.record({ kind: fc.constant('place' as const), which, value: fc.constantFrom(...PLACES) }),
  fc.record({ kind: fc.constant('category' as const), which, value: fc.constantFrom(...CATEGORIES) }),
  fc.record({
    kind: fc.constant('unit' as const),
    which,
    value: fc.constantFrom('区卫生健康委员会', '区城市管理局', null),
  }),
  fc.record({ kind: fc.constant('state' as const), which, value: fc.constantFrom('撤回', '误录', '合并', '办结') }),
  fc.constant({ kind: 'undo' as const }),
)

interface ToRecord {
  stationId: number
  reporterId: number
  text: string
  place?: string | null
  category?: string | null
  at?: Moment
}

async function recordIn(tx: Tx, change: Change, { at = START, place = null, ...columns }: ToRecord): Promise<void> {
  const row = await change.create('Opinion', {
    ...columns,
    no: await change.nextNumber(columns.stationId, 'Y'),
    original: new Uint8Array([1]),
    state: '已登记',
    place,
    street: place?.split('·').slice(0, -1)[0] ?? null,
    recordedAt: dateOf(at),
  })
  await indexOpinion(tx, row)
}

/** A station in which things are done one after another, numbers beginning shortly before a new block does. */
async function live(store: Store, deeds: readonly Deed[]) {
  const { prisma } = store
  await emptyStore(store)
  await prisma.$transaction((tx) => loadStation(tx, '秦淮医疗', dateOf(START)))
  const station = await prisma.station.findFirstOrThrow()
  const reporter = await prisma.person.findFirstOrThrow()
  await prisma.counter.create({ data: { stationId: station.id, letter: 'Y', last: BLOCK_OPINIONS - 4 } })
  const done: string[] = []
  for (const [at, deed] of deeds.entries()) {
    const now = START.add({ hours: at })
    const changeId = `m${at}`
    await prisma.$transaction(async (tx) => {
      const change = new Change(tx, {
        changeId,
        at: dateOf(now),
        actorId: reporter.id,
        actorName: reporter.name,
        action: deed.kind,
        stationId: station.id,
        causeSeq: null,
        sign: unsigned,
      })
      if (deed.kind === 'undo') {
        const last = done.pop()
        const outcome = last === undefined ? undefined : await undo(change, last)
        if (outcome?.ok) await reindexOpinions(tx, outcome.entries)
        return
      }
      if (deed.kind === 'record') {
        const { text, place, category } = deed
        await recordIn(tx, change, { stationId: station.id, reporterId: reporter.id, text, place, category, at: now })
      } else {
        const rows = await tx.opinion.findMany({ orderBy: { no: 'asc' } })
        const row = rows[deed.which % Math.max(1, rows.length)]
        if (!row || (deed.value === null && deed.kind === 'amend')) return
        const column = deed.kind === 'amend' ? 'text' : deed.kind
        await patchOpinion({ change, now, speakerName: reporter.name }, row, { [column]: deed.value }, deed.kind, '')
      }
      done.push(changeId)
    })
  }
  return { station, opinions: await prisma.opinion.findMany({ orderBy: { no: 'desc' } }) }
}

/** Everything read, nothing looked up. */
const scan = (opinions: readonly Opinion[], terms: readonly string[]): number[] =>
  opinions
    .filter((row) => !STRUCK_OPINIONS.includes(row.state))
    .filter((row) => terms.every((term) => searchedIn(row).some((part) => part?.includes(term))))
    .map(({ no }) => no)

eachStore('what is found', (store) => {
  it('is exactly what a reader of all opinions would find, the newest first, whatever was done to them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 20, maxLength: 50 }),
        fc.array(fc.tuple(which, which, fc.integer({ min: 1, max: 4 })), { minLength: 10, maxLength: 10 }),
        async (deeds, cuts) => {
          const { station, opinions } = await live(store(), deeds)
          for (const [some, start, length] of cuts) {
            const words = [...(opinions[some % Math.max(1, opinions.length)]?.text ?? '路灯')]
            const from = start % words.length
            const cut = words.slice(from, from + length).join('')
            for (const terms of [[cut], [cut, '来凤'], ['社区', cut], [words[0]!]]) {
              if (!terms.every((term) => /^\p{L}+$/u.test(term))) continue
              const { rows, total } = await findOpinions(store().prisma, station.id, terms)
              const wanted = scan(opinions, terms)
              expect([terms, rows.map(({ no }) => no)]).toEqual([terms, wanted.slice(0, rows.length)])
              expect([terms, total]).toEqual([terms, Math.min(MOST_COUNTED, wanted.length)])
            }
          }
        },
      ),
      { seed: 20261123, numRuns: 6 },
    )
  }, 120_000)

  it('are the twins that comparing with every opinion would name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 30, maxLength: 60 }), async (deeds) => {
        const { station, opinions } = await live(store(), deeds)
        const open = opinions.filter(({ state }) => !UNCOUNTED_OPINIONS.includes(state))
        for (const fresh of opinions.slice(0, 10)) {
          const found = await findTwins({ db: store().prisma, station, now: START.add({ days: 4 }) }, fresh)
          const wanted = proposeTwins(
            signature(fresh),
            open
              .filter(({ no }) => no < fresh.no || no > fresh.no)
              .map((row) => ({ no: row.no, signature: signature(row) })),
          )
          expect([fresh.text, found.map(({ no }) => no)]).toEqual([fresh.text, wanted.map(({ no }) => no)])
        }
      }),
      { seed: 20261123, numRuns: 6 },
    )
  }, 120_000)

  it('is right when several record and amend at the same moment', async () => {
    const first = Array.from(
      { length: 4 },
      (_, at): Deed => ({
        kind: 'record',
        text: texts[at]!,
        place: null,
        category: null,
      }),
    )
    const { station } = await live(store(), first)
    const { prisma } = store()
    const reporter = await prisma.person.findFirstOrThrow()
    const author = (changeId: string) => ({
      changeId,
      at: dateOf(START),
      actorId: reporter.id,
      actorName: reporter.name,
      action: '测试',
      stationId: station.id,
      causeSeq: null,
      sign: unsigned,
    })
    const atOnce = Array.from({ length: 16 }, (_, at) =>
      retrying(() =>
        prisma.$transaction(async (tx) => {
          const change = new Change(tx, author(`c${at}`))
          if (at % 2 === 0)
            return recordIn(tx, change, { stationId: station.id, reporterId: reporter.id, text: texts[at]! })
          const row = await lockOpinion(tx, station.id, BLOCK_OPINIONS - 3 + (at % 4))
          await patchOpinion(
            { change, now: START, speakerName: reporter.name },
            row!,
            { text: texts[20 + at]! },
            '改',
            '',
          )
        }),
      ),
    )
    await Promise.all(atOnce)
    const opinions = await prisma.opinion.findMany({ orderBy: { no: 'desc' } })
    expect(opinions).toHaveLength(12)
    for (const { text } of opinions) {
      const terms = [text.slice(0, 2), text.slice(2, 5)].filter((term) => /^\p{L}+$/u.test(term))
      const { rows } = await findOpinions(prisma, station.id, terms)
      expect(rows.map(({ no }) => no)).toEqual(scan(opinions, terms).slice(0, rows.length))
      expect(rows.length).toBeGreaterThan(0)
    }
  }, 60_000)

  it('leaves no trace of words that were put right', async () => {
    const { opinions } = await live(store(), [
      { kind: 'record', text: '麒麟阁漏水', place: null, category: null },
      { kind: 'record', text: '獬豸馆漏水', place: null, category: null },
      { kind: 'amend', which: 0, value: '楼顶漏水' },
    ])
    expect(opinions).toHaveLength(2)
    const { prisma } = store()
    const keys = (await prisma.opinionKey.findMany({ select: { key: true } })).map(({ key }) => key)
    expect(keys.filter((key) => /[麒麟阁]/.test(key))).toEqual([])
    expect(keys).toEqual(expect.arrayContaining(['獬豸', '漏水', '楼顶']))
    const kept = await prisma.opinionIndex.findMany()
    expect(kept.flatMap(({ keys }) => keys).filter((key) => /[麒麟阁]/.test(key))).toEqual([])
  })
})
