import { err, ok, type Result } from '../result.js'
import type { Material, Meeting } from './meeting.js'

export type AgendaRefusal =
  | { code: 'sameTopic'; no: number }
  | { code: 'noTopic'; no: number; count: number }
  | { code: 'emptyTopic' }

/** Adds a topic at the end; the same topic twice is a slip. */
export const addTopic = (meeting: Meeting, topic: string, presenter: string | null): Result<Meeting, AgendaRefusal> => {
  const words = topic.trim()
  if (words === '') return err({ code: 'emptyTopic' })
  const same = meeting.agenda.find((item) => item.topic === words)
  if (same !== undefined) return err({ code: 'sameTopic', no: same.no })
  return ok({ ...meeting, agenda: [...meeting.agenda, { no: meeting.agenda.length + 1, topic: words, presenter }] })
}

/** Takes a topic out; those after it move up, and its materials stay with the meeting. */
export const removeTopic = (meeting: Meeting, no: number): Result<Meeting, AgendaRefusal> => {
  if (!meeting.agenda.some((item) => item.no === no)) return err({ code: 'noTopic', no, count: meeting.agenda.length })
  const renumber = (old: number): number | null => (old === no ? null : old > no ? old - 1 : old)
  return ok({
    ...meeting,
    agenda: meeting.agenda.filter((item) => item.no !== no).map((item, index) => ({ ...item, no: index + 1 })),
    materials: meeting.materials.map((material) => ({
      ...material,
      agendaNo: material.agendaNo === null ? null : renumber(material.agendaNo),
    })),
  })
}

/** Files a paper under the meeting or one of its topics. Numbers of materials are never reused. */
export const addMaterial = (meeting: Meeting, material: Omit<Material, 'no'>): Result<Meeting, AgendaRefusal> => {
  const { agendaNo } = material
  if (agendaNo !== null && !meeting.agenda.some((item) => item.no === agendaNo))
    return err({ code: 'noTopic', no: agendaNo, count: meeting.agenda.length })
  const no = Math.max(0, ...meeting.materials.map((existing) => existing.no)) + 1
  return ok({ ...meeting, materials: [...meeting.materials, { ...material, no }] })
}

/** Topics nobody has sent a paper for. A paper for the whole meeting covers none of them. */
export const topicsWithoutMaterial = (meeting: Meeting): Meeting['agenda'] =>
  meeting.agenda.filter((item) => !meeting.materials.some((material) => material.agendaNo === item.no))
