import type { Opinion } from '../../prisma/generated/client.js'
import { OPINION_CLOCK_PRESETS, opinionClockPreset } from '../../station/opinion/clock-presets.js'
import { transition } from '../../station/opinion/machine.js'
import type { OpinionEffect, OpinionEvent } from '../../station/opinion/opinion-event.js'
import type { OpinionActor } from '../../station/opinion/transitions.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { CommandContext, StationContext } from '../context.js'
import { copy } from './copy.js'
import { factColumns, factsOf, lockOpinion, patchOpinion, pausesOf } from './opinion-row.js'
import { refusalText } from './refusal-copy.js'
import { STEP_NAMES } from './step-names.js'

export interface Taken {
  row: Opinion
  before: Opinion
  effects: readonly OpinionEffect[]
}

export const actorOf = ({ speaker }: CommandContext, row: Opinion): OpinionActor[] => [
  ...speaker.roles,
  ...(row.reporterId === speaker.personId ? (['author'] as const) : []),
]

/**
 * The opinion, locked; says so when there is none. Without a number an everyday word (满意, 急) is chat in a group, and
 * asked about privately.
 */
export async function theOpinion(context: CommandContext, no: number | undefined): Promise<Opinion | null> {
  if (no === undefined) {
    if (context.roomId === null) await context.say(copy.numberWanted)
    return null
  }
  const row = await lockOpinion(context.db, context.station.id, no)
  if (!row) await context.say(copy.unknown(no))
  return row
}

/** Takes one step and writes it, or says why not and answers with nothing. */
export async function step(
  context: CommandContext,
  row: Opinion,
  event: OpinionEvent,
  text: string,
  more: Partial<Opinion> = {},
  called: string = STEP_NAMES[event.kind],
): Promise<Taken | null> {
  const decided = transition(factsOf(row), event, actorOf(context, row), context.now)
  if (!decided.ok) {
    await context.say(refusalText(row, decided.error))
    return null
  }
  const { facts, effects } = decided.value
  const patch = { ...factColumns(facts), ...clockColumns(context, row, effects), ...more }
  const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
  const after = await patchOpinion(author, row, patch, called, text)
  return { row: after, before: row, effects }
}

/** The same without a word: for what follows from another step where the rules allow it. */
export async function quietStep(
  context: CommandContext,
  row: Opinion,
  event: OpinionEvent,
  text: string,
  more: Partial<Opinion> = {},
): Promise<Taken | null> {
  const allowed = transition(factsOf(row), event, actorOf(context, row), context.now).ok
  return allowed ? step(context, row, event, text, more) : null
}

/** A step the program takes itself, from time or from the step before. Null: the rules do not allow it now. */
export async function clockStep(
  context: StationContext,
  row: Opinion,
  event: OpinionEvent,
  text: string,
): Promise<Taken | null> {
  const decided = transition(factsOf(row), event, ['clock'], context.now)
  if (!decided.ok) return null
  const { facts, effects } = decided.value
  const author = { change: context.change, now: context.now, speakerName: '助手' }
  const after = await patchOpinion(author, row, factColumns(facts), STEP_NAMES[event.kind], text)
  return { row: after, before: row, effects }
}

function clockColumns(context: StationContext, row: Opinion, effects: readonly OpinionEffect[]): Partial<Opinion> {
  const today = context.now.toPlainDate().toString()
  const columns: Partial<Opinion> = {}
  if (effects.includes('startClock')) {
    const preset = opinionClockPreset(context.settings.opinionClock)
    columns.startedOn = today
    columns.limitWorkdays = (row.urgent ? preset.urgent : preset.ordinary).answerWorkdays
    columns.pauses = []
  }
  if (effects.includes('noClock')) Object.assign(columns, { startedOn: null, limitWorkdays: null, pauses: [] })
  const pauses = pausesOf(row).map(({ from, until }) => ({ from: from.toString(), until: until?.toString() ?? null }))
  if (effects.includes('pauseClock')) columns.pauses = [...pauses, { from: today, until: null }]
  if (effects.includes('resumeClock'))
    columns.pauses = pauses.map((pause) => (pause.until === null ? { ...pause, until: today } : pause))
  return columns
}

export const presetOf = (context: StationContext) =>
  OPINION_CLOCK_PRESETS.find(({ id }) => id === context.settings.opinionClock) ?? OPINION_CLOCK_PRESETS[0]

export const isoOf = (now: Moment): string => dateOf(now).toISOString()
