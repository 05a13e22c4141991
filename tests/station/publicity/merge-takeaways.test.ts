import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeTakeaways } from '../../../station/publicity/merge-takeaways.js'

const from = (texts: readonly string[]) =>
  texts.map((text, index) => ({ ref: `H${index + 1}`, personName: `代表${index}`, text }))

it('lines that say nearly the same become one, in the fullest wording, with everybody’s name', () => {
  const merged = mergeTakeaways(
    from([
      '五华站“走出去”做法可借鉴',
      '五华站走出去的做法值得我们学习借鉴，可先试一次',
      '互动展项很吸引孩子',
      '科普站的互动展项值得借鉴，很吸引孩子',
      '接待日固定在菜市场门口，群众来得多',
    ]),
  )
  expect(merged.map(({ text, from: who }) => `${who.length} ${text}`)).toEqual([
    '2 五华站走出去的做法值得我们学习借鉴，可先试一次',
    '2 科普站的互动展项值得借鉴，很吸引孩子',
    '1 接待日固定在菜市场门口，群众来得多',
  ])
})

it('nobody is lost and nothing is reworded, whatever was said', () => {
  const piece = fc.constantFrom('走出去', '互动展项', '接待日', '菜市场', '值得借鉴', '很好', '，', '的做法', '五华站')
  const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const merged = mergeTakeaways(from(texts))
      expect(merged.flatMap((group) => group.from).length).toBe(texts.length)
      for (const group of merged) expect(texts).toContain(group.text)
    }),
    { seed: 20261126, numRuns: 300 },
  )
})
