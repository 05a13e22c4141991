import { describe, expect, test } from 'vitest'
import { LEGAL_NOTES } from '../../../station/activity/legal-notes.js'
import { ACTIVITY_TYPES, activityType } from '../../../station/activity/types.js'

describe('the table of types', () => {
  test('holds T01–T23, once each and in order', () => {
    expect(ACTIVITY_TYPES.map((type) => type.code)).toEqual(
      Array.from({ length: 23 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`),
    )
  })

  test('no word names two types, no field or duty is twice in one type', () => {
    const words = ACTIVITY_TYPES.flatMap((type) => [type.name, ...type.aliases])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    for (const type of ACTIVITY_TYPES) {
      for (const keys of [type.fields.map((field) => field.key), type.roles.map((role) => role.name)])
        expect(new Set(keys).size, type.code).toBe(keys.length)
    }
  })

  test('every visit that may only raise suggestions says so, and owes a report', () => {
    for (const code of ['T07', 'T14', 'T15']) {
      expect(activityType(code).legalNotes).toContain('noDirectHandling')
      expect(activityType(code).afterwards).toBe('report')
    }
    expect(LEGAL_NOTES.noDirectHandling).toEqual({ law: '代表法', article: 31 })
  })

  test('旁听 needs names cleared, the deputy card and silence; 走访 needs three fields only', () => {
    expect(activityType('T11')).toMatchObject({ needsApproval: true, hearing: true })
    expect(activityType('T11').legalNotes).toEqual(['bringDeputyCard', 'confidential', 'noCaseInterference'])
    expect(activityType('T19')).toMatchObject({ light: true })
    expect(activityType('T19').fields).toHaveLength(3)
  })

  test('a code that does not exist is a bug, not an answer', () => {
    expect(() => activityType('T99')).toThrow(RangeError)
  })
})
