import type { Role } from '../../station/roles.js'
import type { CalendarKind } from '../../station/summary/period.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import { SUMMARY_JOB } from './write.js'

const READERS: readonly Role[] = ['onDuty', 'convenor', 'head', 'liaison', 'district']

const KINDS: Readonly<Record<string, CalendarKind>> = {
  今天: 'day',
  日: 'day',
  本周: 'week',
  周: 'week',
  本月: 'month',
  月: 'month',
  本季度: 'quarter',
  季: 'quarter',
  今年: 'year',
  年: 'year',
}

/** Asks for a summary; it is written outside this transaction, because a model may take its time. */
export const askCommand = command({
  name: '小结',
  aliases: ['周报', '写小结', '总结'],
  summary: '生成一份小结发到群里',
  args: { kind: optional(oneOf('时段', KINDS)) },
  who: READERS,
  changes: true,
  examples: ['小结', '小结 本月'],
  async run({ db, station, message, roomId, speaker, now }, { kind = 'week' }) {
    await db.jobRun.create({
      data: {
        job: SUMMARY_JOB,
        slot: `asked:${message.seq}`,
        stationId: station.id,
        dueAt: dateOf(now),
        outcome: 'requested',
        payload: { kind, roomId, personId: speaker.personId },
      },
    })
  },
})
