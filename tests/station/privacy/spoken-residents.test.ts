import { describe, expect, it } from 'vitest'
import { perhapsKnown, withoutResidents } from '../../../station/privacy/spoken-residents.js'

describe('what is said of activities, meetings and papers, without residents’ names', () => {
  it.each([
    ['居民张伟反映他爸看病难', '居民某某反映他爸看病难'],
    ['听患者家属李红梅说，夜里没人', '听患者家属某某某说，夜里没人'],
    ['业主代表刘建军要求公示', '业主代表某某某要求公示'],
    ['她女儿王小丽从外地赶回', '她女儿某某某从外地赶回'],
    ['有个叫张伟的孩子没书读', '有个叫某某的孩子没书读'],
    ['来访人：欧阳春兰', '来访人：某某某某'],
    ['王阿姨家漏水', '某阿姨家漏水'],
    ['李秀英（女，72岁）行动不便', '某某某（女，72岁）行动不便'],
    ['陈志强的身份证丢了', '某某某的身份证丢了'],
    ['独居老人陈桂英断药', '独居老人某某某断药'],
    ['维吾尔族居民买买提·吐逊反映', '维吾尔族居民某某某某某某反映'],
  ])('%s → %s', (text, kept) => {
    expect(withoutResidents(text)).toBe(kept)
    expect(withoutResidents(withoutResidents(text))).toBe(withoutResidents(text))
  })

  it.each([
    '请李医生讲高血压，王老师主持',
    '联系人刘洋负责签到',
    '葛大姐调解室的经验值得学',
    '李先生牛肉面门口集合',
    '患者安全与居民健康',
    '居民金融知识讲座',
    '群众关心的事，学生常见病，老人平安',
    '张敏、陈静到场',
    '转 卫健委 联系刘主任',
  ])('%s stays as it is', (text) => expect(withoutResidents(text)).toBe(text))

  it('leaves the stations’ own people readable, and asks for them only where a resident may be meant', () => {
    const text = '居民代表张敏说，居民张伟没来'
    expect(perhapsKnown(text)).toEqual(expect.arrayContaining(['张敏', '张伟']))
    expect(withoutResidents(text, ['张敏'])).toBe('居民代表张敏说，居民某某没来')
    expect(perhapsKnown('张敏、陈静到场')).toEqual([])
  })
})
