import type { Opinion, Suggestion, Supervision, SupervisionStep } from '../../prisma/generated/client.js'
import { nextStep } from '../../station/supervision/schedule.js'
import type { CommandContext, StationContext } from '../context.js'
import type { HandlingLetter } from '../handling/parts.js'
import { patchOpinion } from '../opinion/opinion-row.js'
import { theOpinion } from '../opinion/step.js'
import { patchSuggestion, theSuggestion } from '../suggestion/row.js'
import { supervisionCopy } from './copy.js'

export type Supervised = Suggestion | Opinion
type Reader = Pick<StationContext, 'db' | 'station' | 'now'>

export const supervised = (context: CommandContext, letter: HandlingLetter, no: number): Promise<Supervised | null> =>
  letter === 'J' ? theSuggestion(context, no) : theOpinion(context, no)

/** The supervision that goes on of one record; null: there is none. */
export const supervisionOf = (
  { db, station }: Pick<StationContext, 'db' | 'station'>,
  letter: HandlingLetter,
  no: number,
) =>
  db.supervision.findFirst({
    where: { stationId: station.id, letter, recordNo: no, state: 'open' },
    orderBy: { id: 'desc' },
  })

export const stepsOf = (
  { db }: Pick<StationContext, 'db'>,
  { id }: Pick<Supervision, 'id'>,
): Promise<SupervisionStep[]> =>
  db.supervisionStep.findMany({
    where: { supervisionId: id, state: { not: 'struck' } },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  })

export async function namesOf({ db }: Pick<StationContext, 'db'>, ids: readonly number[]): Promise<string[]> {
  const people = await db.person.findMany({ where: { id: { in: [...ids] } } })
  return ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? [])
}

/** One line for the record: who follows it, and what comes next. Empty: nobody does. */
export async function supervisionLine(context: Reader, letter: HandlingLetter, no: number): Promise<string> {
  const row = await supervisionOf(context, letter, no)
  if (!row) return ''
  const [lead = '', ...members] = await namesOf(context, [
    row.ledById,
    ...row.memberIds.filter((id) => id !== row.ledById),
  ])
  const next = nextStep(await stepsOf(context, row), context.now.toPlainDate().toString())
  return supervisionCopy.line(lead, members, row.units, next)
}

/** A line of the record's own history, with columns of it where they change. */
export async function note(context: CommandContext, row: Supervised, what: string, text: string, flags?: string[]) {
  if ('leadId' in row) return void (await patchSuggestion(context, row, flags ? { flags } : {}, what, text))
  const { change, now, speaker } = context
  await patchOpinion({ change, now, speakerName: speaker.name }, row, {}, what, text)
}
