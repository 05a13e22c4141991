import { MEMBERS } from '../../station/roles.js'
import { reference } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'

const LISTED = 8

export const showCommand = command({
  name: '查看',
  aliases: ['看'],
  summary: '看一件意见',
  args: { no: reference('Y', '意见编号') },
  who: MEMBERS,
  changes: false,
  examples: ['Y17'],
  shows: 'Y',
  async run({ db, station, say }, { no }) {
    const opinion = await db.opinion.findUnique({
      where: { stationId_no: { stationId: station.id, no } },
      include: { reporter: true },
    })
    await say(opinion ? copy.one(opinion, opinion.reporter.name) : copy.unknown(no))
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
    const where = { stationId: station.id, state: { not: '撤回' } }
    const total = await db.opinion.count({ where })
    const opinions = await db.opinion.findMany({ where, orderBy: { no: 'desc' }, take: LISTED })
    await say(total > 0 ? copy.list(opinions, total) : copy.none)
  },
})
