import { describe, expect, it } from 'vitest'
import { checkDraft, type Draft } from '../../../station/suggestion/check-draft.js'
import { notASuggestion } from '../../../station/suggestion/not-a-suggestion.js'
import { separateMatters, separateOpinions } from '../../../station/suggestion/separate-matters.js'

const GOOD: Draft = {
  title: '关于在社区卫生服务中心增设儿科门诊的建议',
  text: `一、基本情况
全区12家社区卫生服务中心只有3家设儿科，走访中42户家庭反映孩子发烧要到市儿童医院排队3小时。
二、原因分析
儿科医生待遇偏低，近两年流失9人，导致基层无医可派。
三、具体建议
由区卫生健康委员会牵头，在双塘、夫子庙社区卫生服务中心各增设1个儿科门诊，每周开诊不少于3天；对基层儿科医生每月给予岗位补贴。`,
  unit: '区卫生健康委员会',
}
const codes = (draft: Partial<Draft>, professional = false): string[] =>
  checkDraft({ ...GOOD, ...draft }, professional).map((finding) =>
    finding.code === 'partMissing'
      ? `partMissing ${finding.part}`
      : finding.code === 'notASuggestion'
        ? `not ${finding.id}`
        : finding.code,
  )

describe('a draft', () => {
  it('that is whole raises nothing, evidence included', () => {
    expect(codes({}, true)).toEqual([])
  })

  it('without headings is judged by its sentences', () => {
    const text =
      '目前全区公交末班车多在晚上7点半收班，夜班职工约3000人出行不便。主要是线路经费按里程核定，延时没有补贴。建议由区交通运输局牵头，将33路末班车延长到22点，并试点半年。'
    expect(codes({ title: '关于延长33路公交末班时间的建议', text, unit: '区交通运输局' })).toEqual([])
  })

  it.each([
    [{ title: '' }, ['titleMissing']],
    [{ title: '儿科' }, ['titleForm']],
    [{ title: '请解决儿科问题' }, ['titleForm']],
    [{ title: `关于${'增设'.repeat(25)}的建议` }, ['titleTooLong']],
    [{ unit: '' }, ['unitMissing']],
  ] as [Partial<Draft>, string[]][])('%o: %j', (draft, expected) => {
    expect(codes(draft)).toEqual(expected)
  })

  it('needs a situation, an analysis and a proposal', () => {
    const situation =
      '目前全区12家社区卫生服务中心只有3家设有儿科，走访的42户家庭反映孩子发烧要到市儿童医院排队，等候时间平均3小时，晚上更久。'
    expect(codes({ text: situation })).toEqual(['partMissing analysis', 'partMissing proposal'])
    const wish =
      '希望在社区卫生服务中心增设儿科门诊，每周开诊三天，配备医生两名护士两名，药品目录与市儿童医院一致，收费按社区标准，并在门口公示开诊时间安排。'
    expect(codes({ text: wish })).toEqual(['partMissing situation', 'partMissing analysis'])
  })

  it('whose proposal nobody could check is called vague', () => {
    const text = `${GOOD.text.split('三、')[0]}三、具体建议\n希望有关部门高度重视，进一步加强基层儿科，尽快解决。`
    expect(checkDraft({ ...GOOD, text }).find(({ code }) => code === 'proposalVague')).toEqual({
      code: 'proposalVague',
      words: ['重视', '进一步', '加强', '尽快解决'],
    })
  })

  it('that is a line is too short', () => {
    expect(codes({ text: '建议增设儿科。' })).toContain('tooShort')
  })

  it('of a professional station needs evidence', () => {
    const text =
      '目前社区卫生服务中心缺少儿科，家长反映孩子看病不便，往返奔波。由于儿科医生待遇偏低，基层留不住人。建议由卫生健康部门牵头，在社区卫生服务中心增设儿科门诊，并对基层儿科医生给予岗位补贴。'
    expect(codes({ text }, true)).toEqual(['basisMissing'])
    expect(codes({ text }, false)).toEqual([])
  })
})

describe('一事一议', () => {
  it('finds two matters joined in a title', () => {
    expect(separateMatters('关于增设儿科和规范停车收费的建议', GOOD.text).length).toBeGreaterThan(1)
    expect(codes({ title: '关于社区增设儿科门诊和解决停车难的建议' })).toEqual(['severalMatters'])
  })

  it('finds two matters that the text comes back to', () => {
    const text = `${GOOD.text}\n另外小区停车位不足，晚上没地方停。\n建议由区城市管理局牵头增设停车位200个。`
    expect(checkDraft({ ...GOOD, text })).toContainEqual({ code: 'severalMatters', matters: ['缺儿科', '停车难'] })
  })

  it('lets background pass that is mentioned once, and kin matters of one kind', () => {
    expect(codes({ text: `${GOOD.text}\n部分家长还提到医院门口停车不便。` })).toEqual([])
    expect(separateMatters('关于修复路灯和井盖的建议', '路灯不亮。井盖松动。路灯老化。井盖缺失。')).toHaveLength(1)
  })

  it('says which opinions belong together', () => {
    const groups = separateOpinions([
      { no: 17, text: '社区医院缺儿科' },
      { no: 19, text: '社区配药难' },
      { no: 21, text: '小区停车难' },
      { no: 22, text: '大家都这么说' },
    ])
    expect(groups.map(({ opinions }) => opinions)).toEqual([[17, 19, 22], [21]])
    expect(separateOpinions([])).toEqual([])
  })
})

describe('what is not a suggestion', () => {
  it.each([
    ['我儿子的工作问题请予解决', 'personal'],
    ['本人要求落实待遇', 'personal'],
    ['现将群众来信转交如下，来信原文附后', 'relayed'],
    ['此案一审已判决，请求改判', 'judicial'],
    ['现检举某单位领导', 'accusation'],
    ['本公司研发的净水器可以推广', 'promotion'],
    ['建议外省的政府开放数据', 'otherRegion'],
  ])('%s: %s', (text, id) => {
    expect(notASuggestion(text).map((one) => one.id)).toContain(id)
  })

  it.each(['建议完善举报奖励机制', '建议公开判决执行情况', '建议开通举报电话', '本人大代表走访发现', GOOD.text])(
    '%s is none of that',
    (text) => {
      expect(notASuggestion(text)).toEqual([])
    },
  )
})
