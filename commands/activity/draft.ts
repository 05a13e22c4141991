import type { ActivityDraft } from '../../prisma/generated/client.js'
import { LEADING } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { count, optional, text, when } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { copy } from './copy.js'
import { orNull } from './facts.js'
import { makeActivity, type Wanted } from './make.js'
import { type Beginning, beginning, isAfter } from './moment-of.js'
import { publishNotice } from './publish.js'
import { timeFault } from './time-fault.js'
import { type StoredWanted, stored, wantedFrom } from './wanted.js'

/** A deputy's proposal: numbered, kept, and put before the convenor on duty. */
export async function submitDraft(
  context: CommandContext,
  wanted: Wanted,
  begins: Beginning | undefined,
): Promise<void> {
  const { change, db, station, speaker, now } = context
  const draft = await change.create('ActivityDraft', {
    stationId: station.id,
    no: await change.nextNumber(station.id, '草案'),
    title: wanted.title,
    place: wanted.place,
    startsAt: orNull(begins?.startsAt),
    endsAt: orNull(begins?.endsAt),
    wanted: stored(wanted) as unknown as object,
    capacityPersons: wanted.capacityPersons,
    personId: speaker.personId,
    personName: speaker.name,
    state: 'inReview',
    createdAt: dateOf(now),
  })
  const convenorId = await convenorOnDuty(db, station, now)
  const convenor = convenorId === null ? null : await db.person.findUnique({ where: { id: convenorId } })
  await context.say(copy.draftSubmitted(draft, convenor?.name ?? null))
  if (convenor) await context.tell(convenor.id, copy.draftToReview(draft))
}

async function lockedDraft(context: CommandContext, no: number): Promise<ActivityDraft | null> {
  const { db, station } = context
  await db.$queryRaw`SELECT id FROM "ActivityDraft" WHERE "stationId" = ${station.id} AND no = ${no} FOR UPDATE`
  const draft = await db.activityDraft.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!draft) await context.say(copy.noDraft(no))
  else if (draft.state !== 'inReview') await context.say(copy.draftDecided(draft))
  return draft?.state === 'inReview' ? draft : null
}

export const approveDraftCommand = command({
  name: '通过草案',
  aliases: ['批准草案', '同意草案'],
  summary: '通过代表提的活动草案',
  args: { no: count('草案编号', '1', /^\s*第?(\d{1,6})号?/), time: optional(when('时间')) },
  who: LEADING,
  changes: true,
  examples: ['通过草案1', '通过草案1 12月10日9:00'],
  async run(context, { no, time }) {
    const draft = await lockedDraft(context, no)
    if (!draft) return
    const known: Beginning | undefined = draft.startsAt
      ? {
          startsAt: momentOf(draft.startsAt),
          endsAt: draft.endsAt && momentOf(draft.endsAt),
          assumedTime: false,
          assumedPart: false,
          notThisWeek: undefined,
        }
      : undefined
    const begins = time ? beginning(time) : known
    if (!begins) return context.say(time ? copy.unclearTime(context.message.raw, time) : copy.draftNeedsTime(draft))
    // A time that was kept was looked at when it was said.
    const fault = time ? timeFault(begins, context) : undefined
    if (fault) return context.say(fault)
    if (!isAfter(begins.startsAt, context.now)) return context.say(copy.noPast(dateOf(begins.startsAt)))
    const wanted = wantedFrom(draft.wanted as unknown as StoredWanted)
    if (wanted.deadlineAt && isAfter(wanted.deadlineAt, begins.startsAt)) return context.say(copy.deadlineAfterStart)
    const activity = await makeActivity(context, wanted, begins)
    await context.change.update('ActivityDraft', draft.id, { state: 'approved', activityNo: activity.no })
    await context.say(copy.madeAndTold(activity, begins))
    await publishNotice(context, activity)
    await context.tell(draft.personId, copy.draftApproved(draft, activity))
  },
})

export const sendBackDraftCommand = command({
  name: '退回草案',
  summary: '退回代表提的活动草案',
  args: { no: count('草案编号', '1', /^\s*第?(\d{1,6})号?/), reason: text('原因', '与H12重复') },
  who: LEADING,
  changes: true,
  examples: ['退回草案1 与H12重复'],
  async run(context, { no, reason }) {
    const draft = await lockedDraft(context, no)
    if (!draft) return
    const decided = await context.change.update('ActivityDraft', draft.id, { state: 'sentBack', reason })
    await context.say(copy.draftDecided(decided))
    await context.tell(draft.personId, copy.draftSentBack(draft, reason))
  },
})
