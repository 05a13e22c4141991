import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import type { Stage } from '../replay/stage.js'
import { Theatre } from '../replay/theatre.js'

const NAUGHTY = JSON.parse(readFileSync('tests/data/robustness/blns.json', 'utf8')) as string[]
const spoken = NAUGHTY.filter((text) => text.trim() !== '')
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029\u0085\v\f]+/g, ' ')

let theatre: Theatre
let stage: Stage
const room = { roomId: simulatedRoom('医疗代表群') }

beforeAll(async () => {
  theatre = await Theatre.open()
  stage = await theatre.stage()
  await stage.load(['秦淮医疗'])
  stage.chat.allRooms.push(
    ...spoken.map((topic, index) => ({ id: `room:naughty-${index}`, topic, memberIds: ['account:助手'] })),
  )
  await stage.start()
  stage.chat.say(simulatedAccount('李强'), room, '建活动 义诊进社区 11月28日上午9点 来凤街 限8人')
  await stage.settled()
}, 120_000)
afterAll(() => theatre.close())

/** Says them all; answers with the distinct things that became of them, as the inbox keeps it. */
async function outcomes(say: () => string[]): Promise<string[]> {
  const ids = say()
  await stage.settled()
  const rows = await theatre.store.prisma.inboxMessage.findMany({ where: { messageId: { in: ids } } })
  expect(rows.map(({ state }) => state)).toEqual(ids.map(() => 'handled'))
  return [...new Set(rows.map(({ outcome }) => outcome ?? ''))].sort()
}

/** The store is slow where hundreds of rows are written: every string is used, several in one record. */
const inGroupsOf = (size: number): string[][] =>
  Array.from({ length: Math.ceil(spoken.length / size) }, (_, index) => spoken.slice(index * size, (index + 1) * size))

it('as messages of people in groups that belong to us and that do not, and as the names of these: silence', async () => {
  const heard = stage.chat.heard.length
  const ours = spoken.map((text) => () => stage.chat.say(simulatedAccount('张敏'), room, text))
  const others = spoken.map(
    (displayName, index) => () =>
      stage.chat.say(`account:stranger-${index}`, { roomId: `room:naughty-${index}` }, '报名 H1', { displayName }),
  )
  expect(await outcomes(() => [...ours, ...others].map((say) => say()))).toEqual(['silent'])
  expect(stage.chat.heard.length).toBe(heard)
}, 300_000)

it('as nicknames of people who are not on the roster: told so by that name, nothing run', async () => {
  const some = spoken.filter((_, index) => index % 5 === 0)
  const became = await outcomes(() =>
    some.map((displayName, index) => stage.chat.say(`account:nick-${index}`, room, '报名 H1', { displayName })),
  )
  expect(became).toEqual(['stranger'])
  expect(await theatre.store.prisma.signUp.count()).toBe(0)
}, 300_000)

it('as opinions: recorded and shown without harm, and no command in them is run', async () => {
  const became = await outcomes(() =>
    inGroupsOf(15).map((texts) =>
      stage.chat.say(simulatedAccount('张敏'), room, `意见 群众说：${texts.map(oneLine).join(' ').slice(0, 1900)}`),
    ),
  )
  expect(became).toEqual(['command:意见'])
  const opinions = await theatre.store.prisma.opinion.findMany({ orderBy: { no: 'asc' } })
  const shown = await outcomes(() => [
    stage.chat.say(simulatedAccount('孙莉'), room, '意见列表'),
    ...opinions.slice(0, 10).map(({ no }) => stage.chat.say(simulatedAccount('孙莉'), room, `Y${no}`)),
  ])
  expect(shown.filter((outcome) => !outcome.startsWith('command:'))).toEqual([])
  expect(await theatre.store.prisma.activity.count()).toBe(1)
}, 300_000)

it('as rows of a 接龙: only the row that names a deputy counts, the others are kept', async () => {
  const became = await outcomes(() =>
    inGroupsOf(100).map((texts) => {
      const rows = ['陈静', ...texts.map(oneLine)].map((text, index) => `${index + 1}. ${text}`)
      return stage.chat.say(simulatedAccount('陈静'), room, ['#接龙', 'H1 义诊进社区', '', ...rows].join('\n'), {
        kind: 'groupNote',
      })
    }),
  )
  expect(became).toEqual(['jielong:H1'])
  const signUps = await theatre.store.prisma.signUp.findMany({ include: { person: true } })
  expect(signUps.map(({ person }) => person.name)).toEqual(['陈静'])
}, 300_000)
