import { expect, test } from 'vitest'
import { addMaterial, addTopic, removeTopic, topicsWithoutMaterial } from '../../../station/meeting/agenda.js'
import type { Meeting } from '../../../station/meeting/meeting.js'
import { must, t3 } from './stage.js'

const topics = (meeting: Meeting): string[] => meeting.agenda.map((item) => `${item.no} ${item.topic}`)

test('topics are numbered in order; the same one twice, or an empty one, is refused', () => {
  const two = must(addTopic(t3(), ' 医保支付 ', null))
  expect(topics(two)).toEqual(['1 基层医疗能力', '2 医保支付'])
  expect(addTopic(two, '医保支付', '赵磊')).toEqual({ ok: false, error: { code: 'sameTopic', no: 2 } })
  expect(addTopic(two, '  ', null)).toEqual({ ok: false, error: { code: 'emptyTopic' } })
})

test('a topic taken out moves the later ones up together with their papers', () => {
  const three = must(addTopic(must(addTopic(t3(), '医保支付', null)), '双向转诊', null))
  const first = must(addMaterial(three, { title: '现状', agendaNo: 1, fileId: 'f1' }))
  const papers = must(addMaterial(first, { title: '转诊数据', agendaNo: 3, fileId: 'f2' }))
  const without = must(removeTopic(papers, 1))
  expect(topics(without)).toEqual(['1 医保支付', '2 双向转诊'])
  expect(without.materials.map((material) => [material.no, material.agendaNo])).toEqual([
    [1, null],
    [2, 2],
  ])
  expect(topicsWithoutMaterial(without).map((item) => item.topic)).toEqual(['医保支付'])
  expect(removeTopic(without, 3)).toEqual({ ok: false, error: { code: 'noTopic', no: 3, count: 2 } })
})

test('a paper for a topic that does not exist is refused', () => {
  expect(addMaterial(t3(), { title: '现状', agendaNo: 2, fileId: 'f1' })).toMatchObject({ error: { code: 'noTopic' } })
})
