import { addTopic } from '../../../station/meeting/agenda.js'
import type { Decision } from '../../../station/meeting/decision.js'
import { newDecision } from '../../../station/meeting/decision.js'
import { inviteOrganisation } from '../../../station/meeting/invitation.js'
import type { Meeting } from '../../../station/meeting/meeting.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'

export const 李强 = { id: 21, name: '李强' }
export const 孙莉 = { id: 9, name: '孙莉' }

export const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export const EMPTY: Meeting = { startsAt: null, place: null, invited: [], agenda: [], materials: [] }
export const T3_START = parseMoment('2026-05-20 14:30')
export const NOW = parseMoment('2026-05-06 09:00')

/** 5月20日14:30 议题 基层医疗能力, with 卫健委 and 医保局. */
export const t3 = (): Meeting => {
  const placed: Meeting = { ...EMPTY, startsAt: T3_START, place: '区人大三楼' }
  const withTopic = must(addTopic(placed, '基层医疗能力', '张敏'))
  return must(inviteOrganisation(must(inviteOrganisation(withTopic, '区卫健委')), '区医保局'))
}

export const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

export const decided = (dueOn = '2026-06-30', existing: readonly Decision[] = []): Decision =>
  must(
    newDecision(
      existing,
      { task: '回复儿科门诊安排', owner: { kind: 'organisation', name: '区卫健委' }, dueOn: date(dueOn) },
      T3_START,
    ),
  )
