import { seatOf } from '../../station/duty/book.js'
import { MEMBERS } from '../../station/roles.js'
import { optional, reference } from '../arguments.js'
import { command } from '../command.js'
import { readDuty } from './book.js'
import { copy } from './copy.js'
import { theShift } from './find.js'
import { holderNames } from './own.js'

export const showDutyCommand = command({
  name: '看接待',
  summary: '看一次接待',
  args: { no: reference('D', '接待编号') },
  who: MEMBERS,
  changes: false,
  examples: ['D7'],
  shows: 'D',
  async run(context, { no }) {
    const state = await theShift(context, await readDuty(context.db, context.station.id), no, '看接待')
    if (state) await context.say(copy.one(state, await holderNames(context, state)))
  },
})

export const whyCommand = command({
  name: '为什么是我',
  aliases: ['为什么排我', '为啥是我'],
  summary: '看自己为什么排到这次接待',
  args: { no: optional(reference('D', '接待编号')) },
  who: MEMBERS,
  changes: false,
  examples: ['为什么是我', '为什么是我 D7'],
  async run(context, { no }) {
    const { db, station, speaker, say } = context
    const state = await theShift(context, await readDuty(db, station.id), no, '为什么是我')
    if (!state) return
    const seat = seatOf(state, speaker.personId)
    const reason = seat && state.seats[seat.seat]?.reason
    if (!reason) return say(copy.notOnDuty(state.shift.no, speaker.name))
    const people = await db.person.findMany({ where: { memberships: { some: { stationId: station.id } } } })
    const name = (id: number) => people.find((person) => person.id === id)?.name ?? '已离站的代表'
    await say(copy.why(state, copy.reason(reason, name)))
  },
})
