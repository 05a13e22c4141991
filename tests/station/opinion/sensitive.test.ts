import { describe, expect, it } from 'vitest'
import { NOT_ACCEPTED_REASONS, notAcceptedReason } from '../../../station/opinion/not-accepted.js'
import { sensitiveIn } from '../../../station/opinion/sensitive.js'

const kinds = (text: string): string =>
  sensitiveIn(text)
    .map(({ kind }) => kind)
    .join('+')

describe('what a deputy is warned of', () => {
  it.each([
    ['这份机密文件大家看看', 'secret'],
    ['发一份涉密材料', 'secret'],
    ['内部文件，不得外传', 'secret'],
    ['医院设备招标，能不能帮忙打个招呼', 'interference'],
    ['我弟弟公司想中标，请代表关照', 'interference'],
    ['朋友的案子请跟法官说句话', 'interference'],
    ['我儿子被拘留了，能不能疏通', 'interference'],
    ['我家的案子判决不公', 'case'],
    ['我弟弟的案件二审要开庭了', 'case'],
    ['本人对行政处罚不服', 'case'],
  ])('%s → %s', (text, expected) => {
    expect(kinds(text)).toBe(expected)
  })

  it.each([
    '社区医院缺儿科',
    '法院判决后执行难，群众反映强烈',
    '建议公开医院设备招标结果',
    '希望加强招投标监管',
    '法官太少，立案要排队',
    '请注意保密居民电话',
    '照顾独居老人',
    '希望街道帮忙修路灯',
    '能不能帮我问问医保报销',
    '个案管理服务要进社区',
    '我家楼下路灯坏了',
    '密码忘了',
  ])('%s passes', (text) => {
    expect(kinds(text)).toBe('')
  })

  it('names the words and the article', () => {
    expect(sensitiveIn('我弟弟想中标，请关照')).toEqual([
      { kind: 'interference', article: '代表法59', words: ['中标', '关照'] },
    ])
  })

  it('sees through spaces and full-width letters', () => {
    expect(kinds('机 密 文 件')).toBe('secret')
  })
})

describe('不予受理', () => {
  it.each([
    ['诉讼', 'litigation'],
    ['已经在法院打官司', 'litigation'],
    ['行政复议', 'reconsideration'],
    ['劳动仲裁', 'arbitration'],
    ['举报干部违纪', 'discipline'],
    ['信访', 'petition'],
    ['政府信息公开', 'disclosure'],
    ['12345', 'service-request'],
    ['空泛', 'empty'],
    ['不属于本行政区域', 'other-region'],
  ])('%s → %s', (typed, id) => {
    expect(notAcceptedReason(typed)?.id).toBe(id)
  })

  it('is not guessed from anything else', () => {
    for (const typed of ['', '  ', '不想管', '太忙']) expect(notAcceptedReason(typed)).toBeUndefined()
  })

  it('always names a channel, and every number is a public line', () => {
    for (const { channels } of NOT_ACCEPTED_REASONS) {
      expect(channels.length).toBeGreaterThan(0)
      for (const channel of channels) if ('phone' in channel) expect(channel.phone).toMatch(/^(?:1\d{2}|12\d{3})$/)
    }
  })

  it('finds every reason by every word it is called', () => {
    for (const row of NOT_ACCEPTED_REASONS)
      for (const typed of [row.id, row.label, ...row.aliases])
        expect([typed, notAcceptedReason(typed)?.id]).toEqual([typed, row.id])
  })
})
