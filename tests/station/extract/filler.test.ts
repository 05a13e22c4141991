import { describe, expect, it } from 'vitest'
import { withoutFiller } from '../../../station/extract/filler.js'

describe('the noise of speech is deleted, the sense kept', () => {
  it.each([
    ['那么我觉得社区医院缺儿科，', '社区医院缺儿科，'],
    ['其实配药难对吧，', '配药难，'],
    ['非常非常好', '非常好'],
    ['我我我来联系', '我来联系'],
    ['如果没有的话，', '如果没有，'],
    ['一共 18 周，91 节课', '一共 18 周，91 节课'],
    ['那些老人怎么办', '那些老人怎么办'],
    ['就是为了方便老人', '就是为了方便老人'],
  ])('%s → %s', (spoken, kept) => {
    expect(withoutFiller(spoken)).toBe(kept)
  })

  it('never brings two numerals together', () => {
    expect(withoutFiller('三嗯四')).toBe('三嗯四')
    expect(withoutFiller('3 嗯 4 个人')).toBe('3 嗯 4 个人')
    expect(withoutFiller('二十二十')).toBe('二十二十')
  })

  it('never deletes a negation', () => {
    expect(withoutFiller('就是说不同意')).toBe('不同意')
    expect(withoutFiller('其实没有解决')).toBe('没有解决')
  })
})
