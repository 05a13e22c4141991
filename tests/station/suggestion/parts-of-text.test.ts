import { expect, it } from 'vitest'
import { partsOfText } from '../../../station/suggestion/parts-of-text.js'

it('tells 案由, 案据 and 具体建议 apart, however they are headed, and loses no line', () => {
  expect(partsOfText('案由：社区医院缺儿科。\n家长要跑大医院\n案据：12家只有2家有\n具体建议：由卫健委牵头')).toEqual({
    situation: '社区医院缺儿科。\n家长要跑大医院',
    analysis: '12家只有2家有',
    proposal: '由卫健委牵头',
  })
  expect(partsOfText('没有标题的一段')).toEqual({ situation: '没有标题的一段', analysis: '', proposal: '' })
})
