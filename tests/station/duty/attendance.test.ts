import { describe, expect, test } from 'vitest'
import { archive, emptyDesks, raiseAlarm, recordOpinion, signIn, summarise } from '../../../station/duty/attendance.js'
import { askLeave } from '../../../station/duty/cover.js'
import { entriesOf } from '../../../station/duty/entries-of.js'
import { at, CHEN_JING, codeOf, type Desk, deskWith, done, roster, WANG_FANG, ZHANG_MIN } from './stage.js'

const desk7 = () => deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] })
const signs = (desk: Desk, personId: number, moment: string) =>
  signIn(desk.book, { shiftNo: 7, personId, now: at(moment) }, roster())
const taken = (desk: Desk, personId: number, moment: string) =>
  desk.take(done(signs(desk, personId, moment)), at(moment), personId)
const served = (desk: Desk, moment: string) =>
  entriesOf(desk.book, roster().rule, at(moment)).map(({ personId }) => personId)

describe('签到', () => {
  test('from half an hour before; late minutes are counted; once each', () => {
    const desk = desk7()
    expect(codeOf(signs(desk, CHEN_JING, '2026-06-10 08:29'))).toBe('tooEarly')
    taken(desk, CHEN_JING, '2026-06-10 08:30')
    taken(desk, ZHANG_MIN, '2026-06-10 09:12')
    expect(desk.state(7).signIns.map(({ personId, lateMinutes, extra }) => [personId, lateMinutes, extra])).toEqual([
      [CHEN_JING, 0, false],
      [ZHANG_MIN, 12, false],
    ])
    expect(codeOf(signs(desk, CHEN_JING, '2026-06-10 09:30'))).toBe('alreadySignedIn')
    expect(desk.state(7).stage).toBe('signedIn')
  })

  test('who comes unasked fills a free place, and is 现场 where none is free', () => {
    const full = desk7()
    taken(full, WANG_FANG, '2026-06-10 08:50')
    expect(full.state(7).signIns[0]?.extra).toBe(true)
    expect(full.holders(7)).toEqual([CHEN_JING, ZHANG_MIN])
    const short = desk7()
    const now = at('2026-06-09 09:00')
    short.take(done(askLeave(short.book, { shiftNo: 7, personId: CHEN_JING, reason: '出差', now })), now, CHEN_JING)
    taken(short, WANG_FANG, '2026-06-10 08:50')
    expect(short.state(7).signIns[0]?.extra).toBe(false)
    expect(short.holders(7)).toEqual([WANG_FANG, ZHANG_MIN])
  })
})

describe('无人到站', () => {
  test('a quarter of an hour after the start, once, until somebody comes', () => {
    const desk = desk7()
    expect(emptyDesks(desk.book, at('2026-06-10 09:14'))).toEqual([])
    expect(emptyDesks(desk.book, at('2026-06-10 09:15'))).toEqual([
      { key: 'D7|2026-06-10', shiftNo: 7, personIds: [CHEN_JING, ZHANG_MIN] },
    ])
    const alarm = at('2026-06-10 09:15')
    desk.take(done(raiseAlarm(desk.book, 7, alarm)), alarm)
    expect(emptyDesks(desk.book, at('2026-06-10 09:30'))).toEqual([])
    taken(desk, CHEN_JING, '2026-06-10 09:40')
    expect(desk.state(7).stage).toBe('signedIn')
    expect(codeOf(raiseAlarm(desk.book, 7, at('2026-06-10 09:41')))).toBe('notFromHere')
  })

  test('no alarm where somebody signed in', () => {
    const desk = desk7()
    taken(desk, ZHANG_MIN, '2026-06-10 08:55')
    expect(emptyDesks(desk.book, at('2026-06-10 09:30'))).toEqual([])
  })
})

describe('what counts as a duty done', () => {
  const close = (desk: Desk) => desk.take(done(summarise(desk.book, 7, at('2026-06-10 11:30'))), at('2026-06-10 11:30'))

  test('who was on duty and did not come has not done it', () => {
    const desk = desk7()
    taken(desk, CHEN_JING, '2026-06-10 08:55')
    expect(served(desk, '2026-06-10 10:00').sort()).toEqual([CHEN_JING, ZHANG_MIN])
    close(desk)
    expect(desk.state(7).absentIds).toEqual([ZHANG_MIN])
    expect(served(desk, '2026-06-10 12:00')).toEqual([CHEN_JING])
  })

  test('nobody, where nobody came', () => {
    const desk = desk7()
    const alarm = at('2026-06-10 09:15')
    desk.take(done(raiseAlarm(desk.book, 7, alarm)), alarm)
    expect(served(desk, '2026-06-10 12:00')).toEqual([])
    close(desk)
    expect(served(desk, '2026-06-10 12:00')).toEqual([])
  })

  test('everybody on duty, where a station keeps no sign-in sheet', () => {
    expect(served(desk7(), '2026-06-11 09:00').sort()).toEqual([CHEN_JING, ZHANG_MIN])
  })
})

test('opinions inherit the theme; then the summary, then the archive, each in its turn', () => {
  const desk = desk7()
  const theme = { ...desk.state(7).shift, no: 17, theme: '课后服务' }
  desk.take(
    {
      facts: [
        { type: 'planned', shift: theme },
        { type: 'staged', shiftNo: 17, stage: 'confirmed' },
      ],
      affected: [],
      notes: [],
    },
    at('2026-06-01 09:00'),
  )
  expect(codeOf(recordOpinion(desk.book, 17, 31, at('2026-06-10 09:30')))).toBe('notFromHere')
  const came = at('2026-06-10 09:00')
  desk.take(done(signIn(desk.book, { shiftNo: 17, personId: CHEN_JING, now: came }, roster())), came)
  for (const no of [31, 32]) {
    const recorded = done(recordOpinion(desk.book, 17, no, at('2026-06-10 09:30')))
    expect(recorded.theme).toBe('课后服务')
    desk.take(recorded, at('2026-06-10 09:30'))
  }
  expect(desk.state(17)).toMatchObject({ stage: 'recording', opinionNos: [31, 32] })
  expect(codeOf(archive(desk.book, 17, at('2026-06-10 12:00')))).toBe('notFromHere')
  expect(codeOf(summarise(desk.book, 17, at('2026-06-10 10:00')))).toBe('tooEarly')
  desk.take(done(summarise(desk.book, 17, at('2026-06-10 11:00'))), at('2026-06-10 11:00'))
  desk.take(done(archive(desk.book, 17, at('2026-06-17 11:00'))), at('2026-06-17 11:00'))
  expect(desk.state(17).stage).toBe('archived')
})
