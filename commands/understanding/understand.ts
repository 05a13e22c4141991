import { mayDo } from '../../station/people/permissions.js'
import { foldWithMap } from '../../station/text/fold.js'
import { formatReference, scanReferences } from '../../station/text/reference.js'
import { openActivities } from '../activity/find.js'
import type { ReadAt } from '../arguments.js'
import type { Command } from '../command.js'
import type { CommandContext } from '../context.js'
import type { Reading } from '../read.js'
import { naturalLine, withNumber } from './natural.js'
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

/** What a line that is no command may still mean: to be done, or only to be offered. */
export async function understand(
  context: CommandContext,
  folded: string,
  commands: readonly Command[],
): Promise<{ line: string; sure: boolean } | undefined> {
  const rhythm = rhythmLine(context, folded)
  if (rhythm) return { line: rhythm, sure: true }
  const open = await openActivities(context)
  const natural = naturalLine(folded, open)
  if (natural) return { line: natural, sure: true }
  const numbered = withNumber(folded, open)
  if (numbered !== undefined && readWords(numbered, commands, context).kind === 'command')
    return { line: numbered, sure: true }
  const mine = commands.filter((one) => mayDo(one, context.settings.permissions, context.speaker.roles))
  const likely =
    unsureLine(numbered ?? folded, mine, context) ?? likelyLine(folded, mine, await headIndexOf(commands), context)
  return likely === undefined ? undefined : { line: likely, sure: false }
}
