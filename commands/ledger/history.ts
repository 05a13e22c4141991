import type { Tx } from '../../prisma/change.js'
import { isHeld } from '../../station/plan/activity-record.js'
import { MEMBERS, type Role } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { mark } from '../keyed.js'
import { activityRecords } from '../plan/load.js'
import { copy } from './copy.js'

export const HISTORY_JOB = 'history-import'

const KEEPERS: readonly Role[] = ['head', 'liaison', 'district']
const FILE_MINUTES = 10
const READABLE = /\.(?:xlsx|csv)$/i

export interface HistoryRequest {
  file: { name: string; mimeType: string; path: string }
  personId: number
  roomId: string | null
}

/** Since the station was founded: imported history beside what is recorded here. History counts in no sign-up figure. */
export async function cumulative(db: Tx, stationId: number) {
  const kept = await db.historyRecord.findMany({ where: { stationId, kind: 'activity', state: 'kept' } })
  const history = kept.reduce((sum, row) => sum + row.count, 0)
  const recorded = (await activityRecords(db, stationId)).filter(isHeld).length
  const { _sum } = await db.activity.aggregate({ where: { stationId }, _sum: { headcountPersons: true } })
  const persons = kept.reduce((sum, row) => sum + (row.persons ?? 0), 0) + (_sum.headcountPersons ?? 0)
  return { history, recorded, total: history + recorded, persons }
}

export const historyCommand = command({
  name: '导入历史活动',
  summary: '导入建站以来的历史活动',
  args: { file: mark('文件', /文件|表格/), times: optional(count('次数', '102', /(\d{1,5})\s*[次场个]?/)) },
  who: KEEPERS,
  changes: true,
  examples: ['导入历史活动 102', '导入历史活动 文件'],
  async run(context, { file, times }) {
    const { change, db, station, now, say } = context
    if (file)
      return context.ask({
        kind: 'history-file',
        payload: {},
        text: copy.historyFileWanted,
        openMinutes: FILE_MINUTES,
      })
    if (!times) return say(copy.historyUsage)
    await change.create('HistoryRecord', {
      stationId: station.id,
      kind: 'activity',
      count: times,
      importedAt: dateOf(now),
    })
    await say(copy.historyCounted(times, (await cumulative(db, station.id)).total))
  },
  answers: {
    'history-file': {
      accepts: (folded) => (/^(?:不用|不用了|取消|算了)$/.test(folded.trim()) ? false : undefined),
      acceptsFile: ({ name }) => (READABLE.test(name) ? true : undefined),
      async run(context, _payload, sent) {
        if (!sent || !context.file) return context.say(copy.historyDeclined)
        await requestImport(context, context.file)
        await context.say(copy.historyFileTaken(context.file.name))
      },
    },
  },
})

async function requestImport(context: CommandContext, file: HistoryRequest['file']): Promise<void> {
  const { db, station, message, roomId, speaker, now } = context
  const payload: HistoryRequest = { file, personId: speaker.personId, roomId }
  await db.jobRun.create({
    data: {
      job: HISTORY_JOB,
      slot: `history:${message.seq}`,
      stationId: station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: payload as object,
    },
  })
}

export const cumulativeCommand = command({
  name: '累计活动',
  aliases: ['活动累计', '建站以来'],
  summary: '看建站以来累计活动次数',
  who: MEMBERS,
  changes: false,
  examples: ['累计活动'],
  async run({ db, station, say }) {
    const { total, history, recorded, persons } = await cumulative(db, station.id)
    await say(copy.cumulative(station.establishedOn, total, history, recorded, persons))
  },
})
