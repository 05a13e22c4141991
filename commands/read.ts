import { scanReferences } from '../station/text/reference.js'
import type { Folded } from '../station/text/fold.js'
import type { Argument, ReadAt } from './arguments.js'
import type { Command } from './command.js'
import { Line } from './line.js'

export type Reading =
  | { kind: 'silence' }
  | { kind: 'command'; command: Command; values: Record<string, unknown> }
  /** Plainly this command, but something is missing or wrong; every such field is named at once. */
  | { kind: 'incomplete'; command: Command; missing: Argument<unknown>[]; wrong: string[] }

/** What may stand right behind a command's name for the line to be that command and not a sentence about it. */
const BOUNDARY = /^(?:$|[\s:,，、+\-!！()（）[\]#。.@a-z0-9])/i

/**
 * Reads a line as a command, or stays silent: the name must open the line (or follow the number it is about, "H12 报名")
 * and nothing of the line may be left unexplained.
 */
export function readLine(folded: Folded, commands: readonly Command[], at: ReadAt): Reading {
  const found = findHead(folded.text, commands)
  if (!found) return { kind: 'silence' }
  const line = new Line(folded)
  line.claim(found.from, found.to)
  const values: Record<string, unknown> = {}
  const missing: Argument<unknown>[] = []
  const wrong: string[] = []
  for (const [name, argument] of Object.entries(found.command.args)) {
    const taken = argument.take(line, at)
    if ('value' in taken) values[name] = taken.value
    else if ('missing' in taken) missing.push(argument)
    else wrong.push(taken.wrong)
  }
  if (line.leftover !== '') return { kind: 'silence' }
  if (missing.length > 0 || wrong.length > 0) return { kind: 'incomplete', command: found.command, missing, wrong }
  return { kind: 'command', command: found.command, values }
}

interface Head {
  command: Command
  from: number
  to: number
}

function findHead(text: string, commands: readonly Command[]): Head | undefined {
  const start = text.search(/\S/)
  if (start < 0) return undefined
  const direct = headAt(text, start, commands)
  if (direct) return direct
  const [first] = scanReferences(text.slice(start, start + 24))
  if (first?.span[0] !== 0) return undefined
  const after = start + first.span[1]
  const gap = text.slice(after).search(/[^\s:,，的]/)
  return gap < 0 ? undefined : headAt(text, after + gap, commands)
}

function headAt(text: string, at: number, commands: readonly Command[]): Head | undefined {
  let best: Head | undefined
  for (const command of commands)
    for (const name of [command.name, ...command.aliases]) {
      const to = at + name.length
      if (best && best.to >= to) continue
      if (text.startsWith(name, at) && BOUNDARY.test(text.slice(to, to + 1))) best = { command, from: at, to }
    }
  return best
}
