import type { AuditEntry } from '../../prisma/generated/client.js'
import { undo } from '../../prisma/undo.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { undoDuty } from '../duty/undo.js'
import { reindexOpinions } from '../opinion/index-opinion.js'
import { copy } from './copy.js'
import { undoneLines } from './things.js'

/** What the change had to say and has not said yet is left unsaid; whoever was told of it is told that it is off. */
async function tellAgain({ db, speaker, roomId, tell, announce }: CommandContext, last: AuditEntry, lines: string[]) {
  if (last.causeSeq === null) return
  const told = await db.outboxMessage.findMany({ where: { causeSeq: last.causeSeq }, orderBy: { id: 'asc' } })
  await db.outboxMessage.updateMany({
    where: { causeSeq: last.causeSeq, state: 'queued', said: null },
    data: { state: 'takenBack' },
  })
  const heard = told.filter(({ state }) => state !== 'queued')
  const accounts = heard.flatMap(({ accountId }) => accountId ?? [])
  const people = await db.account.findMany({ where: { chatAccountId: { in: accounts }, until: null } })
  const text = copy.undoneBy(speaker.name, last.action, lines)
  for (const personId of new Set(people.map((one) => one.personId)))
    if (personId !== speaker.personId) await tell(personId, text)
  if (heard.some((letter) => letter.roomId !== null && letter.roomId !== roomId)) await announce(text)
}

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
        // Having read something is on record and is no deed to be taken back.
        model: { not: 'OpinionReading' },
      },
      orderBy: { id: 'desc' },
    })
    const takenBack =
      last && (last.undoes !== null || (await db.auditEntry.findFirst({ where: { undoes: last.changeId } })))
    if (!last || takenBack) return say(copy.nothingToUndo(minutes))
    const duty = await db.auditEntry.findFirst({ where: { changeId: last.changeId, model: 'DutyEvent' } })
    if (duty) return undoDuty(context, last.changeId)
    const outcome = await undo(change, last.changeId)
    if (outcome.ok) {
      await reindexOpinions(db, outcome.entries)
      const lines = await undoneLines(db, outcome.entries)
      await tellAgain(context, last, lines)
      return say(copy.undone(last.action, lines))
    }
    await say(outcome.code === 'not-undoable' ? copy.notUndoable(last.action) : copy.changedSince(last.action))
  },
})
