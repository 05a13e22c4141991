import { afterAll, beforeAll, expect, it } from 'vitest'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'
import { type ForTheBot, forTheBot, reads, writtenLater } from './reading.js'

let theatre: Theatre
let stage: Stage

beforeAll(async () => {
  theatre = await Theatre.open()
  stage = await theatre.stage()
  await stage.load(['秦淮医疗'])
  await stage.start()
  const room = { roomId: simulatedRoom('医疗代表群') }
  stage.chat.say(simulatedAccount('李强'), room, '建活动 义诊进社区 11月28日上午9点 来凤街 限8人')
  stage.chat.say(simulatedAccount('李强'), room, '建活动 法律讲座 12月3日下午3点 双塘社区')
  await stage.settled()
}, 60_000)
afterAll(() => theatre.close())

async function measured(name: string, lines: readonly ForTheBot[]) {
  const asked: string[] = []
  const silent: string[] = []
  const otherwise: string[] = []
  let understood = 0
  for (const { say, means, as } of lines) {
    const { outcome, ran } = await reads(stage, say, as)
    const wanted = means === null ? null : (await reads(stage, means, as)).ran[0]
    if (wanted === undefined) throw new Error(`the plain line is no command itself: ${means}`)
    const isAsked = ran.length === 0 && /^(?:offered|incomplete|asked)/.test(outcome)
    if (ran.length > 0 ? ran.length === 1 && ran[0] === wanted : isAsked && wanted === null) understood++
    else if (ran.length > 0) otherwise.push(`${say} → ${ran.join('; ')} (${means})`)
    else if (isAsked) asked.push(`${say} → ${outcome}`)
    else silent.push(`${say} → ${outcome}`)
  }
  const share = understood / lines.length
  console.log(
    [
      `${name}: ${lines.length} lines, ${understood} understood (${(share * 100).toFixed(1)} %), ${asked.length} asked, ${silent.length} unanswered, ${otherwise.length} otherwise`,
      ...asked,
      ...silent,
    ].join('\n'),
  )
  return { share, silent, otherwise }
}

it('at least 97 % of 300 lines in any wording are understood at once, the rest is asked about, none does another thing', async () => {
  expect(forTheBot.length).toBeGreaterThanOrEqual(300)
  const { share, silent, otherwise } = await measured('for the bot', forTheBot)
  expect(otherwise).toEqual([])
  expect(silent).toEqual([])
  expect(share).toBeGreaterThanOrEqual(0.97)
}, 300_000)

it('of lines written after that tuning, none does another thing', async () => {
  const { otherwise } = await measured('written later', writtenLater)
  expect(otherwise).toEqual([])
}, 300_000)
