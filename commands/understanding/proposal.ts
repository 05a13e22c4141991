import { mayDo } from '../../station/people/permissions.js'
import { foldWithMap } from '../../station/text/fold.js'
import { scanReferences } from '../../station/text/reference.js'
import { dateOf } from '../../station/time/civil.js'
import type { Command } from '../command.js'
import type { CommandContext } from '../context.js'
import { masked } from '../opinion/masked.js'
import { readWords } from './read-plain.js'

/** The job that asks a model for a reading, outside any transaction. */
export const READING_JOB = 'reading'

export interface ReadingRequest {
  said: string
  personId: number
  roomId: string | null
  /** Names of the commands the speaker may use. */
  mine: string[]
}

/** Asks for a reading of words that were said to the bot and that nothing here understands. */
export async function requestReading(
  { db, station, settings, message, roomId, speaker, now }: CommandContext,
  said: string,
  commands: readonly Command[],
): Promise<void> {
  const mine = commands.filter((one) => mayDo(one, settings.permissions, speaker.roles)).map(({ name }) => name)
  // What waits in the store for the model is as masked as what the model is sent.
  const payload: ReadingRequest = {
    said: await masked({ db, station }, said),
    personId: speaker.personId,
    roomId,
    mine: [...new Set(mine)],
  }
  await db.jobRun.create({
    data: {
      job: READING_JOB,
      slot: `reading:${message.seq}`,
      stationId: station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: payload as object,
    },
  })
}

/** A proposed line that may be offered: plainly one of the speaker's commands, with no number from nowhere. */
export function acceptableLine(
  proposed: string | null,
  { said, mine }: ReadingRequest,
  open: readonly number[],
  commands: readonly Command[],
  at: { now: CommandContext['now'] },
): string | null {
  const line = proposed?.trim() ?? ''
  if (line === '' || line.includes('\n')) return null
  const usable = commands.filter(({ name }) => mine.includes(name))
  if (readWords(line, usable, at).kind !== 'command') return null
  const known = new Set([...open.map((no) => `H${no}`), ...numbersIn(said)])
  return numbersIn(line).every((number) => known.has(number)) ? line : null
}

const numbersIn = (text: string): string[] =>
  scanReferences(foldWithMap(text).text).map(({ letter, no }) => `${letter}${no}`)
