import { dateOf, type Moment } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'
import { type Beginning, isAfter } from './moment-of.js'

const NAMES_YEAR = /20\d\d|[今明后来]年/
/** A day just over, said without its year, is read as next year's; who plans for next year's says so. */
const FAR_DAYS = 300
/** 9:00-8:00 is no night shift. */
const EVENING_HOUR = 18

/** Why nobody can mean that time, as a sentence that asks for another; undefined: it will do. */
export function timeFault(
  { startsAt, endsAt }: Pick<Beginning, 'startsAt' | 'endsAt'>,
  { now, message }: Pick<CommandContext, 'now' | 'message'>,
): string | undefined {
  if (!isAfter(startsAt, now)) return copy.noPast(dateOf(startsAt))
  if (isJustOver(startsAt, { now, message })) return copy.justOver(startsAt)
  return endsAt && isBackwards(startsAt, endsAt) ? copy.endsBefore : undefined
}

/** 11月20日 said on the 23rd. */
export const isJustOver = (at: Moment, { now, message }: Pick<CommandContext, 'now' | 'message'>): boolean =>
  at.year > now.year && isAfter(at, now.add({ days: FAR_DAYS })) && !NAMES_YEAR.test(message.raw)

const isBackwards = (startsAt: Moment, endsAt: Moment): boolean =>
  startsAt.hour < EVENING_HOUR &&
  endsAt.toPlainDate().equals(startsAt.toPlainDate().add({ days: 1 })) &&
  isAfter(startsAt.add({ days: 1 }), endsAt)
