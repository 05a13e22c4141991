import type { JielongList } from '../../station/jielong/list.js'
import { mergeList } from '../../station/jielong/merge.js'
import { resolveRows } from '../../station/jielong/resolve-rows.js'
import { lockBook, saveBook } from '../activity/book.js'
import { copy as activityCopy } from '../activity/copy.js'
import { tellPromoted } from '../activity/promotions.js'
import type { CommandContext } from '../context.js'
import { applyOutcome } from './apply.js'
import { askConsent } from './consent.js'
import { copy } from './copy.js'
import { doubtLines } from './doubts.js'
import { printList } from './print-list.js'
import { stationPeople } from './roster.js'
import { loadList, saveList } from './store.js'
import { unrecognisedLine } from './unrecognised.js'

/** From now on this list is known: by its activity, or as one that was asked about. */
export async function rememberList(
  { db, station }: CommandContext,
  { digest }: JielongList,
  activityId: number | null,
) {
  await db.jielongSeen.upsert({
    where: { stationId_digest: { stationId: station.id, digest } },
    create: { stationId: station.id, digest, activityId },
    update: { activityId },
  })
}

/** Merges a list into an activity's sign-ups and answers in one message. */
export async function mergeInto(context: CommandContext, list: JielongList, no: number, senderId?: number) {
  const { db, station, speaker, message, now, change } = context
  const open = await lockBook(db, station.id, no)
  if (!open) throw new Error(`there is no H${no} to merge a list into`)
  const { activity, book } = open
  const { roster, personOf } = await stationPeople(context)
  const version = resolveRows(list, roster, personOf)
  const known = await loadList(db, open)
  const isFirst = known.versions.length === 0
  const sender = {
    id: senderId ?? speaker.personId,
    name: roster.nameOf.get(senderId ?? speaker.personId) ?? speaker.name,
  }
  const said = await db.inboxMessage.findUniqueOrThrow({ where: { seq: message.seq } })
  const sentAtS = Math.floor((said.sentAt ?? said.arrivedAt).getTime() / 1000)
  const outcome = mergeList(known, { ...version, senderId: sender.id, sentAtS })
  const seq = message.seq
  const applied = applyOutcome(book, { outcome, version, nameOf: roster.nameOf, sender, at: now, seq })
  await saveBook(change, activity.id, book, applied.book)
  const refused = new Set(applied.refused.map(({ person }) => person.id))
  const entries = outcome.state.entries.flatMap((entry) =>
    entry.personId !== null && refused.has(entry.personId)
      ? known.entries.filter(({ key }) => key === entry.key)
      : [entry],
  )
  await saveList(db, activity.id, { ...outcome.state, entries })

  const after = { activity, book: applied.book }
  const lines = [copy.merged(activity, applied, isFirst)]
  const [first] = applied.refused
  if (first) lines.push(`${first.person.name}：${activityCopy.refused(activity, first.refusal)}`)
  if (applied.started.length > 0) lines.push(copy.started(activity, applied.started))
  lines.push(await askConsent(context, activity, sender, applied.pending))
  lines.push(...(await doubtLines(context, activity, sender, outcome.questioned, roster.nameOf)))
  lines.push(await unrecognisedLine(context, activity, sender, outcome.unrecognised, roster.nameOf))
  if (outcome.stale && outcome.stillValid.length > 0)
    lines.push(
      copy.stale(
        sender.name,
        outcome.stillValid.map(({ personId, text }) =>
          personId === null ? text : (roster.nameOf.get(personId) ?? text),
        ),
        await printList(context, after),
      ),
    )
  const text = lines.filter(Boolean).join('\n')
  if (text !== '') await context.say(text)
  await tellPromoted(context, activity, applied.promoted)
}
