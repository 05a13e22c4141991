import { describe, expect, test } from 'vitest'
import { parseJielongXml, readJielong } from '../../../station/jielong/xml.js'

interface RowSpec {
  author: string
  atS: number
  content: string
}

const TITLE = '#接龙\n义诊 👍🏻 < 8人\n\n1. 张敏 儿科\n带血压计\n2. 陈静👩🏻‍⚕️ 内科\n3. We.AB\n\n截止周五'

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const range = (text: string, off = 0): string => `<r>${TITLE.indexOf(text) + off}-${text.length}</r>`

const groupNote = (rows: readonly RowSpec[], { title = escaped(TITLE), loss = 0 } = {}): string =>
  [
    'wxid_starter:\n<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0">',
    `<title>${title}</title><des /><type>53</type><extinfo><solitaire_info><![CDATA[<solitaire>`,
    `<tt>0-14</tt><s>.</s><au>wxid_starter</au><hrt>1</hrt><loss>${loss}</loss>`,
    `<content><s>${rows.length}</s>`,
    ...rows.map(({ author, atS, content }) => `<i><u>${author}</u><h>0</h><s>.</s><t>${atS}</t>${content}</i>`),
    '</content></solitaire>]]></solitaire_info></extinfo></appmsg><fromusername>wxid_starter</fromusername></msg>',
  ].join('')

const ROWS: RowSpec[] = [
  { author: 'wxid_min', atS: 1_800_000_000, content: range('张敏 儿科\n带血压计') },
  { author: 'wxid_jing', atS: 1_800_000_060, content: range('陈静👩🏻‍⚕️ 内科') },
  { author: 'wxid_ab', atS: 1_800_000_120, content: range('We.AB') },
]

const summary = (raw: string) =>
  parseJielongXml(raw)?.rows.map(({ ordinal, text, authorId, writtenAtS }) => [ordinal, text, authorId, writtenAtS])

const EXACT = [
  [1, '张敏 儿科\n带血压计', 'wxid_min', 1_800_000_000],
  [2, '陈静👩🏻‍⚕️ 内科', 'wxid_jing', 1_800_000_060],
  [3, 'We.AB', 'wxid_ab', 1_800_000_120],
]

describe('the XML of a native list', () => {
  test('slices rows by UTF-16 ranges, across line ends and emoji with skin tones', () => {
    expect(summary(groupNote(ROWS))).toEqual(EXACT)
    expect(parseJielongXml(groupNote(ROWS))).toMatchObject({
      title: '义诊 👍🏻 < 8人',
      tail: '截止周五',
      starterId: 'wxid_starter',
      incomplete: false,
      startsAt: 1,
    })
  })

  test('one range off by two: all rows are read from the text, authors by their place', () => {
    const shifted = [ROWS[0]!, { ...ROWS[1]!, content: range('陈静👩🏻‍⚕️ 内科', -2) }, ROWS[2]!]
    expect(summary(groupNote(shifted))).toEqual(EXACT)
  })

  test('a range that ends inside a line, lies beyond the text or overlaps the one before is not believed', () => {
    for (const content of ['<r>22-2</r>', '<r>900-5</r>', range('张敏 儿科\n带血压计'), '<r>x</r>', '']) {
      const wrong = [ROWS[0]!, { ...ROWS[1]!, content }, ROWS[2]!]
      expect(summary(groupNote(wrong)), content).toEqual(EXACT)
    }
  })

  test('fewer authors than rows: nobody is named as writer rather than the wrong one', () => {
    const fewer = [ROWS[0]!, { ...ROWS[2]!, content: range('We.AB', -2) }]
    expect(summary(groupNote(fewer))?.map(([, , author]) => author)).toEqual([null, null, null])
  })

  test('ranges know rows which text alone would misread', () => {
    const title = '#接龙\n义诊\n\n1. 张敏\n2. 这是我要带的第二样东西\n2. 陈静'
    const at = (text: string): string => `<r>${title.lastIndexOf(text)}-${text.length}</r>`
    const two = [
      { author: 'wxid_min', atS: 1, content: at('张敏\n2. 这是我要带的第二样东西') },
      { author: 'wxid_jing', atS: 2, content: at('陈静') },
    ]
    expect(summary(groupNote(two, { title }))).toEqual([
      [1, '张敏\n2. 这是我要带的第二样东西', 'wxid_min', 1],
      [2, '陈静', 'wxid_jing', 2],
    ])
  })

  test('a list the client marked as lost is incomplete', () => {
    expect(parseJielongXml(groupNote(ROWS, { loss: 1 }))?.incomplete).toBe(true)
  })

  test('title in CDATA, literal contents, numeric entities', () => {
    const literal = ROWS.map((row) => ({ ...row, content: '<c>&#x5F20;</c>' }))
    expect(summary(groupNote(literal, { title: `<![CDATA[${TITLE}]]>` }))).toEqual(EXACT)
    expect(summary(groupNote(ROWS, { title: escaped(TITLE).replaceAll('\n', '&#10;') }))).toEqual(EXACT)
  })

  test('broken XML: the text if there is one, else nothing, never an exception', () => {
    const whole = groupNote(ROWS)
    for (let length = 0; length < whole.length; length += 7) {
      const list = parseJielongXml(whole.slice(0, length))
      if (list !== null) expect(list.rows.map(({ text }) => text)).toEqual(EXACT.map(([, text]) => text))
    }
  })
})

test('a message is read as XML or as text, whichever it is', () => {
  expect(readJielong(groupNote(ROWS))?.rows[0]?.authorId).toBe('wxid_min')
  expect(readJielong(TITLE)?.rows[0]?.authorId).toBeNull()
  expect(readJielong('报名 H12')).toBeNull()
})
