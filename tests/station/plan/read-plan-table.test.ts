import { describe, expect, test } from 'vitest'
import { cellsOf, readPlanTable } from '../../../station/plan/read-plan-table.js'
import { Temporal } from '../../../station/time/civil.js'

const MARCH = Temporal.PlainDate.from('2026-03-10')
const read = (...rows: string[][]) =>
  readPlanTable(rows, MARCH, 2027).map(({ line, words }) =>
    line
      ? `${'month' in line.period ? line.period.month : 'quarter' in line.period ? `Q${line.period.quarter}` : '全年'} ${line.title} ${line.targetCount} ${line.owner ?? '-'}`
      : `? ${words}`,
  )

describe('the table of a plan', () => {
  test('under a heading each cell is what its column says, in whatever order', () => {
    expect(
      read(
        ['2027年度工作计划'],
        ['序号', '负责人', '计划月份', '工作内容', '次数', '备注'],
        ['1', '张敏', '3', '义诊进社区', '2次', '3月底前'],
        ['2', '', '2027-06-01', '法律讲座', '', ''],
        ['3', '办公室', '第四季度', '12345热线调研', '1', ''],
        ['合计', '', '', '', '4', ''],
      ),
    ).toEqual(['3 义诊进社区 2 张敏', '6 法律讲座 1 -', 'Q4 12345热线调研 1 办公室'])
  })

  test('what is meant as a line and not understood is given back, not dropped', () => {
    expect(
      read(
        ['月份', '事项', '次数'],
        ['择期', '视察', '1'],
        ['3、9月', '调研', ''],
        ['5月', '', '2'],
        ['6月', '讲座', '若干'],
      ),
    ).toEqual(['? 择期 视察', '? 3、9月 调研', '? 5月', '? 6月 讲座 若干'])
  })

  test('without a heading the cells say it themselves', () => {
    expect(read(['秦淮金融站计划'], ['3月', '义诊', '2'], ['3月 座谈'], ['13月', '座谈', '1'])).toEqual([
      '3 义诊 2 -',
      '3 座谈 1 -',
      '? 13月 座谈',
    ])
  })

  test('a month merged over several rows counts for each; a cell in error holds nothing', () => {
    const merged = (text: string) => ({ text, odd: 'merged' as const })
    const rows = [
      [{ text: '月份' }, { text: '事项' }],
      [merged('3月'), { text: '义诊' }],
      [merged(''), { text: '讲座' }],
      [{ text: '' }, { text: '#REF!', odd: 'error' as const }],
    ]
    const cells = cellsOf(rows.map((row, index) => ({ line: index + 1, cells: row })))
    expect(cells).toEqual([
      ['月份', '事项'],
      ['3月', '义诊'],
      ['3月', '讲座'],
      ['', ''],
    ])
    expect(read(...cells)).toEqual(['3 义诊 1 -', '3 讲座 1 -'])
  })
})
