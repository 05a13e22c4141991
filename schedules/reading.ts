import type { StationContext } from '../commands/context.js'
import { copy } from '../commands/copy.js'
import { commands } from '../commands/index.js'
import { putQuestion } from '../commands/put-question.js'
import { offerOf } from '../commands/understanding/offer.js'
import { acceptableLine, READING_JOB, type ReadingRequest } from '../commands/understanding/proposal.js'
import type { Tx } from '../prisma/change.js'
import { ACTIVITY_STATES, ALL_ACTIVITY_STATES } from '../station/activity/states.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import { preparedJob, type Slot } from './job.js'

const MOST_EXAMPLES = 60

/** Words said to the bot that only a model could read: its reading is offered to whoever said them, never done. */
export const readingJob = preparedJob({
  name: READING_JOB,
  graceMinutes: 10,
  slots: () => [],
  async prepare({ db, station, slot, now, services }): Promise<string | null> {
    const request = requestOf(slot)
    const open = await openNow(db, station.id, now)
    const examples = commands
      .filter(({ name }) => request.mine.includes(name))
      .map(({ examples }) => examples[0])
      .slice(0, MOST_EXAMPLES)
    const activities = open.map(({ no, title }) => `H${no} ${title}`)
    const line = await services.propose?.(request.said, { stationId: station.id, open: activities, examples })
    return acceptableLine(
      line ?? null,
      request,
      open.map(({ no }) => no),
      commands,
      { now },
    )
  },
  async run(context, slot, line) {
    const { roomId, personId } = requestOf(slot)
    if (line === null) return unread(context, slot)
    const { db, station, now } = context
    const question = offerOf(context.services, line)
    await putQuestion(db, now, { stationId: station.id, personId, roomId }, question)
    if (roomId === null) await context.tell(personId, question.text, { urgent: true })
    else await context.tellRoom(roomId, question.text, { urgent: true })
  },
  // In a group nothing is said before it is known that something will be offered.
  slow: async (context, slot) => {
    const { roomId, personId } = requestOf(slot)
    if (roomId === null) await context.tell(personId, copy.reading, { urgent: true })
  },
  failed: (context, slot) => unread(context, slot),
})

const requestOf = (slot: Slot): ReadingRequest => slot.payload as unknown as ReadingRequest

async function unread(context: StationContext, slot: Slot): Promise<void> {
  const { roomId, personId } = requestOf(slot)
  if (roomId === null) await context.tell(personId, copy.notUnderstood, { urgent: true })
}

const OPEN_STATES = ALL_ACTIVITY_STATES.filter((state) => ACTIVITY_STATES[state].accepting === 'open')

const openNow = (db: Tx, stationId: number, now: Moment) =>
  db.activity.findMany({
    where: { stationId, state: { in: OPEN_STATES }, startsAt: { gt: dateOf(now) } },
    orderBy: { no: 'asc' },
  })
