/** The first letter of a record's number says what it is: H12 is an activity, Y17 an opinion. */
export const RECORD_LETTERS = ['H', 'Y', 'J', 'D', 'T', 'X', 'K', 'L'] as const
export type RecordLetter = (typeof RECORD_LETTERS)[number]

export const isRecordLetter = (letter: string): letter is RecordLetter =>
  (RECORD_LETTERS as readonly string[]).includes(letter)

/**
 * What people say instead of the letter; longer nouns first. `numberFirst`: whether "12号活动" is such a number. It is not
 * for duties and meetings, where "10号接待" is the tenth of the month.
 */
export const RECORD_NOUNS: readonly { noun: string; letter: RecordLetter; numberFirst: boolean }[] = [
  { noun: '征求意见', letter: 'L', numberFirst: true },
  { noun: '联席会议', letter: 'T', numberFirst: false },
  { noun: '联席会', letter: 'T', numberFirst: false },
  { noun: '活动', letter: 'H', numberFirst: true },
  { noun: '意见', letter: 'Y', numberFirst: true },
  { noun: '建议', letter: 'J', numberFirst: true },
  { noun: '成果', letter: 'X', numberFirst: true },
  { noun: '议题', letter: 'K', numberFirst: true },
  { noun: '值班', letter: 'D', numberFirst: false },
  { noun: '接待', letter: 'D', numberFirst: false },
]
