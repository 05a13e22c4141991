import { describe, expect, test } from 'vitest'
import { loadOpinions } from '../../../commands/ledger/books/opinions.js'
import { loadSuggestions } from '../../../commands/ledger/books/suggestions.js'
import { monthSpan } from '../../../station/ledger/span.js'
import { parseTranscript } from '../../replay/parse.js'
import { replay } from '../../replay/run.js'
import { useTheatre } from '../../replay/use-theatre.js'

const SAID = `
@now 2026-11-23 09:00
@room 医疗代表群
陈静: 意见 夜里救护车进不了小区，门禁没人管
孙莉: 转 Y1 主办 城管局 会办 卫健委、公安局
孙莉: 签收 Y1 城管局
孙莉: Y1 答复 卫健委 救护车进小区需物业配合
@later 1d
孙莉: Y1 答复 城管局 A类 门禁已加装一键开启
陈静: 意见 课后服务收费乱
孙莉: 转 Y2 分办 教育局、财政局
孙莉: Y2 答复 教育局 已公示
陈静: 意见 公交站没有雨棚
孙莉: 转 Y3 交通局
陈静: 起草建议 Y1
陈静: J1 已提交 编号 2026-015
孙莉: J1 交办 主办 卫健委 会办 医保局 11月24日
孙莉: J1 答复 医保局 报销目录已核
`

describe('several units on one matter', () => {
  const theatre = useTheatre()

  test('each stands in the ledger with its part, its days and its answer; a unit alone stands where it stood', async () => {
    const stage = await theatre.stage(['秦淮医疗'])
    await replay(parseTranscript(SAID), stage, '.')
    const station = await stage.prisma.station.findFirstOrThrow()
    const input = { db: stage.prisma, station, span: monthSpan(2026, 11), now: stage.clock.now() } as never
    const opinions = await loadOpinions(input)
    expect(opinions.map(({ ref, units }) => [ref, units])).toEqual([
      [
        'Y1',
        '主办 区城市管理局：交办2026-11-23，签收2026-11-23，答复2026-11-24“门禁已加装一键开启”，A类；' +
          '会办 区卫生健康委员会：交办2026-11-23，给意见2026-11-23“救护车进小区需物业配合”；' +
          '会办 区公安分局：交办2026-11-23，未给意见',
      ],
      ['Y2', '分办 区教育局：交办2026-11-24，答复2026-11-24“已公示”；分办 区财政局：交办2026-11-24，未答复'],
      ['Y3', null],
    ])
    const [suggestion] = await loadSuggestions(input)
    expect(suggestion?.units).toBe(
      '主办 区卫生健康委员会：交办2026-11-24，未答复；会办 区医疗保障局：交办2026-11-24，给意见2026-11-24“报销目录已核”',
    )
  })
})
