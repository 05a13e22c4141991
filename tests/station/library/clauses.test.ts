import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesOf, findClauses } from '../../../station/library/clauses.js'

const rule = `接待制度
为规范接待，制定本制度。
第一章 总则
第一条 每月10日上午接待群众。
遇节假日顺延。
第二条 因故不能到站的，提前三天请假。`

describe('cutting a document into clauses', () => {
  it('by its articles, with the lines that belong to them, without title, preamble and chapter headings', () => {
    expect(clausesOf(rule)).toEqual([
      { no: 1, label: '第一条', text: '每月10日上午接待群众。 遇节假日顺延。' },
      { no: 2, label: '第二条', text: '因故不能到站的，提前三天请假。' },
    ])
  })
  it('by numbered lines, else line by line', () => {
    expect(clausesOf('一、接待\n（二）轮值\n3. 学习').map(({ label, text }) => `${label} ${text}`)).toEqual([
      '第一项 接待',
      '第二项 轮值',
      '第3项 学习',
    ])
    expect(clausesOf('接待群众\n轮流值班').map(({ label }) => label)).toEqual(['第1段', '第2段'])
  })
  it('nothing is invented: every clause stands in the text, whatever the text', () => {
    const line = fc.constantFrom('第一条 甲', '第二条', '乙', '一、丙', '2. 丁', '', '第三章 戊', '（四）己')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        for (const clause of clausesOf(text)) for (const part of clause.text.split(' ')) expect(text).toContain(part)
      }),
      { seed: 20261126, numRuns: 300 },
    )
  })
})

describe('looking up a clause', () => {
  const clauses = clausesOf(rule)
  it.each([
    ['请假', ['第二条']],
    ['节假日', ['第一条']],
    ['食堂', []],
    ['不能到站请假', ['第二条']],
  ])('%s', (wanted, labels) => {
    expect(findClauses(clauses, wanted).map(({ label }) => label)).toEqual(labels)
  })
})
