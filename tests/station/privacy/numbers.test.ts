import { describe, expect, it } from 'vitest'
import { echoGuard, keptWords } from '../../../station/privacy/numbers.js'

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

describe('a text as it may be written down', () => {
  it.each([
    ['来凤街12号', '来凤街12号'],
    ['箍桶巷12号院', '箍桶巷12号院'],
    ['3号楼会议室', '3号楼会议室'],
    ['区人大常委会3楼301会议室', '区人大常委会3楼301会议室'],
    ['会议号123456789', '会议号123456789'],
    ['群号 123456789', '群号 123456789'],
    ['王阿姨住来凤街12号3幢502室', '王阿姨住来凤街〔门牌〕'],
    ['三栋201', '〔门牌〕'],
    ['有事打13951234567', '有事打〔电话〕'],
    ['找liu@qq.com', '找〔邮箱〕'],
  ])('%s → %s', (text, kept) => expect(keptWords(text)).toBe(kept))
})
