import { describe, expect, it } from 'vitest'
import { DISTRICT_UNITS, resolveUnit } from '../../../station/opinion/units.js'

const name = (typed: string): string => {
  const match = resolveUnit(typed)
  if (match.kind === 'one') return match.unit.name
  const offered = match.kind === 'several' ? match.units : match.nearest
  return `${match.kind}: ${offered.map((unit) => unit.name).join('、')}`
}

describe('the unit meant', () => {
  it.each([
    ['卫健委', '区卫生健康委员会'],
    ['卫健', '区卫生健康委员会'],
    ['区卫健委', '区卫生健康委员会'],
    ['卫生健康委员会', '区卫生健康委员会'],
    ['秦淮区卫健委', '区卫生健康委员会'],
    [' 卫 健 委 ', '区卫生健康委员会'],
    ['医保局', '区医疗保障局'],
    ['人社', '区人力资源和社会保障局'],
    ['城管', '区城市管理局'],
    ['交警', '区公安分局交通警察大队'],
    ['市监局', '区市场监督管理局'],
    ['市场监管局', '区市场监督管理局'],
    ['教委', '区教育局'],
  ])('%s → %s', (typed, expected) => {
    expect(name(typed)).toBe(expected)
  })

  it('is asked for where several answer to the word', () => {
    const match = resolveUnit('管理局')
    expect(match.kind).toBe('several')
    expect(name('公安分')).toContain('several')
  })

  it('is never taken from another level, though ours is offered', () => {
    expect(name('市卫健委')).toBe('none: 区卫生健康委员会')
    expect(name('省教育局')).toBe('none: 区教育局')
  })

  it('is offered, not taken, for a slip of the finger', () => {
    expect(name('卫建委')).toBe('none: 区卫生健康委员会、区城乡建设局')
    expect(name('天文台')).toBe('none: ')
    expect(name('')).toBe('none: ')
  })

  it('is found for every alias of the directory, and no alias belongs to two units', () => {
    for (const unit of DISTRICT_UNITS)
      for (const alias of [unit.name, ...unit.aliases]) expect([alias, name(alias)]).toEqual([alias, unit.name])
  })

  it("is looked for in the station's own list", () => {
    const own = [
      { name: '双塘街道人大工委', aliases: ['双塘街道'] },
      { name: '夫子庙街道人大工委', aliases: ['夫子庙街道'] },
    ]
    expect(resolveUnit('双塘', own)).toMatchObject({ kind: 'one' })
    expect(resolveUnit('街道', own)).toMatchObject({ kind: 'several' })
  })
})
