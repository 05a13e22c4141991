import { expect, test } from 'vitest'
import {
  answerInvitation,
  invitationTally,
  inviteOrganisation,
  postponeMeeting,
} from '../../../station/meeting/invitation.js'
import { parseMoment } from '../../../station/time/civil.js'
import { must, NOW, t3 } from './stage.js'

test('an organisation is asked once', () => {
  expect(inviteOrganisation(t3(), '区卫健委')).toEqual({
    ok: false,
    error: { code: 'alreadyInvited', organisation: '区卫健委' },
  })
})

test('who comes names people, who declines may say why, who says nothing stays silent', () => {
  const one = must(answerInvitation(t3(), '区卫健委', { answer: 'coming', attendees: ['刘科长', '王医生'], at: NOW }))
  expect(invitationTally(one)).toMatchObject({
    coming: [{ organisation: '区卫健委' }],
    silent: [{ organisation: '区医保局' }],
    declined: [],
    attendees: 2,
  })
  const both = must(answerInvitation(one, '区医保局', { answer: 'declined', reason: '检查组在局里', at: NOW }))
  expect(invitationTally(both).declined).toMatchObject([{ reason: '检查组在局里' }])
  const changed = must(answerInvitation(both, '区医保局', { answer: 'coming', attendees: ['陈科长'], at: NOW }))
  expect(invitationTally(changed)).toMatchObject({ attendees: 3, declined: [] })
})

test('an answer from somebody not asked, or one that names nobody, is refused', () => {
  expect(answerInvitation(t3(), '区教育局', { answer: 'declined', reason: null, at: NOW })).toEqual({
    ok: false,
    error: { code: 'notInvited', organisation: '区教育局', invited: ['区卫健委', '区医保局'] },
  })
  expect(answerInvitation(t3(), '区卫健委', { answer: 'coming', attendees: [], at: NOW })).toMatchObject({
    error: { code: 'nobodyNamed' },
  })
})

test('a new date asks everybody again, those who declined the old one too', () => {
  const declined = must(answerInvitation(t3(), '区卫健委', { answer: 'declined', reason: '撞会', at: NOW }))
  const moved = postponeMeeting(declined, parseMoment('2026-05-27 14:30'))
  expect(invitationTally(moved).silent).toHaveLength(2)
  expect(moved.startsAt?.equals(parseMoment('2026-05-27 14:30'))).toBe(true)
})
