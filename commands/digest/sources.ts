import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { inOrder } from '../../station/duty/book.js'
import { startOf } from '../../station/duty/shift-time.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { readDuty } from '../duty/book.js'
import { heldBack } from '../linkage/clearance.js'
import { deputiesOf } from '../people/member-named.js'
import { copy } from './copy.js'
import type { Waiting } from './item.js'

/** How far ahead a digest looks, days. */
const AHEAD_DAYS = 10
const UNSURE: readonly string[] = ['toReconfirm', 'offered', 'pendingConsent']

const day = (moment: Moment): string => `${moment.month}月${moment.day}日`
const soon = ({ now }: StationContext) => ({ gt: dateOf(now), lte: dateOf(now.add({ days: AHEAD_DAYS })) })

/** Open activities that a deputy has said nothing about, and places that wait for a confirmation. */
async function activities(context: StationContext): Promise<Waiting[]> {
  const { db, station, now } = context
  const rows = await db.activity.findMany({
    where: { stationId: station.id, startsAt: soon(context) },
    include: { signUps: true },
    orderBy: { startsAt: 'asc' },
  })
  const people = await deputiesOf(context)
  const isHeldBack = await heldBack(context, rows)
  const waiting: Waiting[] = []
  for (const { no, title, state, startsAt, deadlineAt, signUps } of rows) {
    if (ACTIVITY_STATES[state as ActivityState].accepting !== 'open' || (deadlineAt && deadlineAt <= dateOf(now)))
      continue
    const on = day(momentOf(startsAt))
    for (const { id: personId } of people) {
      const row = signUps.find((signUp) => signUp.personId === personId)
      const unsure = row !== undefined && UNSURE.includes(row.status)
      if ((row && !unsure) || isHeldBack(no, personId)) continue
      waiting.push({
        personId,
        key: `H${no}:${unsure ? 'confirm' : 'join'}`,
        label: unsure ? copy.confirm(no, title, on) : copy.join(no, title, on),
        yes: unsure ? `确认参加 H${no}` : `报名 H${no}`,
        refuse: unsure ? `不去 H${no}` : null,
      })
    }
  }
  return waiting
}

/** Receptions whose holder has not confirmed. */
async function duties({ db, station, now }: StationContext): Promise<Waiting[]> {
  const until = now.add({ days: AHEAD_DAYS }).epochMilliseconds
  return inOrder(await readDuty(db, station.id)).flatMap(({ shift, stage, seats }) => {
    const at = startOf(shift)
    const isSoon = at.epochMilliseconds > now.epochMilliseconds && at.epochMilliseconds <= until
    if (!isSoon || !['confirmed', 'announced'].includes(stage)) return []
    return seats.flatMap(({ holderId, isConfirmed }): Waiting[] =>
      holderId === null || isConfirmed
        ? []
        : [
            {
              personId: holderId,
              key: `D${shift.no}`,
              label: copy.duty(shift.no, day(at)),
              yes: `确认 D${shift.no}`,
              refuse: `请假 D${shift.no} 原因`,
              reasonNeeded: true,
            },
          ],
    )
  })
}

/** Topics somebody of this station is invited to. */
async function topics({ db, station }: StationContext): Promise<Waiting[]> {
  const rows = await db.topicMember.findMany({
    where: { stationId: station.id, state: 'invited' },
    orderBy: { id: 'asc' },
  })
  const works = await db.topicWork.findMany({ where: { stationId: station.id, state: 'open' } })
  return rows.flatMap(({ topicNo, personId }): Waiting[] => {
    const work = works.find(({ no }) => no === topicNo)
    if (!work) return []
    const label = copy.topic(topicNo, work.question)
    return [{ personId, key: `K${topicNo}`, label, yes: `同意 K${topicNo}`, refuse: `不便 K${topicNo}` }]
  })
}

/** Answers that residents have not been told. */
async function answers({ db, station }: StationContext): Promise<Waiting[]> {
  const rows = await db.opinion.findMany({
    where: { stationId: station.id, state: '已反馈代表' },
    orderBy: { no: 'asc' },
  })
  return rows.map(({ no, reporterId }) => ({
    personId: reporterId,
    key: `Y${no}`,
    label: copy.passOn(no),
    yes: `已转告 Y${no}`,
    refuse: null,
  }))
}

/** Everything that may wait for one person's yes or no. */
export const SOURCES: readonly ((context: StationContext) => Promise<Waiting[]>)[] = [
  activities,
  duties,
  topics,
  answers,
]
