import { beforeEach, expect, it } from 'vitest'
import type { ModelPort } from '../../../bot/model/port.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { Stage } from '../../replay/stage.js'
import { servicesOnStage } from '../../replay/theatre.js'
import { useTheatre } from '../../replay/use-theatre.js'

const theatre = useTheatre()
let stage: Stage
let answer: object | 'down' = 'down'
const asked: { text: string; labels: string[]; stages: string[] }[] = []

/** Answers what the test says, and remembers what it was sent. */
const model: ModelPort = {
  name: 'imagined',
  ask: async ({ purpose, data, schema }) => {
    if (purpose !== 'sort-opinion') return { ok: false, reason: 'none', detail: 'not asked here' }
    asked.push(JSON.parse(data))
    if (answer === 'down') return { ok: false, reason: 'unreachable', detail: 'no connection' }
    return { ok: true, value: schema.parse(answer) }
  },
}

beforeEach(async () => {
  asked.length = 0
  await theatre.stage()
  stage = new Stage(theatre.store.prisma, (chat) => servicesOnStage(chat, model))
  await stage.load(['秦淮医疗'])
  await stage.start()
}, 60_000)

async function said(line: string): Promise<string[]> {
  const before = stage.chat.heard.length
  stage.chat.say(simulatedAccount('张敏'), { roomId: simulatedRoom('医疗代表群') }, line)
  await stage.settled()
  return stage.chat.heard.slice(before).map(({ text }) => text)
}
const recorded = () => stage.prisma.opinion.findFirstOrThrow({ orderBy: { no: 'desc' } })

it('where a model is configured its category and stage are proposed, and teach nothing', async () => {
  answer = { category: '民政', stage: '监督落实' }
  await said('意见 王阿姨13812345678说社区医院缺儿科')
  expect(await recorded()).toMatchObject({
    category: '民政',
    stage: '监督落实',
    categoryFixed: false,
    stageFixed: false,
    saidAt: null,
  })
  expect((await said('Y1 经过')).join()).toMatch(/归类：卫生计生 → 民政，环节 执行 → 监督落实（模型建议）/)
  expect(asked).toHaveLength(1)
  expect(asked[0]!.text).not.toMatch(/13812345678|王阿姨/)
  expect(asked[0]!.labels).toContain('卫生计生')
  expect(asked[0]!.stages).toEqual(['决策', '执行', '监督落实'])
})

it('what a person said stands, whatever the model thinks', async () => {
  answer = { category: '民政', stage: '决策' }
  await said('意见（监督） 社区医院缺儿科')
  expect(await recorded()).toMatchObject({ category: '民政', stage: '监督落实', stageFixed: true })
})

it.each(['down' as const, { category: '天文', stage: '后天' }, { category: '' }])(
  'a model that says %o changes nothing',
  async (said1) => {
    answer = said1
    await said('意见 社区医院缺儿科')
    expect(await recorded()).toMatchObject({ category: '卫生计生', stage: '执行' })
  },
)
