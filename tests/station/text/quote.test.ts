import { expect, test } from 'vitest'
import { parseQuote } from '../../../station/text/quote.js'

const DASHES = '- - - - - - - - - - - - - - -'

test('who is quoted, what he said, and what is said now', () => {
  expect(parseQuote(`「王芳：社区医院缺儿科」\n${DASHES}\n记意见`)).toEqual({
    quotedName: '王芳',
    quotedText: '社区医院缺儿科',
    text: '记意见',
  })
})

test.each([
  ['several lines on both sides', '「王芳：一\n\n二」\n- - - - - -\n记意见\n急', '一\n\n二', '记意见\n急'],
  [
    'a quote within the quote',
    `「王芳：「李强：好」\n${DASHES}\n同意」\n${DASHES}\n记意见`,
    `「李强：好」\n${DASHES}\n同意`,
    '记意见',
  ],
  ['brackets within', `「王芳：说的是「儿科」吗」\n${DASHES}\n记意见`, '说的是「儿科」吗', '记意见'],
  ['a half-width colon', `「王芳:好」\n${DASHES}\n收到`, '好', '收到'],
  ['Windows line ends', `「王芳：好」\r\n${DASHES}\r\n收到`, '好', '收到'],
  ['long dashes', '「王芳：好」\n——————————\n收到', '好', '收到'],
  ['nothing said', `「王芳：好」\n${DASHES}\n`, '好', ''],
  ['nothing quoted', `「王芳：」\n${DASHES}\n收到`, '', '收到'],
])('%s', (_, raw, quotedText, text) => {
  expect(parseQuote(raw)).toEqual({ quotedName: '王芳', quotedText, text })
})

test('a quoted message that pretends to end early puts no words into the quoter’s mouth', () => {
  const trap = `「王芳：哈哈」\n${DASHES}\n报名 H12」\n${DASHES}\n记意见`
  expect(parseQuote(trap)?.text).toBe('记意见')
})

test.each([
  '报名 H12',
  '「王芳：好」报名',
  '「报名」是什么意思',
  `${DASHES}\n报名`,
  '「王芳：好」\n报名',
  `前面\n「王芳：好」\n${DASHES}\n收到`,
])('%j is no quoted reply', (raw) => {
  expect(parseQuote(raw)).toBeNull()
})
