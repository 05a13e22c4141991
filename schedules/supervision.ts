import type { StationContext } from '../commands/context.js'
import { once } from '../commands/once.js'
import { supervisionCopy as copy } from '../commands/supervision/copy.js'
import { namesOf, stepsOf } from '../commands/supervision/rows.js'
import type { Supervision, SupervisionStep } from '../prisma/generated/client.js'
import { SUGGESTION_STATES, type SuggestionState } from '../station/suggestion/states.js'
import { ASK_RESULT_AFTER_DAYS, NEXT_FOLLOW_UP_DAYS, nextStep } from '../station/supervision/schedule.js'
import type { Temporal } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** A step whose day the bot slept through is still told, so many days long. */
const LOOK_BACK_DAYS = 14
const OVER: readonly string[] = ['closed', 'archived', 'withdrawn', '办结', '归档', '撤回', '误记', '合并']

interface Followed {
  supervision: Supervision
  ref: string
  title: string
  state: string
}

/** Every morning: the steps of 督办 and 联合督办, to whoever leads and takes part; never in the group, never to a unit. */
export const supervisionJob: Job = {
  name: 'supervision',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('08:45', station, after, upTo),
  idle: async ({ db, station }) =>
    (await db.supervision.findFirst({ where: { stationId: station.id, state: 'open' } })) === null,
  async run(context, slot) {
    const { db, station } = context
    const today = slot.at.toPlainDate()
    const open = await db.supervision.findMany({
      where: { stationId: station.id, state: 'open' },
      orderBy: { id: 'asc' },
    })
    for (const supervision of open) {
      const followed = await followedBy(context, supervision)
      if (!followed || OVER.includes(followed.state)) {
        await context.change.update('Supervision', supervision.id, { state: 'over' })
        continue
      }
      const steps = await stepsOf(context, supervision)
      for (const step of steps.filter(({ state }) => state === 'planned')) await remind(context, followed, step, today)
    }
  },
}

async function followedBy({ db, station }: StationContext, supervision: Supervision): Promise<Followed | null> {
  const { letter, recordNo } = supervision
  const where = { stationId_no: { stationId: station.id, no: recordNo } }
  const row = letter === 'J' ? await db.suggestion.findUnique({ where }) : await db.opinion.findUnique({ where })
  if (!row) return null
  const title = 'title' in row ? row.title : row.text
  return { supervision, ref: `${letter}${recordNo}`, title, state: row.state }
}

async function remind(context: StationContext, followed: Followed, step: SupervisionStep, today: Temporal.PlainDate) {
  const { supervision, ref, title, state } = followed
  const days = today.until(step.on, { largestUnit: 'days' }).days
  const everybody = new Set([supervision.ledById, ...supervision.memberIds])
  if (days === 1 && step.what !== null && (await once(context, 'supervision-tomorrow', `${step.id}:${step.on}`)))
    for (const personId of everybody) await context.tell(personId, copy.tomorrow(ref, title, step))
  if (days <= 0 && days >= -LOOK_BACK_DAYS && step.toldOn === null) {
    await context.change.update('SupervisionStep', step.id, { toldOn: today.toString() })
    const text =
      step.what === null
        ? copy.followUp(ref, title, labelOf(state), await followUpAfter(context, supervision, today))
        : copy.today(ref, title, step, await namesOf(context, [...everybody]))
    for (const personId of everybody) await context.tell(personId, text)
  }
  if (days === -ASK_RESULT_AFTER_DAYS && step.what !== null)
    if (await once(context, 'supervision-result', `${step.id}:${step.on}`))
      await context.tell(supervision.ledById, copy.askResult(ref, step))
}

const labelOf = (state: string): string => SUGGESTION_STATES[state as SuggestionState]?.label ?? state

/** The next follow-up comes by itself, unless somebody planned a step. */
async function followUpAfter(context: StationContext, supervision: Supervision, today: Temporal.PlainDate) {
  const planned = nextStep(await stepsOf(context, supervision), today.add({ days: 1 }).toString())
  const on = planned?.on ?? today.add({ days: NEXT_FOLLOW_UP_DAYS }).toString()
  if (!planned)
    await context.change.create('SupervisionStep', {
      stationId: supervision.stationId,
      supervisionId: supervision.id,
      on,
    })
  return today.add({ days: today.until(on, { largestUnit: 'days' }).days })
}
