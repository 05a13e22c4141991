import { expect, it } from 'vitest'
import { positionOf } from '../../../station/statistics/four-positions.js'

it.each([
  ['其他', '健康科普讲座', '宣传法治的阵地'],
  ['其他', '义诊进社区', '联系群众的桥梁'],
  ['走访座谈', '医疗纠纷座谈会', '民主协商的平台'],
  ['视察', '视察养老机构', '人大工作的窗口'],
  ['志愿服务', '志愿服务', '联系群众的桥梁'],
])('%s %s stands under %s', (type, title, position) => {
  expect(positionOf({ type, title })).toBe(position)
})
