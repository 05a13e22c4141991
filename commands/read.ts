import type { Folded } from '../station/text/fold.js'
import { scanReferences } from '../station/text/reference.js'
import { soundsLikeTalk } from '../station/text/talk.js'
import type { Argument, ReadAt } from './arguments.js'
import type { Command } from './command.js'
import { Line } from './line.js'

export type Reading =
  | { kind: 'silence' }
  /** `sure`: every part of the line was known by its shape, none taken as somebody's own words. */
  | { kind: 'command'; command: Command; values: Record<string, unknown>; sure: boolean }
  /** Plainly this command, but something is missing or wrong; every such field is named at once. */
  | { kind: 'incomplete'; command: Command; missing: Argument<unknown>[]; wrong: string[] }

const SILENCE: Reading = { kind: 'silence' }

/** What may stand right behind a command's name for the line to be that command and not a sentence about it. */
const BOUNDARY = /^(?:$|[\s:,，、+\-!！()（）[\]#。.@a-z0-9])/i

/**
 * Reads a line as a command, or stays silent: the name must open the line (or follow the number it is about, "H12 报名")
 * and nothing of the line may be left unexplained. Commands may share a name (请假 H12, 请假 D7): the first that explains
 * the whole line is meant.
 */
export function readLine(folded: Folded, commands: readonly Command[], at: ReadAt): Reading {
  const heads = findHeads(folded.text, commands)
  let best = SILENCE
  for (const head of heads) {
    const reading = readAs(head, folded, at)
    if (reading.kind === 'command' && reading.sure) return reading
    if (RANK[reading.kind] > RANK[best.kind]) best = reading
  }
  return best
}

const RANK = { silence: 0, incomplete: 1, command: 2 }

function readAs(head: Head, folded: Folded, at: ReadAt): Reading {
  const { command, from, to } = head
  const line = new Line(folded, [from, to])
  const values: Record<string, unknown> = {}
  const missing: Argument<unknown>[] = []
  const wrong: string[] = []
  for (const [name, argument] of Object.entries(command.args)) {
    const taken = argument.take(line, at)
    if ('value' in taken) values[name] = taken.value
    else if ('missing' in taken) missing.push(argument)
    else wrong.push(taken.wrong)
  }
  if (line.leftover !== '') return SILENCE
  if (soundsLikeTalk(line.free, !line.isShaped)) return SILENCE
  if (missing.length > 0 || wrong.length > 0)
    return isMeant(head, line, at) ? { kind: 'incomplete', command, missing, wrong } : SILENCE
  if (line.free !== '' && !line.isShaped && isShort(head) && PAUSE.test(folded.text.slice(to, to + 1))) return SILENCE
  return { kind: 'command', command, values, sure: line.free === '' }
}

/** A word of two characters may head a sentence about anything: 任务, 文件, 宣传. */
const isShort = ({ from, to }: Head): boolean => to - from <= 2
/** 宣传，要加强: a pause makes the word a subject. */
const PAUSE = /[,、。.!()]/

/** Whether somebody who left something out meant the command at all, so that asking for the rest is no intrusion. */
function isMeant(head: Head, line: Line, at: ReadAt): boolean {
  const { asksAlone, silentAlone } = head.command
  if (line.isShaped || at.spokenTo) return true
  return !silentAlone && (asksAlone === true || !isShort(head))
}

interface Head {
  command: Command
  from: number
  to: number
}

function findHeads(text: string, commands: readonly Command[]): Head[] {
  const start = text.search(/\S/)
  if (start < 0) return []
  const direct = headsAt(text, start, commands)
  if (direct.length > 0) return direct
  const timed = periodFirst(text, start, commands)
  if (timed.length > 0) return timed
  const references = scanReferences(text)
  const [first] = references
  if (!first || text.slice(0, first.span[0]).trim() !== '') return []
  // "H12 名单", "H12 H14 都报": the numbers first, then what to do with them.
  let after = first.span[1]
  for (const { span } of references.slice(1)) if (/^[\s,，、和及]*$/.test(text.slice(after, span[0]))) after = span[1]
  const gap = text.slice(after).search(/[^\s:,，的]/)
  const heads = gap >= 0 ? headsAt(text, after + gap, commands) : []
  if (heads.length > 0) return heads
  return commands
    .filter((command) => command.shows === first.letter)
    .filter((command) => gap < 0 || command.follows?.test(text.slice(after + gap)))
    .map((command) => ({ command, from: start, to: start }))
}

/** 本月小结, 去年四季度的总结: a stretch of time, and then the name at the very end of what is said. */
const PERIOD =
  /^(?:(?:今|本|去|上|前)年|20\d{2}年?|\d{2}年)?的?(?:[今昨]天|[本这上](?:个?月|个?星期|周|个?季度?)|(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|第?[一二三四1-4]季度?|[上下]半年|全年)?的?/

function periodFirst(text: string, start: number, commands: readonly Command[]): Head[] {
  const length = PERIOD.exec(text.slice(start))?.[0].length ?? 0
  if (length === 0) return []
  const gap = text.slice(start + length).search(/\S/)
  if (gap < 0) return []
  const linked = text[start + length - 1] === '的' ? 1 : 0
  return headsAt(text, start + length + gap, commands)
    .filter(({ command }) => command.periodFirst)
    .map((head) => ({ ...head, from: start + length - linked }))
}

/** Every command with the longest name that stands here. */
function headsAt(text: string, at: number, commands: readonly Command[]): Head[] {
  let heads: Head[] = []
  for (const { name, command } of namesOf(commands).get(text[at]!) ?? []) {
    const to = at + name.length
    if (!text.startsWith(name, at) || !BOUNDARY.test(text.slice(to, to + 1))) continue
    const longest = heads[0]?.to ?? 0
    if (to > longest) heads = [{ command, from: at, to }]
    else if (to === longest) heads.push({ command, from: at, to })
  }
  return heads
}

type Names = Map<string, { name: string; command: Command }[]>
const namesKept = new WeakMap<readonly Command[], Names>()

/** Every name by its first character: most lines begin with none of these. */
function namesOf(commands: readonly Command[]): Names {
  const kept = namesKept.get(commands)
  if (kept) return kept
  const names: Names = new Map()
  for (const command of commands)
    for (const name of [command.name, ...command.aliases])
      names.set(name[0]!, [...(names.get(name[0]!) ?? []), { name, command }])
  namesKept.set(commands, names)
  return names
}
