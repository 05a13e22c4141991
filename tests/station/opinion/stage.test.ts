import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { STAGE_EXAMPLES } from '../../../station/opinion/examples/stages.js'
import { URGENT_EXAMPLES } from '../../../station/opinion/examples/urgent.js'
import { remember } from '../../../station/opinion/learner.js'
import { proposeStage, stageBase } from '../../../station/opinion/stage.js'
import { soundsUrgent, urgencyBase } from '../../../station/opinion/urgency.js'

const read = (file: string): { label: string; text: string }[] =>
  readFileSync(new URL(`../../data/opinions/${file}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [label, text] = line.split('\t')
      return { label: label!, text: text! }
    })

describe('the stage of an opinion', () => {
  const rows = read('stages')

  // Measured: 54 of 60 right, 3 wrong, of 3 nothing said. Written by the hand that wrote the examples, so it flatters.
  it('is proposed rightly for sentences that no example contains', () => {
    const known = new Set(Object.values(STAGE_EXAMPLES).flatMap((lines) => lines.trim().split('\n')))
    expect(rows.filter(({ text }) => known.has(text))).toEqual([])
    const right = rows.filter(({ label, text }) => proposeStage(text) === label).length
    const wrong = rows.filter(({ label, text }) => ![label, null].includes(proposeStage(text))).length
    console.info(`stage: ${right} right, ${wrong} wrong of ${rows.length}`)
    expect(right / rows.length).toBeGreaterThan(0.85)
    expect(wrong / rows.length).toBeLessThan(0.1)
  })

  it.each([
    ['加装电梯进度慢', 'supervision'],
    ['条例草案第九条建议写明院内制剂', 'decision'],
    ['社区医院缺儿科', 'execution'],
    ['……', null],
  ])('of “%s” is %s', (text, stage) => expect(proposeStage(text)).toBe(stage))

  it('is learnt from what was said of the same matter', () => {
    const text = '托育园的名额公示'
    const said = [remember(stageBase(), { text, label: 'decision' })]
    expect(proposeStage(text)).not.toBe('decision')
    expect(proposeStage('托育园名额公示了', said)).toBe('decision')
  })
})

describe('急难愁盼', () => {
  const rows = read('urgency')

  // Measured: 10 of 20 offered, 1 of 40 for nothing; of 1,120 sentences of the other sets 11 are offered.
  it('is offered for what cannot wait, and seldom for what can', () => {
    expect(rows.filter(({ text }) => URGENT_EXAMPLES.includes(`\n${text}\n`))).toEqual([])
    const found = rows.filter(({ label, text }) => label === 'urgent' && soundsUrgent(text)).length
    const alarms = rows.filter(({ label, text }) => label === 'ordinary' && soundsUrgent(text)).length
    console.info(`urgent: ${found} of 20 offered, ${alarms} of 40 for nothing`)
    expect(found).toBeGreaterThanOrEqual(9)
    expect(alarms).toBeLessThanOrEqual(2)
  })

  it('is not offered again for what was said to be able to wait', () => {
    const text = '独居老人断药'
    expect(soundsUrgent(text)).toBe(true)
    expect(soundsUrgent(text, [remember(urgencyBase(), { text, label: 'ordinary' })])).toBe(false)
  })
})

describe('120 sentences of a stranger: colloquial, dialect, mistyped, long, implicit', () => {
  const rows = readFileSync(new URL('../../data/opinions/strangers.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line, at) => {
      const [stage, urgency, text] = line.split('\t')
      return { stage, urgent: urgency === 'urgent', text: text!, unseen: at % 2 === 1 }
    })

  // Before the forms and the tales of danger were written: 77 right, 17 wrong; 5 of 26 urgent offered. They were written
  // with every other sentence in sight, so only the other half measures: 43 of 60 right, 4 wrong; 11 of 13 offered, none
  // for nothing.
  it.each([
    ['all', rows, 120],
    ['those unseen when the rules were written', rows.filter(({ unseen }) => unseen), 60],
  ])('%s: stages seldom wrong, dangers mostly heard, and no alarm for what can wait', (name, part, count) => {
    expect(part).toHaveLength(count)
    const right = part.filter(({ text, stage }) => proposeStage(text) === stage).length
    const wrong = part.filter(({ text, stage }) => ![stage, null].includes(proposeStage(text))).length
    const urgent = part.filter((row) => row.urgent)
    const heard = urgent.filter(({ text }) => soundsUrgent(text)).length
    const alarms = part.filter((row) => !row.urgent && soundsUrgent(row.text)).length
    console.info(
      `${name}: stage ${right} right, ${wrong} wrong; urgent ${heard} of ${urgent.length}, ${alarms} for nothing`,
    )
    expect(right / count).toBeGreaterThan(0.62)
    expect(wrong / count).toBeLessThan(0.12)
    expect(heard / urgent.length).toBeGreaterThan(0.6)
    expect(alarms / count).toBeLessThan(0.04)
  })
})
