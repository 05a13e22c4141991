import type { Opinion } from '../../prisma/generated/client.js'
import { readClock } from '../../station/opinion/clock.js'
import { notAcceptedReason } from '../../station/opinion/not-accepted.js'
import { MEMBERS } from '../../station/roles.js'
import { Temporal } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from './arguments.js'
import { copy } from './copy.js'
import { masked } from './masked.js'
import { pausesOf } from './opinion-row.js'
import { holdersOf } from './staff.js'
import { presetOf, step, theOpinion } from './step.js'
import { findUnit } from './units.js'

/** Where an opinion's clock stands, and the rule it runs by; null: it does not run. */
export function clockOf(row: Opinion, today: Temporal.PlainDate) {
  if (row.startedOn === null || row.limitWorkdays === null) return null
  const startedOn = Temporal.PlainDate.from(row.startedOn)
  return readClock({ startedOn, limitWorkdays: row.limitWorkdays, pauses: pausesOf(row) }, today)
}

async function unitNamed(context: CommandContext, row: Opinion, typed: string) {
  const answer = await findUnit(context, typed)
  if ('found' in answer) return answer.found
  await context.say(copy.whichUnit(typed, answer.match, row.no))
  return null
}

const dispatch = (kind: 'refer' | 'reassign', name: string, aliases: string[], summary: string) =>
  command({
    name,
    aliases,
    summary,
    args: { no: optional(about('Y', '意见编号')), words: optional(saying('Y', '承办单位', '卫健委')) },
    who: MEMBERS,
    changes: true,
    examples: [`${name} Y17 卫健委`],
    async run(context, { no, words }) {
      const row = await theOpinion(context, no)
      if (!row) return
      if (!words) return context.say(copy.unitMissing(name, row.no))
      if (/(?:之家|工作室)$/.test(words)) return context.runLine(`移交 Y${row.no} ${words}`)
      const unit = await unitNamed(context, row, words)
      if (!unit) return
      const taken = await step(context, row, { kind, unit: unit.name }, unit.name, { unitKind: '单位' })
      if (!taken) return
      const clock = clockOf(taken.row, context.now.toPlainDate())
      await context.say(copy.referred(taken.row, unit, words, clock, presetOf(context)))
    },
  })

export const referCommand = dispatch('refer', '转', ['转办', '交办'], '把意见转给承办单位')
export const reassignCommand = dispatch('reassign', '改派', ['改转'], '退办后改派另一个单位')

export const returnCommand = command({
  name: '退办',
  summary: '承办单位退回，写明理由',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '理由', '不是我委职责 建议医保局')) },
  who: MEMBERS,
  changes: true,
  examples: ['退办 Y17 不是我委职责 建议医保局'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const reason = await masked(context, words)
    const suggestedUnit = /建议\s*(\S+)\s*$/.exec(reason)?.[1]
    const event = { kind: 'returnAsNotOurs' as const, reason, ...(suggestedUnit && { suggestedUnit }) }
    const taken = await step(context, row, event, reason)
    if (!taken) return
    await context.say(copy.returned(taken.row, suggestedUnit))
    if (taken.effects.includes('escalate'))
      for (const personId of await holdersOf(context, ['leader', 'head', 'convenor']))
        await context.tell(personId, copy.escalated(taken.row))
  },
})

export const refuseCommand = command({
  name: '不受理',
  summary: '不予受理，写明理由',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '理由', '诉讼')) },
  who: MEMBERS,
  changes: true,
  examples: ['不受理 Y20 诉讼'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const reason = notAcceptedReason(words)
    if (!reason) return context.say(copy.refusalReasons(no))
    const taken = await step(context, row, { kind: 'refuse', reason: reason.id }, reason.label, {
      notAcceptedReason: reason.label,
    })
    if (!taken) return
    await context.say(copy.refused(no, reason))
    if (row.reporterId !== context.speaker.personId)
      await context.tell(row.reporterId, copy.refusedToDeputy(row, reason))
  },
})
