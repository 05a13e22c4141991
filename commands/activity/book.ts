import type { Change, Tx } from '../../prisma/change.js'
import type { Activity, Prisma, SignUp } from '../../prisma/generated/client.js'
import {
  isFull,
  newBook,
  type Pool,
  type Promotion,
  type RolePlaces,
  type SignUpBook,
  type SignUpRow,
} from '../../station/activity/sign-up-book.js'
import type { SignUpStatus } from '../../station/activity/sign-up-status.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { nextState } from '../../station/activity/transitions.js'
import { dateOf, momentOf } from '../../station/time/civil.js'

/** An activity with its sign-ups, locked until the transaction ends, so that nobody else decides about the same places. */
export interface OpenBook {
  activity: Activity
  book: SignUpBook
}

export async function lockBook(db: Tx, stationId: number, no: number): Promise<OpenBook | null> {
  const [locked] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM "Activity" WHERE "stationId" = ${stationId} AND no = ${no} FOR UPDATE`
  return locked ? readBook(db, locked.id) : null
}

/** What a book is made of, for a query of several activities at once. */
export const WITH_SIGN_UPS = { signUps: { include: { person: true, by: true } } } as const

/** Most activities ahead have nobody yet: people are read only where there are sign-ups. */
export async function readBook(db: Tx, activityId: number): Promise<OpenBook> {
  const activity = await db.activity.findUniqueOrThrow({ where: { id: activityId } })
  const rows = await db.signUp.findMany({ where: { activityId }, orderBy: { id: 'asc' } })
  if (rows.length === 0) return bookOf({ ...activity, signUps: [] })
  const ids = [...new Set(rows.flatMap(({ personId, byId }) => [personId, byId]))]
  const people = new Map(
    (await db.person.findMany({ where: { id: { in: ids } } })).map((person) => [person.id, person]),
  )
  const signUps = rows.map((row) => ({ ...row, person: people.get(row.personId)!, by: people.get(row.byId)! }))
  return bookOf({ ...activity, signUps })
}

type WithSignUps = Prisma.ActivityGetPayload<{ include: typeof WITH_SIGN_UPS }>

export function bookOf({ signUps, ...activity }: WithSignUps): OpenBook {
  const book = newBook({
    accepting: ACTIVITY_STATES[activity.state as ActivityState].accepting,
    startsAt: momentOf(activity.startsAt),
    deadlineAt: activity.deadlineAt && momentOf(activity.deadlineAt),
    pools: activity.pools as unknown as Pool[],
    roles: activity.roles as unknown as RolePlaces[],
    promotion: activity.promotion as Promotion,
    offerHours: activity.offerHours,
    needsApproval: activity.needsApproval,
    maxCompanions: activity.maxCompanions,
    rows: signUps.map(
      (row): SignUpRow => ({
        person: { id: row.personId, name: row.person.name },
        by: { id: row.byId, name: row.by.name },
        status: row.status as SignUpStatus,
        arrivalSeq: row.arrivalSeq,
        lastSeq: row.lastSeq,
        signedUpAt: momentOf(row.signedUpAt),
        pool: row.pool,
        companions: row.companions,
        role: row.role,
        note: row.note,
        guestOf: row.guestOf,
        answerBy: row.answerBy && momentOf(row.answerBy),
        leaveReason: row.leaveReason,
      }),
    ),
  })
  return { activity, book }
}

/** Writes the rows that a decision changed. */
export async function saveBook(
  change: Change,
  activityId: number,
  before: SignUpBook,
  after: SignUpBook,
): Promise<void> {
  for (const row of after.rows) {
    if (before.rows.includes(row)) continue
    const existing = await change.tx.signUp.findUnique({
      where: { activityId_personId: { activityId, personId: row.person.id } },
    })
    if (existing) await change.update('SignUp', existing.id, columns(row))
    else await change.create('SignUp', { activityId, personId: row.person.id, ...columns(row) })
  }
  await keepFullness(change, activityId, after)
}

/** 报名中 ⇄ 满员 follows from the sign-ups themselves. */
async function keepFullness(change: Change, activityId: number, book: SignUpBook): Promise<void> {
  const { state } = await change.tx.activity.findUniqueOrThrow({ where: { id: activityId } })
  const event = state === 'open' && isFull(book) ? 'fill' : state === 'full' && !isFull(book) ? 'free' : null
  const next = event && nextState(state as ActivityState, event)
  if (next) await change.update('Activity', activityId, { state: next })
}

function columns(row: SignUpRow): Omit<SignUp, 'id' | 'activityId' | 'personId'> {
  const { by, status, arrivalSeq, lastSeq, signedUpAt, pool, companions, role, note, guestOf, answerBy, leaveReason } =
    row
  return {
    byId: by.id,
    status,
    arrivalSeq,
    lastSeq,
    pool,
    companions,
    role,
    note,
    guestOf,
    leaveReason,
    signedUpAt: dateOf(signedUpAt),
    answerBy: answerBy && dateOf(answerBy),
  }
}
