import { describe, expect, test } from 'vitest'
import { announceAt, handoverDue } from '../../../station/rotation/announce-handover.js'
import {
  escalationDue,
  type Handover,
  type HandoverWord,
  handoverState,
  sayHandover,
} from '../../../station/rotation/handover.js'
import { responsibleAt } from '../../../station/rotation/responsible-at.js'
import { parseMoment } from '../../../station/time/civil.js'
import { LI_QIANG, tableOf, WANG_FANG, ZHOU_NING } from './stage.js'

const turns = tableOf('2026-05', LI_QIANG, WANG_FANG, LI_QIANG, ZHOU_NING)
const eve = parseMoment('2026-05-31 18:00')
const june: Handover = { key: '2026-06', fromId: LI_QIANG, toId: WANG_FANG, announcedAt: eve }
const by = (personId: number, at = '2026-05-31 20:00', byId = personId) => ({ personId, byId, at: parseMoment(at) })
const said = (handover: Handover, word: HandoverWord, personId: number, at?: string): Handover => {
  const result = sayHandover(handover, word, by(personId, at))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.handover
}
const who = (handovers: readonly Handover[], at: string) => responsibleAt(turns, handovers, parseMoment(at))

describe('on the eve', () => {
  test('the hand-over is announced at 18:00 of the last day, once', () => {
    expect(announceAt(turns[1]!).toPlainDateTime().toString()).toBe('2026-05-31T18:00:00')
    expect(handoverDue(turns, [], parseMoment('2026-05-31 17:59'))).toBeNull()
    expect(handoverDue(turns, [], eve)).toEqual(june)
    expect(handoverDue(turns, [june], parseMoment('2026-06-01 09:00'))).toBeNull()
  })

  test('late, when nobody was watching, it is announced then, from whoever still answers', () => {
    const due = handoverDue(turns, [], parseMoment('2026-06-03 09:00'))
    expect(due).toMatchObject({ key: '2026-06', fromId: LI_QIANG, toId: WANG_FANG })
  })

  test('a predecessor who never let go needs no hand-over to themselves', () => {
    expect(handoverDue(turns, [june], parseMoment('2026-06-30 18:00'))).toBeNull()
  })

  test('the first turn of a station has nobody to take over from', () => {
    expect(handoverDue(turns, [], parseMoment('2026-05-02 09:00'))).toBeNull()
  })

  test('after a swap it is announced again, to the new convenor', () => {
    const swapped = turns.map((turn) => (turn.period.key === '2026-06' ? { ...turn, personId: ZHOU_NING } : turn))
    expect(handoverDue(swapped, [june], parseMoment('2026-05-31 21:00'))).toMatchObject({ toId: ZHOU_NING })
  })
})

describe('已交 / 已接', () => {
  const table: [string, HandoverWord[], HandoverWord, number, string][] = [
    ['given first', [], 'given', LI_QIANG, 'given'],
    ['taken first', [], 'taken', WANG_FANG, 'taken'],
    ['taken after given', ['given'], 'taken', WANG_FANG, 'done'],
    ['given after taken', ['taken'], 'given', LI_QIANG, 'done'],
    ['given twice', ['given'], 'given', LI_QIANG, 'alreadySaid'],
    ['taken twice', ['taken'], 'taken', WANG_FANG, 'alreadySaid'],
    ['after it is done', ['given', 'taken'], 'taken', WANG_FANG, 'handoverDone'],
    ['given by the successor', [], 'given', WANG_FANG, 'notYoursToSay'],
    ['taken by the predecessor', [], 'taken', LI_QIANG, 'notYoursToSay'],
    ['by a third convenor', [], 'taken', ZHOU_NING, 'notYoursToSay'],
  ]
  test.each(table)('%s', (_, before, word, personId, outcome) => {
    const person = { given: LI_QIANG, taken: WANG_FANG }
    const handover = before.reduce((state, said_) => said(state, said_, person[said_]), june)
    const result = sayHandover(handover, word, by(personId))
    expect(result.ok ? result.value.state : result.error.code).toBe(outcome)
    if (result.ok) expect(handoverState(result.value.handover)).toBe(result.value.state)
  })

  test('the liaison officer says it for somebody absent, and the record keeps both', () => {
    const result = sayHandover(june, 'taken', by(WANG_FANG, '2026-06-01 09:00', 99))
    expect(result.ok && result.value.handover.taken).toMatchObject({ personId: WANG_FANG, byId: 99 })
  })

  test('48 hours without 已接 go to the liaison officer, once; 已交 alone does not stop the clock', () => {
    const given = said(june, 'given', LI_QIANG)
    expect(escalationDue(given, parseMoment('2026-06-02 17:59'))).toBe(false)
    expect(escalationDue(given, parseMoment('2026-06-02 18:00'))).toBe(true)
    expect(escalationDue({ ...given, escalatedAt: eve }, parseMoment('2026-06-09 18:00'))).toBe(false)
    expect(escalationDue(said(june, 'taken', WANG_FANG), parseMoment('2026-06-09 18:00'))).toBe(false)
  })
})

describe('who answers for the station', () => {
  test('the predecessor, until the successor has accepted, however late', () => {
    expect(who([june], '2026-06-10 09:00')).toMatchObject({
      personId: LI_QIANG,
      basis: 'awaitingAcceptance',
      scheduledId: WANG_FANG,
    })
    const taken = said(june, 'taken', WANG_FANG, '2026-06-10 12:00')
    expect(who([taken], '2026-06-10 11:59')?.personId).toBe(LI_QIANG)
    expect(who([taken], '2026-06-10 12:00')).toMatchObject({ personId: WANG_FANG, basis: 'handedOver' })
  })

  test('a successor who accepts on the eve begins with their own turn, not before', () => {
    const taken = said(june, 'taken', WANG_FANG)
    expect(who([taken], '2026-05-31 23:59')?.personId).toBe(LI_QIANG)
    expect(who([taken], '2026-06-01 00:00')?.personId).toBe(WANG_FANG)
  })

  test('no gap anywhere: somebody answers at every hour from the first turn on', () => {
    for (let day = 1; day <= 31; day += 1) {
      const date = `2026-08-${String(day).padStart(2, '0')}`
      expect(who([], `${date} 00:00`)?.personId).toBe(LI_QIANG)
    }
    expect(who([], '2026-04-30 23:59')).toBeNull()
  })

  test('when the predecessor no longer serves, the one on the table answers unasked', () => {
    const gone = (personId: number): boolean => personId !== LI_QIANG
    expect(responsibleAt(turns, [june], parseMoment('2026-06-02 09:00'), gone)).toMatchObject({
      personId: WANG_FANG,
      basis: 'predecessorGone',
    })
  })
})
