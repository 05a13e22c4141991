import { describe, expect, test } from 'vitest'
import { parseJielong } from '../../../station/jielong/parse.js'
import { resolveRows } from '../../../station/jielong/resolve-rows.js'
import { rosterOf } from '../../../station/jielong/roster.js'
import { readRow } from '../../../station/jielong/rows-to-people.js'

const PEOPLE: readonly (readonly [string, ...string[]])[] = [
  ['张敏', '小敏🌸', '🌸敏儿'],
  ['陈静', 'We.AB'],
  ['周宁'],
  ['赵磊', 'Kevin-增肌-8年~18天'],
  ['李志强'],
  ['欧阳娜娜'],
  ['张敏华'],
  ['王芳'],
  ['周伟'],
]
const idOf = (name: string): number => PEOPLE.findIndex(([one]) => one === name) + 1
const ROSTER = rosterOf(PEOPLE.map(([name, ...aliases], i) => ({ personId: i + 1, name, aliases })))
const read = (text: string) => readRow(text, ROSTER)

describe('whose a row is', () => {
  test.each([
    ['张敏', '张敏', ''],
    ['张敏 儿科', '张敏', '儿科'],
    ['张敏儿科', '张敏', '儿科'],
    ['张敏，儿科，9点到', '张敏', '儿科，9点到'],
    ['张敏：义诊', '张敏', '义诊'],
    ['张　敏', '张敏', ''],
    ['張敏 兒科', '张敏', '兒科'],
    ['🌸张敏🌸', '张敏', ''],
    ['张敏✔', '张敏', ''],
    ['儿科 张敏', '张敏', '儿科'],
    ['1组-张敏', '张敏', '1组'],
    ['代表张敏', '张敏', '代表'],
    ['~~张敏~~', '张敏', ''],
    ['张敏（退）', '张敏', ''],
    ['小敏🌸', '张敏', ''],
    ['🌸敏儿 儿科', '张敏', '儿科'],
    ['We.AB', '陈静', ''],
    ['we.ab 内科', '陈静', '内科'],
    ['Kevin-增肌-8年~18天 打卡19天', '赵磊', '打卡19天'],
    ['张敏华 骨科', '张敏华', '骨科'],
    ['欧阳娜娜', '欧阳娜娜', ''],
    ['周宁 法律咨询', '周宁', '法律咨询'],
  ])('%s is %s', (text, name, note) => {
    expect(read(text)).toMatchObject({ kind: 'person', personIds: [idOf(name)], note })
  })

  test.each(['张敏丽 骨科', '高张敏', 'We.ABC', '收到', '+1', '', 'Kevin', '全体'])(
    '%j is nobody of the roster',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'unknown', personIds: [] })
    },
  )

  test.each([
    ['周主任', ['周宁', '周伟']],
    ['小周', ['周宁', '周伟']],
    ['王医生 内科', ['王芳']],
    ['志强 骨科', ['李志强']],
    ['欧阳老师', ['欧阳娜娜']],
  ])('%s may be %j, and is asked about', (text, names) => {
    expect(read(text)).toMatchObject({ kind: 'likely', personIds: names.map(idOf) })
  })

  test('two deputies of one name are asked about', () => {
    const twins = rosterOf([
      { personId: 1, name: '张敏' },
      { personId: 2, name: '张敏' },
    ])
    expect(readRow('张敏 儿科', twins)).toMatchObject({ kind: 'likely', personIds: [1, 2] })
  })

  test('several in one row; a name in a remark is no second person', () => {
    expect(read('张敏、陈静')).toMatchObject({ kind: 'several', personIds: [idOf('张敏'), idOf('陈静')] })
    expect(read('张敏 儿科（陈静带队）')).toMatchObject({ kind: 'person', note: '儿科（陈静带队）' })
  })

  test.each([
    ['代张敏', '张敏'],
    ['帮周宁报名', '周宁'],
    ['张敏（陈静代）', '张敏'],
    ['张敏 儿科（陈静代报）', '张敏'],
  ])('%s was written for %s', (text, name) => {
    expect(read(text)).toMatchObject({ kind: 'person', personIds: [idOf(name)], onBehalf: true })
  })
})

describe('who comes along', () => {
  test.each([
    ['张敏', null],
    ['张敏+1', 1],
    ['张敏＋２', 2],
    ['张敏 +2（带家属）', 2],
    ['张敏带2人', 2],
    ['张敏 带两个同事', 2],
    ['张敏（带家属）', 1],
    ['张敏 儿科 共3人', 2],
    ['张敏 一家三口', 2],
    ['张敏 儿科', null],
    ['张敏 9点到', null],
  ])('%s: %j', (text, companions) => {
    expect(read(text)).toMatchObject({ kind: 'person', personIds: [idOf('张敏')], companions })
  })
})

describe('the rows of a list', () => {
  const resolved = (rows: string, personOf?: ReadonlyMap<string, number>, authorId: string | null = null) => {
    const list = parseJielong(`#接龙\n义诊\n\n${rows}`)!
    return resolveRows({ ...list, rows: list.rows.map((row) => ({ ...row, authorId })) }, ROSTER, personOf)
  }
  const accounts = new Map([
    ['wxid_min', idOf('张敏')],
    ['wxid_ning', idOf('周宁')],
  ])

  test('keep the same key in every version, by person or else by words', () => {
    const [known, unknown] = resolved('1. 张敏 儿科\n2. 小 明').rows
    const [again, still] = resolved('1. 张敏 骨科\n4. 小　明').rows
    expect(known?.key).toBe(again?.key)
    expect(unknown?.key).toBe(still?.key)
    expect(unknown?.personId).toBeNull()
  })

  test('empty rows are nobody', () => {
    expect(resolved('1. \n2. 张敏').rows.map(({ text }) => text)).toEqual(['张敏'])
  })

  test('a row of several becomes one for each', () => {
    expect(resolved('1. 张敏、陈静 内科').rows.map(({ text }) => text)).toEqual(['张敏 内科', '陈静 内科'])
  })

  test('a row that names nobody is its writer’s; a row that names another is that person’s', () => {
    expect(resolved('1. 🌸 儿科', accounts, 'wxid_min').rows[0]?.personId).toBe(idOf('张敏'))
    expect(resolved('1. 陈静', accounts, 'wxid_min').rows[0]).toMatchObject({
      personId: idOf('陈静'),
      writerId: idOf('张敏'),
    })
    expect(resolved('1. 小周', accounts, 'wxid_ning').rows[0]?.personId).toBe(idOf('周宁'))
    expect(resolved('1. 代王小明', accounts, 'wxid_min').rows[0]?.personId).toBeNull()
    expect(resolved('1. 🌸', accounts, 'wxid_stranger').rows[0]?.personId).toBeNull()
  })

  test('a list that begins above 1 is not complete', () => {
    expect(resolved('6. 张敏').complete).toBe(false)
    expect(resolved('1. 张敏').complete).toBe(true)
  })
})
