import { describe, expect, it } from 'vitest'
import { completeWith, type Statement } from '../../../station/summary/summary.js'

const s = (text: string, ...evidence: string[]): Statement => ({ text, evidence })

describe('a model’s sentences completed by the house’s own', () => {
  const offline = [s('活动', 'H12'), s('接待', 'D7'), s('意见', 'Y17'), s('轮值', '轮值2026-11'), s('待办', 'H14')]

  it('what it passed over is added, what it told is not repeated', () => {
    const texts = completeWith([s('义诊', 'H12'), s('缺儿科', 'Y17')], offline).map(({ text }) => text)
    expect(texts).toEqual(['义诊', '缺儿科', '接待', '轮值'])
  })

  it('its sentences give way before a kind of record is lost', () => {
    const many = Array.from({ length: 5 }, (_, index) => s(`义诊${index}`, 'H12'))
    const texts = completeWith(many, offline).map(({ text }) => text)
    expect(texts).toEqual(['义诊0', '义诊1', '接待', '意见', '轮值'])
  })

  it('without any of its sentences the summary is the house’s own', () => {
    const quiet = [s('没有新的活动'), s('轮值', '轮值2026-11')]
    expect(completeWith([], quiet)).toEqual(quiet)
  })
})
