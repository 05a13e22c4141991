import { expect, test } from 'vitest'
import { agree, ask, decline, missingConsents } from '../../../station/rotation/consent.js'
import { parseMoment } from '../../../station/time/civil.js'

const at = parseMoment('2026-06-01 09:00')
const word = (personId: number) => ({ personId, byId: personId, at })

test('it takes effect with the last word, not before', () => {
  const asking = ask(1, [1, 2, 3, 2], at)
  expect(missingConsents(asking)).toEqual([2, 3])
  const second = agree(asking, word(3))
  expect(second.ok && second.value.state).toBe('open')
  const third = second.ok ? agree(second.value, word(2)) : second
  expect(third.ok && third.value.state).toBe('agreed')
})

test('an officer who arranges it between others has agreed for nobody', () => {
  expect(missingConsents(ask(99, [1, 2], at))).toEqual([1, 2])
})

test('one 不同意 ends it, the asker’s own word withdraws it, a stranger’s does nothing', () => {
  const asking = ask(1, [1, 2], at)
  expect(decline(asking, 2)).toMatchObject({ ok: true, value: { state: 'declined' } })
  expect(decline(asking, 1)).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
  expect(decline(asking, 5)).toMatchObject({ ok: false, error: { code: 'notAsked' } })
  const declined = decline(asking, 2)
  expect(declined.ok && agree(declined.value, word(2))).toMatchObject({ error: { code: 'alreadyClosed' } })
})
