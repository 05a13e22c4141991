import { describe, expect, it } from 'vitest'
import { hotTopics, type TopicSource } from '../../../station/opinion/topics.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'

const NOW = parseMoment('2026-11-23 09:00')
const source = (
  no: number,
  text: string,
  people: number[],
  on = '2026-11-20',
  category: string | null = null,
): TopicSource => ({
  no,
  text,
  category,
  people,
  recordedOn: Temporal.PlainDate.from(on),
})

describe('what people care about', () => {
  it('is counted by people, not by messages', () => {
    const sources = [
      source(1, '社区医院配药难', [1]),
      source(2, '买药要跑很远', [1]),
      source(3, '药品不全', [1]),
      source(4, '课后服务只写作业', [2]),
      source(5, '晚托没有兴趣课', [3]),
    ]
    expect(hotTopics(sources, NOW).map(({ label, people }) => `${label}${people}`)).toEqual(['课后服务2', '配药难1'])
  })

  it('counts everybody who supports an opinion, each once', () => {
    expect(hotTopics([source(1, '配药难', [1, 2, 3]), source(2, '开药跑三趟', [3, 4])], NOW)[0]).toEqual({
      label: '配药难',
      people: 4,
      opinions: [1, 2],
    })
  })

  it('looks at thirty days: today is the first, the thirtieth day before is out', () => {
    const at = (on: string) => hotTopics([source(1, '配药难', [1], on)], NOW).length
    expect([at('2026-11-23'), at('2026-10-25'), at('2026-10-24'), at('2026-11-24')]).toEqual([1, 1, 0, 0])
    expect(hotTopics([source(1, '配药难', [1], '2026-11-10')], NOW, 7)).toEqual([])
  })

  it('falls back on the category, and leaves out what nobody could sort', () => {
    const sources = [source(1, '院士工作站补助', [1], '2026-11-20', '科技与信息产业'), source(2, '嗯', [2])]
    expect(hotTopics(sources, NOW).map(({ label }) => label)).toEqual(['科技与信息产业'])
  })

  it('puts the topic heard of later first among equals', () => {
    const sources = [source(1, '路灯不亮', [1]), source(2, '电梯坏了', [2])]
    expect(hotTopics(sources, NOW).map(({ label }) => label)).toEqual(['电梯故障', '照明不足'])
    expect(hotTopics([...sources].reverse(), NOW)).toEqual(hotTopics(sources, NOW))
  })
})
