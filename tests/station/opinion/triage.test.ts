import { describe, expect, it } from 'vitest'
import { triage } from '../../../station/opinion/triage.js'

const MEDICAL = { profession: '医疗卫生', focusTags: ['前沿研究', '立法调研', '群众医疗问题'] }
const FINANCE = { profession: '金融', focusTags: ['投资者教育', '金融发展', '防非反诈'] }
const LAW = { profession: '法律', focusTags: ['法律宣传', '社会治理', '立法联系'] }

describe('站 or 家室', () => {
  it.each([
    [MEDICAL, '社区医院缺儿科', 'health', 'professional'],
    [MEDICAL, '配药要跑大医院', null, 'professional'],
    [MEDICAL, '小区停车难', 'transport', 'regional'],
    [MEDICAL, '楼道灯坏了', null, 'regional'],
    [MEDICAL, '老人银行取钱排队久', 'economy', 'regional'],
    [MEDICAL, '希望越来越好', null, 'unclear'],
    [FINANCE, '老人被忽悠买了理财', 'economy', 'professional'],
    [FINANCE, '社区医院缺儿科', 'health', 'regional'],
    [LAW, '打官司请不起律师', 'law', 'professional'],
    [LAW, '小区停车难', 'transport', 'regional'],
  ] as const)('%o: %s (%s) is %s', (station, text, category, kind) => {
    expect(triage(text, category, station).kind).toBe(kind)
  })

  it('names the focus tag that fits and the words that decided', () => {
    expect(triage('社区医院缺儿科', 'health', MEDICAL)).toMatchObject({
      focusTag: '群众医疗问题',
      words: ['医院', '儿科'],
    })
    expect(triage('条例立法征求意见时间短', null, MEDICAL).focusTag).toBeNull()
    expect(triage('中医药条例立法调研时间太短', null, MEDICAL).focusTag).toBe('立法调研')
    expect(triage('防范非法集资要进社区', 'economy', FINANCE).words).toContain('非法集资')
    expect(triage('小区停车难', 'transport', MEDICAL)).toMatchObject({ focusTag: null, words: ['小区', '停车'] })
  })

  it('lets a station add its own words', () => {
    expect(triage('楼道灯坏了', null, MEDICAL, ['楼道']).kind).toBe('professional')
  })
})
