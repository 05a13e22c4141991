import { foldWithMap } from '../../station/text/fold.js'
import type { ReadAt } from '../arguments.js'
import type { Command } from '../command.js'
import { type Reading, readLine } from '../read.js'
import { plainLines, plainOpening } from './plain-line.js'

const HELP_WITH = /^帮助(\S{2,6})$/

/** Reads a line as typed, and where that is no command, in the plainer words it may stand for. */
export function readWords(body: string, commands: readonly Command[], at: ReadAt): Reading {
  const folded = foldWithMap(body)
  const direct = readLine(folded, commands, at)
  if (direct.kind === 'command' && direct.sure) return direct
  const opening = direct.kind === 'command' ? undefined : plainOpening(body)
  if (opening !== undefined) {
    const opened = readLine(foldWithMap(opening), commands, at)
    if (opened.kind !== 'silence') return opened
  }
  const topic = HELP_WITH.exec(folded.text)?.[1]
  if (topic && commands.some(({ name, aliases }) => name === topic || aliases.includes(topic)))
    return readLine(foldWithMap(`帮助 ${topic}`), commands, at)
  for (const { line, looking, sure } of plainLines(folded.text)) {
    const reading = sure ? readLine(foldWithMap(line), commands, at) : null
    if (reading?.kind !== 'command' || (looking && reading.command.changes)) continue
    // Words that somebody put in their own way give way only to a reading without any such.
    if (direct.kind !== 'command' || reading.sure) return reading
  }
  return direct
}

/** The plainer line that such words may mean but need not: for offering. */
export function unsureLine(folded: string, commands: readonly Command[], at: ReadAt): string | undefined {
  return plainLines(folded).find(
    ({ line, sure }) => !sure && readLine(foldWithMap(line), commands, at).kind === 'command',
  )?.line
}
