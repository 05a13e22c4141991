import { describe, expect, it } from 'vitest'
import { type ClaimFigure, claimFigures } from '../../../../station/summary/checks/claim-figures.js'

const shown = (figure: ClaimFigure): string => {
  switch (figure.kind) {
    case 'number':
      return `${figure.value}${figure.unit}`
    case 'percent':
      return `${figure.value}%`
    case 'date':
      return [figure.year, figure.month, figure.day].map((part) => part ?? '·').join('-')
    case 'time':
      return `${figure.hour}:${figure.minute}${figure.afternoon === null ? '' : figure.afternoon ? 'pm' : 'am'}`
    case 'weekday':
      return `weekday ${figure.day}`
    case 'vague':
      return `vague ${figure.raw}`
  }
}

const read = (text: string): string[] => claimFigures(text).map(shown)

describe('figures a sentence states', () => {
  it.each([
    ['报名12人，到场7人', ['12人', '7人']],
    ['报名十二人，到场七人次', ['12人', '7人次']],
    ['两场活动', ['2场']],
    ['一百二十三名群众', ['123名']],
    ['11月21日上午9点', ['·-11-21', '9:0am']],
    ['十一月二十一日下午两点半', ['·-11-21', '2:30pm']],
    ['2026年11月', ['2026-11-·']],
    ['二〇二六年十一月', ['2026-11-·']],
    ['2026-11-21 14:30', ['2026-11-21', '14:30']],
    ['28日', ['·-·-28']],
    ['周六', ['weekday 6']],
    ['星期日', ['weekday 7']],
    ['满意率87.5%', ['87.5%']],
    ['百分之九十', ['90%']],
    ['八成代表', ['80%']],
    ['近百人', ['vague 近百']],
    ['数十件', ['vague 数十']],
    ['十余人', ['vague 十余']],
    ['超过30人', ['vague 超过30']],
    ['明天', ['vague 明天']],
    ['三分之一', ['vague 三分之一']],
  ])('%s → %j', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })

  it.each(['H12、Y17–Y21', '进一步统一意见', '一起开展', '一是反映', '老百姓', '第一时间'])(
    '%s states none',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )

  it('spans point to where they stand', () => {
    const text = '义诊到场7人'
    const [figure] = claimFigures(text)
    expect(text.slice(...figure!.span)).toBe('7人')
  })
})
