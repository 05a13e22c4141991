import type { Opinion } from '../../prisma/generated/client.js'
import { type Assigned, handOverRefusal } from '../../station/handling/parts.js'
import { readClock } from '../../station/opinion/clock.js'
import { notAcceptedReason } from '../../station/opinion/not-accepted.js'
import { MEMBERS } from '../../station/roles.js'
import { Temporal } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { handlingCopy } from '../handling/copy.js'
import { saidReturn, vacantPart } from '../handling/give-back.js'
import { nameUnits } from '../handling/name-units.js'
import { assignedOf, assignedText, leadText, type PartRow, partsFor, patchPart, writeParts } from '../handling/parts.js'
import { partsLine } from '../handling/parts-line.js'
import { about, saying } from './arguments.js'
import { copy } from './copy.js'
import { pausesOf } from './opinion-row.js'
import { holdersOf } from './staff.js'
import { presetOf, step, theOpinion } from './step.js'

/** Where an opinion's clock stands, and the rule it runs by; null: it does not run. */
export function clockOf(row: Opinion, today: Temporal.PlainDate) {
  if (row.startedOn === null || row.limitWorkdays === null) return null
  const startedOn = Temporal.PlainDate.from(row.startedOn)
  return readClock({ startedOn, limitWorkdays: row.limitWorkdays, pauses: pausesOf(row) }, today)
}

/** 会办 stay who they were unless others are named. */
async function keepAssisting(context: CommandContext, row: Opinion, assigned: Assigned): Promise<Assigned> {
  if (assigned.assisting.length > 0) return assigned
  const { assisting } = assignedOf(await partsFor(context, 'Y', row.no))
  return { ...assigned, assisting: assisting.filter((unit) => !assigned.lead.includes(unit)) }
}

/** 改派 of the part that one of several units gave back. */
async function reassignPart(context: CommandContext, row: Opinion, parts: readonly PartRow[], unit: string) {
  const vacant = await vacantPart(context, `Y${row.no}`, parts, unit)
  if (!vacant) return
  const assigned = assignedOf(parts.map((part) => (part === vacant ? { ...part, unit } : part)))
  const event = { kind: 'partReassign' as const, unit, before: vacant.unit }
  const taken = await step(context, row, event, `${vacant.unit}→${unit}`, { unit: leadText(assigned) })
  if (!taken) return
  const assignedOn = context.now.toPlainDate().toString()
  await patchPart(context, vacant, { unit, state: 'waiting', receivedOn: null, assignedOn })
  await context.say(handlingCopy.partReassigned(`Y${row.no}`, vacant.unit, unit))
}

const dispatch = (kind: 'refer' | 'reassign', name: string, aliases: string[], summary: string) =>
  command({
    name,
    aliases,
    summary,
    args: { no: optional(about('Y', '意见编号')), words: optional(saying('Y', '承办单位', '卫健委')) },
    who: MEMBERS,
    changes: true,
    examples: [`${name} Y17 卫健委`, `${name} Y17 主办 卫健委 会办 医保局`],
    async run(context, { no, words }) {
      const row = await theOpinion(context, no)
      if (!row) return
      if (!words) return context.say(copy.unitMissing(name, row.no))
      if (/(?:之家|工作室)$/.test(words)) return context.runLine(`移交 Y${row.no} ${words}`)
      const named = await nameUnits(context, words)
      if (named.kind === 'unknown') return context.say(copy.whichUnit(named.typed, named.match, row.no))
      if (named.kind === 'sayRoles') return context.say(handlingCopy.sayRoles(`Y${row.no}`, named.names))
      if (named.kind !== 'units') return context.say(copy.unitMissing(name, row.no))
      const { units } = named
      const parts = kind === 'reassign' && row.state !== '退办待改派' ? await partsFor(context, 'Y', row.no) : []
      if (parts.length > 0) return reassignPart(context, row, parts, units[0]!.name)
      const assigned = kind === 'reassign' ? await keepAssisting(context, row, named.assigned) : named.assigned
      const refused = handOverRefusal(assigned)
      if (refused) return context.say(copy.handOver(row.no, refused))
      const unit = leadText(assigned)
      const taken = await step(context, row, { kind, unit }, assignedText(assigned), { unitKind: '单位' })
      if (!taken) return
      const today = context.now.toPlainDate()
      await writeParts(context, 'Y', row.no, assigned, today)
      const to = units.length === 1 ? units[0]! : { name: unit, contact: null }
      const shown = units.length === 1 ? words : unit
      const clock = clockOf(taken.row, today)
      await context.say(
        copy.referred(taken.row, to, shown, clock, presetOf(context), await partsLine(context, taken.row)),
      )
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
    const returned = await saidReturn(context, 'Y', row.no, words)
    if (!returned) return
    const { event, detail, suggestedUnit, part } = returned
    const taken = await step(context, row, event, detail)
    if (!taken) return
    if (returned.givenBack) await patchPart(context, returned.givenBack, { state: 'returned' })
    await context.say(
      part
        ? handlingCopy.partReturned(`Y${row.no}`, part.unit, taken.row.hops, suggestedUnit)
        : copy.returned(taken.row, suggestedUnit),
    )
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
