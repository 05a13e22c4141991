import type { Tx } from '../../prisma/change.js'
import type { RecordLetter } from '../../station/text/record-letters.js'

type Finder = (db: Tx, where: { stationId: number; no: number }) => Promise<number>

const FINDERS: Readonly<Record<RecordLetter, Finder>> = {
  H: (db, where) => db.activity.count({ where }),
  Y: (db, where) => db.opinion.count({ where }),
  J: (db, where) => db.suggestion.count({ where }),
  D: (db, where) => db.dutyShift.count({ where }),
  T: (db, where) => db.meeting.count({ where }),
  X: (db, where) => db.researchPiece.count({ where: { ...where, state: { not: 'struck' } } }),
  K: (db, where) => db.topicWork.count({ where }),
  L: (db, where) => db.consultation.count({ where }),
}

/** Whether the station has a record of that number. */
export const recordExists = async (db: Tx, stationId: number, letter: RecordLetter, no: number): Promise<boolean> =>
  (await FINDERS[letter](db, { stationId, no })) > 0
