import { beforeAll, describe, expect, test } from 'vitest'
import { loadSound } from '../../../station/text/sound.js'
import { type HeadIndex, headIndex, nearestHeads } from '../../../station/text/typo.js'

const HEADS =
  '报名 退出 请假 签到 换班 同意换班 意见 记意见 建议 轮值 值班 帮助 撤销 更正 我的活动 我的履职 建活动 改期 取消 联名 办结 退办 答复 已转告 已办成 未办成 满意 接龙对比 免打扰 同意 不同意 小结 台账 顺延'.split(
    ' ',
  )
let index: HeadIndex

beforeAll(async () => {
  index = headIndex(HEADS, await loadSound())
})

const offered = (word: string): string[] => nearestHeads(word, index).map(({ head }) => head)

describe('offered', () => {
  test.each([
    ['抱名', '报名'],
    ['报明', '报名'],
    ['报民', '报名'],
    ['换斑', '换班'],
    ['换办', '换班'],
    ['签倒', '签到'],
    ['情假', '请假'],
    ['轮直', '轮值'],
    ['意件', '意见'],
    ['记一件', '记意见'],
    ['已转搞', '已转告'],
    ['baoming', '报名'],
    ['Bao Ming', '报名'],
    ['baomin', '报名'],
    ['huanban', '换班'],
    ['我得活动', '我的活动'],
    ['我的活动吧', '我的活动'],
    ['接龙对', '接龙对比'],
  ])('%s: %s', (word, head) => {
    expect(offered(word)).toEqual([head])
  })
})

describe('not offered', () => {
  test.each([
    ['a command itself', '报名'],
    ['one common character', '报到'],
    ['one common character', '报纸'],
    ['one common character', '值得'],
    ['another word that sounds alike', '一件'],
    ['another word that sounds alike', '推出'],
    ['another word that sounds alike', '小姐'],
    ['another word that sounds alike', '检疫'],
    ['another word that sounds alike', '统一'],
    ['another word that sounds alike', '保命'],
    ['the opposite', '不同意换班'],
    ['one character more that changes all', '没意见'],
    ['one character other', '提意见'],
    ['small talk', '大家好'],
    ['small talk', '好的'],
    ['small talk', '谢谢'],
    ['small talk', '收到'],
    ['English', 'hello'],
    ['English', 'thanks'],
    ['one character', '报'],
    ['nothing', ''],
    ['a sentence', '报名的事明天再说吧大家先休息'],
  ])('%s: %s', (_, word) => {
    expect(offered(word)).toEqual([])
  })
})
