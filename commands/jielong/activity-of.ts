import type { Activity } from '../../prisma/generated/client.js'
import { isSignUp } from '../../station/jielong/is-sign-up.js'
import type { JielongList } from '../../station/jielong/list.js'
import type { ListVersion } from '../../station/jielong/resolve-rows.js'
import { fold } from '../../station/text/fold.js'
import { scanReferences } from '../../station/text/reference.js'
import { momentOf } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'
import { openActivities } from '../activity/find.js'
import type { CommandContext } from '../context.js'
import { sharesWord } from '../understanding/natural.js'

export type Belonging =
  | { kind: 'activity'; activity: Activity }
  /** A sign-up of no activity we know. */
  | { kind: 'unknown' }
  /** Its title fits more than one. */
  | { kind: 'several'; activities: Activity[] }
  | { kind: 'notOurs' }

/**
 * Whose list it is: by the number in its header, by having been seen before, or by a title and day that fit exactly one
 * open activity. A list for another end (health report, order of dishes) is nobody's, whatever it names.
 */
export async function activityOf(
  context: CommandContext,
  list: JielongList,
  { rows }: ListVersion,
): Promise<Belonging> {
  const { db, station } = context
  const seen = await db.jielongSeen.findUnique({
    where: { stationId_digest: { stationId: station.id, digest: list.digest } },
  })
  if (seen?.activityId != null) {
    const activity = await db.activity.findUnique({ where: { id: seen.activityId } })
    if (activity) return { kind: 'activity', activity }
  }
  const { verdict } = isSignUp(list)
  if (verdict === 'other') return { kind: 'notOurs' }
  // A numbered notice is a list too; one of sign-ups names people.
  if (list.tag !== 'native' && rows.filter(({ personId }) => personId !== null).length * 2 < Math.max(1, rows.length))
    return { kind: 'notOurs' }
  const header = fold(list.header)
  const named = [...new Set(scanReferences(header).flatMap(({ letter, no }) => (letter === 'H' ? [no] : [])))]
  if (named.length === 1) {
    const activity = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no: named[0]! } } })
    if (activity) return { kind: 'activity', activity }
  }
  const fitting = (await openActivities(context)).filter((activity) => fits(context, header, activity))
  if (fitting.length > 1) return { kind: 'several', activities: fitting }
  if (fitting[0]) return { kind: 'activity', activity: fitting[0] }
  return verdict === 'signUp' && list.tag !== 'none' && seen === null ? { kind: 'unknown' } : { kind: 'notOurs' }
}

/** The whole title, or a word of it on the same day. */
function fits({ now }: CommandContext, header: string, { title, startsAt }: Activity): boolean {
  const scan = scanDate(header, now)
  const day = scan.kind === 'point' ? scan.at.toPlainDate() : scan.kind === 'range' ? scan.from.toPlainDate() : null
  if (day !== null && !day.equals(momentOf(startsAt).toPlainDate())) return false
  return header.includes(fold(title)) || (day !== null && sharesWord(header, fold(title)))
}
