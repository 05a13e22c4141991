import { describe, expect, test } from 'vitest'
import type { JielongList } from '../../../station/jielong/list.js'
import { parseJielong } from '../../../station/jielong/parse.js'

const list = (...lines: string[]): JielongList => {
  const parsed = parseJielong(lines.join('\n'))
  if (parsed === null) throw new Error('no list')
  return parsed
}
const rows = (parsed: JielongList): [number, string][] => parsed.rows.map(({ ordinal, text }) => [ordinal, text])

describe('native lists', () => {
  test('the plain shape: header, example, rows, tail', () => {
    const parsed = list(
      '#接龙',
      '5月18日义诊进社区，来凤街，限8人',
      '例 姓名+科室',
      '',
      '1. 张敏 儿科',
      '2. 陈静 内科',
      '',
      '截止5月16日18:00',
    )
    expect(parsed).toMatchObject({
      tag: 'native',
      title: '5月18日义诊进社区，来凤街，限8人',
      header: '5月18日义诊进社区，来凤街，限8人',
      example: '姓名+科室',
      tail: '截止5月16日18:00',
      startsAt: 1,
      incomplete: false,
    })
    expect(rows(parsed)).toEqual([
      [1, '张敏 儿科'],
      [2, '陈静 内科'],
    ])
  })

  test('title before the tag, more of the header below it, an example of several lines', () => {
    const parsed = list(
      '@健身教练小杰  打卡#接龙',
      '',
      '6月26日打卡 伙伴们加油💪🏻',
      '例 打卡第X天',
      '训练部位：训练动作',
      '',
      '1. Kevin-增肌-8年~18天 打卡19天',
      '胸部：俯卧撑100个',
      '全身：波比跳20个',
      '2. 冰✡️saya🫧 快走20分钟',
    )
    expect(parsed.title).toBe('@健身教练小杰  打卡')
    expect(parsed.header).toBe('@健身教练小杰  打卡\n\n6月26日打卡 伙伴们加油💪🏻')
    expect(parsed.example).toBe('打卡第X天\n训练部位：训练动作')
    expect(rows(parsed)).toEqual([
      [1, 'Kevin-增肌-8年~18天 打卡19天\n胸部：俯卧撑100个\n全身：波比跳20个'],
      [2, '冰✡️saya🫧 快走20分钟'],
    ])
    expect(parsed.rows[0]?.lines.length).toBe(3)
  })

  test('title on the line of the tag, with a date that looks like a number', () => {
    const parsed = list('#接龙🥗轻食 5/8 接力棒…', '', '1. We.AB', '2. Kevin-增肌-8年~18天 …')
    expect(parsed.title).toBe('🥗轻食 5/8 接力棒…')
    expect(rows(parsed)).toEqual([
      [1, 'We.AB'],
      [2, 'Kevin-增肌-8年~18天 …'],
    ])
  })

  test('no title at all', () => {
    const parsed = list('#接龙', '', '1. 小禾 7-10，补觉…')
    expect(parsed).toMatchObject({ tag: 'native', title: '', header: '', tail: '' })
    expect(rows(parsed)).toEqual([[1, '小禾 7-10，补觉…']])
  })

  test('a block of options, and rows that begin above 1 because the first were cut', () => {
    const parsed = list('牛气餐厅', 'C：牛肋条', 'D：鸡腿', '请大家接龙：', '6. Lq13 E 🐮')
    expect(parsed).toMatchObject({ tag: 'word', title: '牛气餐厅', startsAt: 6 })
    expect(parsed.header).toBe('牛气餐厅\nC：牛肋条\nD：鸡腿\n请大家接龙：')
    expect(rows(parsed)).toEqual([[6, 'Lq13 E 🐮']])
  })

  test('the English client', () => {
    const parsed = list('#Group Note', 'Health check in Laifeng Street', '', '1. Zhang Min', '2. Chen Jing')
    expect(parsed).toMatchObject({ tag: 'native', title: 'Health check in Laifeng Street' })
    expect(rows(parsed)).toEqual([
      [1, 'Zhang Min'],
      [2, 'Chen Jing'],
    ])
  })

  test.each(['＃接龙', '#接龍', '# 接龙', '#group note'])('the tag as %s', (tag) => {
    expect(list(tag, '义诊', '', '1. 张敏').tag).toBe('native')
  })

  test('rows of nothing but a name or a number', () => {
    expect(rows(list('#接龙', '义诊', '', '1. We.AB', '2. ', '3.', '4. 张敏'))).toEqual([
      [1, 'We.AB'],
      [2, ''],
      [3, ''],
      [4, '张敏'],
    ])
  })

  test.each([
    ['a date', '5.18义诊'],
    ['a time', '9:00集合'],
    ['a range', '10-12人，先到先得'],
    ['a numbered title', '5. 义诊'],
  ])('a title with %s is not a row', (_, title) => {
    const parsed = list('#接龙', title, '', '1. 张敏', '2. 陈静')
    expect(parsed.title).toBe(title)
    expect(rows(parsed)).toEqual([
      [1, '张敏'],
      [2, '陈静'],
    ])
  })

  test('numbered instructions above and below are not rows', () => {
    const above = list('#接龙', '义诊', '', '1、时间：5月18日', '2、地点：来凤街', '', '1. 张敏', '2. 陈静')
    expect(above.header).toBe('义诊\n\n1、时间：5月18日\n2、地点：来凤街')
    expect(rows(above).map(([, text]) => text)).toEqual(['张敏', '陈静'])
    const below = list('#接龙', '义诊', '', '1. 张敏', '2. 陈静', '', '1、请准时', '2、带代表证')
    expect(below.tail).toBe('1、请准时\n2、带代表证')
    expect(rows(below).map(([, text]) => text)).toEqual(['张敏', '陈静'])
  })

  test('a list nobody has joined yet', () => {
    expect(list('#接龙', '5.18义诊 9:00')).toMatchObject({ title: '5.18义诊 9:00', rows: [] })
  })

  test('line ends of Windows', () => {
    expect(rows(parseJielong('#接龙\r\n义诊\r\n\r\n1. 张敏\r\n2. 陈静')!)).toEqual([
      [1, '张敏'],
      [2, '陈静'],
    ])
  })
})

describe('lists made by hand', () => {
  test.each([
    ['、', ['1、张三', '2、李四']],
    ['）', ['1）张三', '2）李四']],
    ['：', ['1：张三', '2：李四']],
    ['no blank after the dot', ['1.张三', '2.李四']],
    ['circled', ['①张三', '②李四']],
    ['keycaps', ['1️⃣张三', '2️⃣ 李四']],
    ['bracketed', ['（1）张三', '(2)李四']],
    ['full width', ['１．张三', '２．李四']],
    ['dotted numerals', ['⒈张三', '⒉李四']],
  ])('numbered by %s', (_, lines) => {
    const parsed = list('义诊报名', ...lines)
    expect(parsed.title).toBe('义诊报名')
    expect(rows(parsed)).toEqual([
      [1, '张三'],
      [2, '李四'],
    ])
  })

  test('numbers without a separator, where 接龙 is said above', () => {
    expect(rows(list('请接龙', '1张敏', '2陈静'))).toEqual([
      [1, '张敏'],
      [2, '陈静'],
    ])
    expect(parseJielong('义诊\n1张敏\n2陈静')).toBeNull()
  })

  test('ticks, +1 and what stands behind names is kept as written', () => {
    expect(rows(list('接龙', '1.张三✔', '2.李四+1', '3.王五 +2（带家属）', '4.收到')).map(([, text]) => text)).toEqual([
      '张三✔',
      '李四+1',
      '王五 +2（带家属）',
      '收到',
    ])
  })

  test('rows crossed out by hand', () => {
    const parsed = list(
      '接龙',
      '1. ~~张三~~',
      '2. 李四（退）',
      '3. 王五 已退出',
      '4. 赵六 内科',
      '5. 钱七(请假)',
      '6. 孙̶八̶',
    )
    expect(parsed.rows.map(({ struck }) => struck)).toEqual([true, true, true, false, false, true])
  })

  test('two people took the same number, another was deleted', () => {
    expect(rows(list('接龙', '1. 张敏', '2. 陈静', '2. 周宁', '4. 赵磊'))).toEqual([
      [1, '张敏'],
      [2, '陈静'],
      [2, '周宁'],
      [4, '赵磊'],
    ])
  })

  test('names that begin with a digit', () => {
    expect(rows(list('接龙', '1.1组张三', '2.3组李四'))).toEqual([
      [1, '1组张三'],
      [2, '3组李四'],
    ])
  })
})

describe('no list', () => {
  test('a reply that quotes a list', () => {
    expect(parseJielong('「张敏：#接龙\n义诊\n\n1. 张敏\n2. 陈静」\n- - - - - - - - - -\n收到')).toBeNull()
    expect(parseJielong('「张敏：#接龙\n义诊\n\n1. 张敏」\n- - - - - -\n1. 张敏\n2. 陈静')).toBeNull()
  })

  test.each([
    '收到',
    '+1',
    '报名+1',
    '张三+1',
    '+2（带家属）',
    '大家用#接龙报名',
    '接龙',
    '下午3:00开会，9.5折',
    '1. 我先说一点',
    '今天体温36.5',
    '',
  ])('%j', (text) => {
    expect(parseJielong(text)).toBeNull()
  })
})

describe('identity', () => {
  const digest = (...lines: string[]): string => list(...lines).digest

  test('rows do not change it; blanks, width and script do not either', () => {
    const one = digest('#接龙', '义诊进社区，限8人', '', '1. 张敏')
    expect(digest('#接龙', '义诊进社区,限８人 ', '', '1. 张敏', '2. 陈静')).toBe(one)
    expect(digest('#接龙', '義診進社區，限8人', '', '1. 陈静')).toBe(one)
  })

  test('another title, example or tail makes another list', () => {
    const shapes = [
      digest('#接龙', '义诊', '', '1. 张敏'),
      digest('#接龙', '讲座', '', '1. 张敏'),
      digest('#接龙', '义诊', '例 姓名', '', '1. 张敏'),
      digest('#接龙', '义诊', '', '1. 张敏', '', '截止周五'),
    ]
    expect(new Set(shapes).size).toBe(4)
  })
})

test('the client’s limit of 500 rows: what is beyond is left out, and said to be', () => {
  const parsed = list('#接龙', '义诊', '', ...Array.from({ length: 520 }, (_, i) => `${i + 1}. 代表${i + 1}`))
  expect(parsed.rows.length).toBe(500)
  expect(parsed.incomplete).toBe(true)
})
