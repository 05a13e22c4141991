import type { Activity } from '../../prisma/generated/client.js'
import { mayDo } from '../../station/people/permissions.js'
import { foldWithMap } from '../../station/text/fold.js'
import { stripPoliteness } from '../../station/text/politeness.js'
import { formatReference, scanReferences } from '../../station/text/reference.js'
import { dateOf } from '../../station/time/civil.js'
import { openActivities } from '../activity/find.js'
import type { ReadAt } from '../arguments.js'
import type { Command } from '../command.js'
import type { CommandContext } from '../context.js'
import type { Reading } from '../read.js'
import { anyWithNumber, naturalWish, withNumber } from './natural.js'
import { onBehalfLine, spokeLatelyOf } from './on-behalf.js'
import { readWords, unsureLine } from './read-plain.js'
import { rhythmLine } from './rhythm.js'
import { headIndexOf, likelyLine } from './typos.js'

/**
 * Reads a line; one that names no number and answers a message that names exactly one is about that one. The quoted words
 * themselves are never read as a command.
 */
export function readReply(body: string, quoted: string | null, commands: readonly Command[], at: ReadAt): Reading {
  const direct = readWords(body, commands, at)
  if (quoted === null || scanReferences(foldWithMap(body).text).length > 0) return direct
  const about = [...new Set(scanReferences(foldWithMap(quoted).text).map(formatReference))]
  if (about.length !== 1) return direct
  const pointed = readWords(`${body} ${about[0]}`, commands, at)
  return pointed.kind === 'command' ? pointed : direct
}

/** To be done, only to be offered, or to be asked about. */
export type Understood = { line: string; sure: boolean } | { verb: string; among: Activity[] }

const COUNTS_ME_IN = /^(?:也)?(?:算|加|带)(?:上)?我(?:一个)?$|^我也(?:去|来|报|参加)$/
const RECEIVED = /^(?:好的?[,，。 ]*)?(?:收到|已收到|知道了)$/

/** What a line that is no command may still mean. */
export async function understand(
  context: CommandContext,
  folded: string,
  commands: readonly Command[],
): Promise<Understood | undefined> {
  const rhythm = rhythmLine(context, folded)
  if (rhythm) return { line: rhythm, sure: true }
  const open = await openActivities(context)
  const said = stripPoliteness(folded)
  const wish = naturalWish(said, open)
  if (wish) return one(wish.verb, wish.among)
  const numbered = withNumber(folded, open)
  const behalf = await onBehalfLine(context, numbered ?? said)
  if (behalf) return /H\d/.test(behalf) ? { line: behalf, sure: true } : open.length > 0 ? one(behalf, open) : undefined
  if (numbered !== undefined && readWords(numbered, commands, context).kind === 'command')
    return { line: numbered, sure: true }
  const looking = anyWithNumber(folded, open)
  const looked = looking === undefined ? undefined : readWords(looking, commands, context)
  if (looking !== undefined && looked?.kind === 'command' && !looked.command.changes)
    return { line: looking, sure: true }
  const acknowledged = RECEIVED.test(said) ? await acknowledgedDuty(context) : undefined
  if (acknowledged) return { line: acknowledged, sure: true }
  const [only, another] = open
  if (only && !another && COUNTS_ME_IN.test(said) && (await spokeLatelyOf(context, only.no)))
    return { line: `报名 H${only.no}`, sure: false }
  const mine = commands.filter((one) => mayDo(one, context.settings.permissions, context.speaker.roles))
  const likely =
    unsureLine(numbered ?? folded, mine, context) ??
    likelyLine(numbered ?? folded, mine, await headIndexOf(commands), context)
  return likely === undefined ? undefined : { line: likely, sure: false }
}

const one = (verb: string, among: Activity[]): Understood =>
  among.length === 1 ? { line: `${verb} H${among[0]!.no}`, sure: true } : { verb, among }

/** 收到 in reply to a message about a reception of one's own confirms it; to anything else it is a courtesy. */
async function acknowledgedDuty({ db, station, speaker, now, message }: CommandContext): Promise<string | undefined> {
  const numbers = new Set(scanReferences(foldWithMap(message.quoted ?? '').text).map(formatReference))
  const [number] = numbers
  if (numbers.size !== 1 || !number?.startsWith('D')) return undefined
  const shift = await db.dutyShift.findUnique({
    where: { stationId_no: { stationId: station.id, no: Number(number.slice(1)) } },
  })
  return shift && shift.startsAt > dateOf(now) && shift.holderIds.includes(speaker.personId)
    ? `确认 ${number}`
    : undefined
}
