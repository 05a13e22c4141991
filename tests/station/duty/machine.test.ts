import { describe, expect, test } from 'vitest'
import {
  DUTY_STAGES,
  DUTY_TRANSITIONS,
  type DutyAction,
  type DutyStage,
  transition,
} from '../../../station/duty/machine.js'
import { at, shift } from './stage.js'

const D7 = shift(7, '2026-06-10')
/** A moment inside the window of each action, for a reception on 10 June 9:00–11:00. */
const INSIDE: Record<DutyAction, string> = {
  confirm: '2026-06-01 09:00',
  drop: '2026-06-01 09:00',
  adjust: '2026-06-10 08:59',
  announce: '2026-06-07 09:00',
  remind: '2026-06-10 07:30',
  confirmDuty: '2026-06-09 20:00',
  askSwap: '2026-06-09 20:00',
  settleSwap: '2026-06-10 08:59',
  askLeave: '2026-06-10 10:59',
  seekCover: '2026-06-10 08:59',
  cover: '2026-06-10 10:59',
  move: '2026-06-09 20:00',
  signIn: '2026-06-10 08:30',
  raiseAlarm: '2026-06-10 09:15',
  record: '2026-06-10 09:30',
  summarise: '2026-06-10 11:00',
  archive: '2026-06-17 11:00',
}

/** The whole machine once more, by hand: stage, then the actions it allows and where they lead. */
const ALLOWED: Record<DutyStage, Partial<Record<DutyAction, DutyStage>>> = {
  drafted: {
    confirm: 'confirmed',
    drop: 'dropped',
    adjust: 'drafted',
    askSwap: 'drafted',
    settleSwap: 'drafted',
    askLeave: 'drafted',
    seekCover: 'drafted',
    cover: 'drafted',
    move: 'drafted',
  },
  confirmed: {
    drop: 'dropped',
    adjust: 'confirmed',
    announce: 'announced',
    remind: 'confirmed',
    confirmDuty: 'confirmed',
    askSwap: 'confirmed',
    settleSwap: 'confirmed',
    askLeave: 'confirmed',
    seekCover: 'confirmed',
    cover: 'confirmed',
    move: 'confirmed',
    signIn: 'signedIn',
    raiseAlarm: 'nobodyCame',
  },
  announced: {
    adjust: 'announced',
    announce: 'announced',
    remind: 'reminded',
    confirmDuty: 'announced',
    askSwap: 'announced',
    settleSwap: 'announced',
    askLeave: 'announced',
    seekCover: 'announced',
    cover: 'announced',
    move: 'confirmed',
    signIn: 'signedIn',
    raiseAlarm: 'nobodyCame',
  },
  reminded: {
    adjust: 'reminded',
    announce: 'reminded',
    remind: 'reminded',
    confirmDuty: 'reminded',
    askSwap: 'reminded',
    settleSwap: 'reminded',
    askLeave: 'reminded',
    seekCover: 'reminded',
    cover: 'reminded',
    move: 'confirmed',
    signIn: 'signedIn',
    raiseAlarm: 'nobodyCame',
  },
  signedIn: { cover: 'signedIn', signIn: 'signedIn', record: 'recording', summarise: 'summarised' },
  recording: { cover: 'recording', signIn: 'recording', record: 'recording', summarise: 'summarised' },
  nobodyCame: { cover: 'nobodyCame', signIn: 'signedIn', summarise: 'summarised' },
  summarised: { archive: 'archived' },
  archived: {},
  dropped: {},
}

const stages = Object.keys(DUTY_STAGES) as DutyStage[]
const actions = Object.keys(INSIDE) as DutyAction[]

describe.each(stages)('from %s', (stage) => {
  test.each(actions)('%s', (action) => {
    const result = transition({ shift: D7, stage }, action, at(INSIDE[action]))
    const to = ALLOWED[stage][action]
    if (to !== undefined) expect(result).toEqual({ ok: true, value: to })
    else {
      expect(result).toMatchObject({ ok: false, error: { code: 'notFromHere', shiftNo: 7, action, stage } })
      if (!result.ok && result.error.code === 'notFromHere') expect(result.error.allowedFrom).not.toContain(stage)
    }
  })
})

test('no row is missing from this table, none is there twice', () => {
  const rows = DUTY_TRANSITIONS.flatMap(({ action, from }) => from.map((stage) => `${stage} ${action}`))
  const allowed = stages.flatMap((stage) => Object.keys(ALLOWED[stage]).map((action) => `${stage} ${action}`))
  expect([...rows].sort()).toEqual([...allowed].sort())
})

describe('each in its time', () => {
  test.each<[DutyStage, DutyAction, string, string, string]>([
    ['confirmed', 'announce', '2026-06-10 08:59', '2026-06-10 09:00', 'tooLate'],
    ['confirmed', 'askSwap', '2026-06-10 08:59', '2026-06-10 09:00', 'tooLate'],
    ['confirmed', 'askLeave', '2026-06-10 10:59', '2026-06-10 11:00', 'tooLate'],
    ['confirmed', 'cover', '2026-06-10 10:59', '2026-06-10 11:00', 'tooLate'],
    ['confirmed', 'signIn', '2026-06-10 11:59', '2026-06-10 12:00', 'tooLate'],
    ['confirmed', 'signIn', '2026-06-10 08:30', '2026-06-10 08:29', 'tooEarly'],
    ['confirmed', 'raiseAlarm', '2026-06-10 09:15', '2026-06-10 09:14', 'tooEarly'],
    ['signedIn', 'summarise', '2026-06-10 11:00', '2026-06-10 10:59', 'tooEarly'],
  ])('%s %s is in time at %s, not at %s', (stage, action, inside, outside, code) => {
    expect(transition({ shift: D7, stage }, action, at(inside)).ok).toBe(true)
    expect(transition({ shift: D7, stage }, action, at(outside))).toMatchObject({ ok: false, error: { code } })
  })
})
