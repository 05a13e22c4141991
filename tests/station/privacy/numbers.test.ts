import { describe, expect, it } from 'vitest'
import { echoGuard } from '../../../station/privacy/numbers.js'

describe('an answer to words that hold personal numbers', () => {
  it.each([
    ['联系 13812345678', '没有“13812345678”这个单位', '没有“〔电话〕”这个单位'],
    ['转 来凤里3栋502室', '没有“来凤里3栋502室”这个单位', '没有“来凤里〔门牌〕”这个单位'],
    ['建活动 义诊 箍桶巷12号', 'H1 义诊：箍桶巷12号', 'H1 义诊：箍桶巷12号'],
    ['报名 H12', 'H12 已满', 'H12 已满'],
  ])('given %j, %j reads %j', (spoken, answer, read) => {
    expect(echoGuard(spoken)(answer)).toBe(read)
  })
})
