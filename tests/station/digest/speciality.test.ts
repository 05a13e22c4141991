import { expect, it } from 'vitest'
import { specialityFor } from '../../../station/digest/speciality.js'

it.each([
  ['儿科义诊', ['医疗卫生'], '市儿童医院', '儿科'],
  ['妇幼健康讲座', ['医疗卫生'], '市妇幼保健院', '儿科'],
  ['口腔义诊', ['医疗卫生'], '市口腔医院', '口腔'],
  ['中医药条例研讨', ['医疗卫生'], '市中医院', '中医'],
  ['法律讲座', ['医疗卫生', '法律'], '区卫生监督所', '法律'],
  ['口腔义诊', ['医疗卫生', '口腔'], null, '口腔'],
  ['义诊进社区', ['医疗卫生'], '市儿童医院', null],
  ['医疗卫生座谈', ['医疗卫生'], '省人民医院', null],
])('%s for %j of %s: %s', (title, professions, employer, speciality) => {
  expect(specialityFor(title, { professions, employer }, '医疗卫生')).toBe(speciality)
})
