import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import { partsLine } from '../handling/parts-line.js'
import { supervisionLine } from '../supervision/rows.js'
import { about } from './arguments.js'
import { copy } from './copy.js'
import { LISTED, MOST_COUNTED } from './listed.js'
import { historyOf } from './opinion-row.js'
import { scopeOf } from './record.js'
import { clockOf } from './refer.js'

export const showCommand = command({
  name: '查看',
  aliases: ['看'],
  summary: '看一件意见',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: false,
  asksAlone: true,
  examples: ['Y17'],
  shows: 'Y',
  async run({ db, station, say, now }, { no }) {
    const opinion = await db.opinion.findUnique({
      where: { stationId_no: { stationId: station.id, no } },
      include: { reporter: true },
    })
    if (!opinion) return say(copy.unknown(no))
    const more = {
      parts: await partsLine({ db, station }, opinion),
      supervision: await supervisionLine({ db, station, now }, 'Y', no),
    }
    await say(copy.one(opinion, opinion.reporter.name, clockOf(opinion, now.toPlainDate()), more))
  },
})

export const historyCommand = command({
  name: '经过',
  aliases: ['办理经过'],
  summary: '看一件意见的办理经过',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: false,
  examples: ['Y17 经过'],
  async run({ db, station, say }, { no }) {
    const row = await db.opinion.findUnique({
      where: { stationId_no: { stationId: station.id, no } },
      include: { reporter: true },
    })
    await say(
      row ? copy.history(`Y${no}`, historyOf(row), momentOf(row.recordedAt), row.reporter.name) : copy.unknown(no),
    )
  },
})

export const originalCommand = command({
  name: '原话',
  summary: '看群众原话（会留记录）',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  examples: ['Y17 原话'],
  async run(context, { no }) {
    const { db, station, speaker, change, services, now } = context
    if (context.roomId !== null) return context.say(copy.privately)
    const row = await db.opinion.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!row) return context.say(copy.unknown(no))
    const may = row.reporterId === speaker.personId || speaker.roles.has('liaison')
    if (!may) return context.say(copy.originalNotYours(no))
    await change.create('OpinionReading', {
      stationId: station.id,
      no,
      personId: speaker.personId,
      readAt: dateOf(now),
    })
    await context.say(copy.original(no, services.unseal(row.original, scopeOf(station.id, no))), { secret: true })
  },
})

export const listOpinionsCommand = command({
  name: '意见列表',
  aliases: ['意见清单', '最近意见'],
  summary: '看最近登记的意见',
  who: MEMBERS,
  changes: false,
  examples: ['意见列表'],
  async run({ db, station, say }) {
    const where = { stationId: station.id, state: { notIn: STRUCK_OPINIONS } }
    const total = await db.opinion.count({ where, take: MOST_COUNTED })
    const opinions = await db.opinion.findMany({ where, orderBy: { no: 'desc' }, take: LISTED })
    await say(total > 0 ? copy.list(opinions, total) : copy.none)
  },
})

export const myOpinionsCommand = command({
  name: '我的意见',
  summary: '看自己登记的意见',
  who: MEMBERS,
  changes: false,
  examples: ['我的意见'],
  async run({ db, station, say, speaker }) {
    const where = { stationId: station.id, reporterId: speaker.personId, state: { notIn: STRUCK_OPINIONS } }
    const total = await db.opinion.count({ where, take: MOST_COUNTED })
    const opinions = await db.opinion.findMany({ where, orderBy: { no: 'desc' }, take: LISTED })
    await say(total > 0 ? copy.list(opinions, total, '您最近') : copy.noneMine)
  },
})

export const overdueCommand = command({
  name: '超期意见',
  aliases: ['逾期意见', '超期'],
  summary: '看超期未答复的意见',
  who: LEADING,
  where: ['private', 'group'],
  changes: false,
  examples: ['超期意见'],
  async run({ db, station, say, now }) {
    const rows = await db.opinion.findMany({
      where: { stationId: station.id, startedOn: { not: null }, state: { in: ['转办', '办理中', '移交家室'] } },
      orderBy: { no: 'asc' },
    })
    const late = rows.flatMap((row) => {
      const clock = clockOf(row, now.toPlainDate())
      return clock?.ok && clock.value.leftWorkdays < 0 ? [{ row, lateWorkdays: -clock.value.leftWorkdays }] : []
    })
    await say(late.length > 0 ? copy.overdue(late) : copy.noneOverdue)
  },
})
