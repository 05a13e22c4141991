import { encode, type Tx } from '../../../prisma/change.js'
import type { Prisma } from '../../../prisma/generated/client.js'
import type { RowImage } from '../../../station/ledger/seal.js'
import { SEALED_MODELS, type SealedModelName } from '../../../station/ledger/sealed-columns.js'
import type { LedgerSpan } from '../../../station/ledger/span.js'
import { days, instants, namesById } from '../books/input.js'

/** Which rows of a month a seal covers. */
export interface SealScope {
  db: Tx
  stationId: number
  span: LedgerSpan
  /** Entries of the history that this seal covers: later than the seal before, up to its own last. */
  auditIds: { gt: number; lte: number }
}

export type StoredRow = Record<string, unknown> & { id: number }

interface Reader {
  where(scope: SealScope): object
  /** Its own number, or whose it is. */
  label(row: StoredRow, owner: Owner): string
}

interface Owner {
  /** H12 of an activity's id, T3 of a meeting's. */
  activity(id: unknown): string
  meeting(id: unknown): string
  person(id: unknown): string
}

const numbered = (letter: string) => (row: StoredRow) => `${letter}${row.no}`
const dated = (column: string, label: Reader['label']): Reader => ({
  where: ({ stationId, span }) => ({ stationId, [column]: instants(span) }),
  label,
})
const ofActivity = (label: (row: StoredRow, owner: Owner) => string): Reader => ({
  where: ({ stationId, span }) => ({ activity: { stationId, startsAt: instants(span) } }),
  label: (row, owner) => `${owner.activity(row.activityId)} ${label(row, owner)}`.trim(),
})
const ofMeeting = (label: (row: StoredRow) => string): Reader => ({
  where: ({ stationId, span }) => ({ meeting: { stationId, startsAt: instants(span) } }),
  label: (row, owner) => `${owner.meeting(row.meetingId)} ${label(row)}`,
})
const personName = (row: StoredRow): string => String(row.personName)

const READERS: Readonly<Record<SealedModelName, Reader>> = {
  Activity: dated('startsAt', numbered('H')),
  SignUp: ofActivity((row, { person }) => person(row.personId)),
  Attendance: ofActivity(personName),
  ActivityTakeaway: ofActivity(personName),
  ServiceHours: ofActivity((row, { person }) => person(row.personId)),
  KeptFile: dated('sentAt', (row) => `${row.about} 照片${row.id}`),
  HistoryRecord: dated('importedAt', (row) => `历史${row.id}`),
  DutyShift: dated('startsAt', numbered('D')),
  DutyEvent: dated('at', (row) => `接待经过${row.id}`),
  Opinion: dated('recordedAt', numbered('Y')),
  Suggestion: dated('draftedAt', numbered('J')),
  LeaderNote: dated('recordedAt', (row) => `${row.letter}${row.no} 批示`),
  ResearchPiece: dated('startedAt', numbered('X')),
  ConvenorTurn: {
    where: ({ stationId, span }) => ({ stationId, startsOn: days(span) }),
    label: (row) => `轮值${row.period}`,
  },
  Handover: dated('announcedAt', (row) => `交接${row.key}`),
  Meeting: dated('startsAt', numbered('T')),
  MeetingAttendee: ofMeeting(personName),
  MeetingDecision: ofMeeting((row) => `第${row.no}项`),
  ContactRecord: dated('at', (row, { person }) => `${person(row.personId)} 联系群众`),
  ConsultationComment: dated('givenAt', (row, { person }) => `L${row.consultationNo} ${person(row.personId)}`),
  DutyFileNote: dated('recordedAt', (row, { person }) => `${person(row.personId)} 履职档案`),
  LedgerCorrection: dated('correctedAt', (row) => `更正${row.no}`),
  // The roster and the plan have no month: each seal covers them as they stand.
  Membership: { where: ({ stationId }) => ({ stationId }), label: (row, { person }) => person(row.personId) },
  Person: {
    where: ({ stationId }) => ({ memberships: { some: { stationId } } }),
    label: (row) => String(row.name),
  },
  PlanItem: { where: ({ stationId }) => ({ stationId }), label: (row) => `计划第${row.no}项` },
  AuditEntry: {
    where: ({ stationId, auditIds }) => ({ stationId, id: auditIds }),
    label: (row) => `${row.action}（第${row.id}条）`,
  },
}

const MODELS = Object.keys(SEALED_MODELS) as SealedModelName[]

/** Every name is a model's: one that was renamed does not compile. */
const finder = (db: Tx, model: Prisma.ModelName) =>
  db[(model[0]!.toLowerCase() + model.slice(1)) as keyof Tx] as unknown as {
    findMany(args: { where: object; orderBy: object }): Promise<StoredRow[]>
  }

/** Everything that the seal of that month covers, as the store holds it now. */
export async function sealedRowsOf(scope: SealScope): Promise<RowImage[]> {
  const images: RowImage[] = []
  for (const model of MODELS) images.push(...(await imagesWhere(scope.db, model, READERS[model].where(scope))))
  return images
}

/** Rows by their inner number, wherever they stand now. */
export const rowImages = (db: Tx, model: SealedModelName, ids: readonly number[]): Promise<RowImage[]> =>
  imagesWhere(db, model, { id: { in: [...ids] } })

async function imagesWhere(db: Tx, model: SealedModelName, where: object): Promise<RowImage[]> {
  return imagesOf(db, model, await finder(db, model).findMany({ where, orderBy: { id: 'asc' } }))
}

/** The same of rows in hand: what the history says of one that is no longer there. */
export async function imagesOf(db: Tx, model: SealedModelName, rows: readonly StoredRow[]): Promise<RowImage[]> {
  const owner = await ownerOf(db, rows)
  return rows.map((row) => ({
    model,
    rowId: row.id,
    label: READERS[model].label(row, owner),
    columns: model === 'AuditEntry' ? { entry: encode(row) } : columnsOf(row),
  }))
}

const columnsOf = (row: StoredRow): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, encode(value)]))

async function ownerOf(db: Tx, rows: readonly StoredRow[]): Promise<Owner> {
  const ids = (column: string) => [
    ...new Set(rows.map((row) => row[column]).filter((id): id is number => typeof id === 'number')),
  ]
  const numbers = (letter: string, owners: { id: number; no: number }[]) => {
    const known = new Map(owners.map(({ id, no }) => [id, `${letter}${no}`]))
    return (id: unknown) => known.get(id as number) ?? ''
  }
  const [activityIds, meetingIds, personIds] = [ids('activityId'), ids('meetingId'), ids('personId')]
  const select = { id: true, no: true }
  const nameOf = personIds.length === 0 ? () => '' : await namesById(db, personIds)
  return {
    activity: numbers(
      'H',
      activityIds.length === 0 ? [] : await db.activity.findMany({ where: { id: { in: activityIds } }, select }),
    ),
    meeting: numbers(
      'T',
      meetingIds.length === 0 ? [] : await db.meeting.findMany({ where: { id: { in: meetingIds } }, select }),
    ),
    person: (id) => nameOf(id as number),
  }
}
