import { findActivityType } from '../../station/activity/find-type.js'
import { OTHER_ACTIVITY } from '../../station/activity/types.js'
import { LEADING } from '../../station/roles.js'
import { scanDate } from '../../station/time/scan-date.js'
import type { CommandContext } from '../context.js'

/**
 * 每月第2周周四 金融宣讲: a rhythm and the name of a kind of activity, nothing else, from somebody who may set one up.
 * Any other word in the line makes it talk.
 */
export function rhythmLine({ now, speaker }: CommandContext, folded: string): string | undefined {
  if (!folded.startsWith('每') || !LEADING.some((role) => speaker.roles.has(role))) return undefined
  const scan = scanDate(folded, now)
  if (scan.kind !== 'recurrence' || scan.span[0] !== 0) return undefined
  const title = folded.slice(scan.span[1]).trim()
  const isName = /^\p{Script=Han}{2,10}$/u.test(title) && findActivityType(title) !== OTHER_ACTIVITY
  return isName ? `固定活动 ${folded}` : undefined
}
