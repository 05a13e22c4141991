import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isSignUp } from '../../../station/jielong/is-sign-up.js'
import { MAX_LIST_CHARS, MAX_ROWS } from '../../../station/jielong/list.js'
import { EMPTY_LIST, notePosted } from '../../../station/jielong/list-state.js'
import { mergeList } from '../../../station/jielong/merge.js'
import { parseJielong } from '../../../station/jielong/parse.js'
import { printJielong } from '../../../station/jielong/print.js'
import { resolveRows } from '../../../station/jielong/resolve-rows.js'
import { rosterOf } from '../../../station/jielong/roster.js'
import { readJielong } from '../../../station/jielong/xml.js'
import { fold } from '../../../station/text/fold.js'

const NAUGHTY: readonly string[] = JSON.parse(
  readFileSync(new URL('../../data/robustness/blns.json', import.meta.url), 'utf8'),
)

const through = (text: string): void => {
  const list = readJielong(text)
  if (list === null) return
  isSignUp(list)
  const version = resolveRows(list, rosterOf(NAUGHTY.map((name, personId) => ({ personId, name }))))
  mergeList(notePosted(EMPTY_LIST), { ...version, senderId: 1, sentAtS: null })
}

describe('strings that break programs', () => {
  const rows = NAUGHTY.filter((text) => text.trim() !== '')

  test('as rows: each is a row, none is lost, none becomes two', () => {
    for (const text of rows) {
      const list = parseJielong(printJielong({ title: '义诊', rows: ['张敏', text, '陈静'] }))
      expect(list?.rows.length, text).toBeGreaterThanOrEqual(2)
      expect(list?.rows.length, text).toBeLessThanOrEqual(3)
      expect(list?.rows[0]?.text).toBe('张敏')
      expect(list?.rows.at(-1)?.text).toBe('陈静')
    }
  })

  test('as titles and tails: the rows stay what they are', () => {
    for (const text of NAUGHTY) {
      const list = parseJielong(printJielong({ title: text, rows: ['张敏', '陈静'], tail: [text] }))
      expect(list?.rows.map((row) => row.text)).toEqual(['张敏', '陈静'])
    }
  })

  test('as names of deputies: each finds its own row', () => {
    const names = rows.filter((name) => name.length <= 60 && fold(name) !== '')
    for (const name of names) {
      const { rows: resolved } = resolveRows(
        parseJielong(printJielong({ title: '义诊', rows: [name] })) ?? { ...EMPTY, rows: [] },
        rosterOf([{ personId: 7, name }]),
      )
      for (const row of resolved) expect(row.personId, name).toBe(7)
    }
  })

  test('raw, and all in one message', () => {
    for (const text of NAUGHTY) through(text)
    through(NAUGHTY.join('\n'))
    through(`#接龙\n${NAUGHTY.join('\n1. ')}`)
    through(`<appmsg><title>${NAUGHTY.join('')}</title><solitaire_info>${NAUGHTY.join('')}</solitaire_info>`)
  })
})

const EMPTY = {
  tag: 'none',
  title: '',
  header: '',
  example: null,
  tail: '',
  startsAt: 1,
  incomplete: false,
  starterId: null,
  digest: '',
} as const

/** Anything worse than linear would take minutes on these. */
describe('very long messages', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil((MAX_LIST_CHARS * 2) / unit.length))

  test.each([
    '1',
    ' ',
    '\n',
    '1. ',
    '1. 张敏\n',
    '1. 张敏\n\n',
    '5.18',
    '「',
    '「a：」\n- - - - - -\n',
    '- ',
    '接龙',
    '#',
    '#接龙',
    '#接龙\n',
    '例 ',
    '例\n',
    '①',
    '~~',
    '（',
    '（退',
    '、退出 ',
    '\u200b',
    '1\ufe0f\u20e3',
    '\ud83d',
    '带',
    '张',
    '张敏、',
    'wxid_',
  ])('of %j', { timeout: 20_000 }, (unit) => {
    through(long(unit))
    through(`#接龙\n${long(unit)}`)
    through(`#接龙\n义诊\n\n1. 张敏 ${long(unit)}`)
  })

  test.each(['<i>', '<i><u>', '<r>1-1</r>', '<![CDATA[', ']]>', '&#x41;', '<', '</i>', '<i '])(
    'XML of %j',
    { timeout: 20_000 },
    (unit) => {
      through(`<msg><appmsg><title>#接龙\n\n1. 张敏</title><solitaire_info>${long(unit)}</solitaire_info></appmsg>`)
      through(`<msg><appmsg><title>${long(unit)}</title><solitaire_info></solitaire_info></appmsg>`)
    },
  )

  test('500 people, each replying to a copy of the day before', { timeout: 60_000 }, () => {
    const names = Array.from({ length: MAX_ROWS }, (_, i) => `代表${String(i + 1).padStart(3, '0')}`)
    const roster = rosterOf(names.map((name, personId) => ({ personId, name })))
    let state = notePosted(EMPTY_LIST)
    for (let i = 0; i < names.length; i += 5) {
      const seen = names.slice(0, Math.max(0, i - 20)).filter((_, index) => index % 5 === 0)
      const list = parseJielong(printJielong({ title: '义诊', rows: [...seen, names[i]!] }))!
      state = mergeList(state, { ...resolveRows(list, roster), senderId: i, sentAtS: null }).state
    }
    expect(state.entries.filter((entry) => entry.state === 'in').length).toBe(names.length / 5)
  })
})
