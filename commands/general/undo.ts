import { undo } from '../../prisma/undo.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import { undoDuty } from '../duty/undo.js'
import { copy } from './copy.js'

export const undoCommand = command({
  name: '撤销',
  aliases: ['撤回', '刚才发错了'],
  summary: '撤销自己刚才的操作',
  who: MEMBERS,
  changes: true,
  examples: ['撤销'],
  async run(context) {
    const { change, db, speaker, settings, station, now, say } = context
    const minutes = settings.undoMinutes
    const last = await db.auditEntry.findFirst({
      where: {
        actorId: speaker.personId,
        stationId: station.id,
        at: { gte: dateOf(now.subtract({ minutes })) },
      },
      orderBy: { id: 'desc' },
    })
    const takenBack =
      last && (last.undoes !== null || (await db.auditEntry.findFirst({ where: { undoes: last.changeId } })))
    if (!last || takenBack) return say(copy.nothingToUndo(minutes))
    const duty = await db.auditEntry.findFirst({ where: { changeId: last.changeId, model: 'DutyEvent' } })
    if (duty) return undoDuty(context, last.changeId)
    const outcome = await undo(change, last.changeId)
    await say(outcome.ok ? copy.undone(last.action, outcome.entries) : copy.changedSince(last.action))
  },
})
