import {
  SUGGESTION_FLAGS,
  SUGGESTION_STATES,
  type SuggestionFlag,
  type SuggestionState,
} from '../../../station/suggestion/states.js'
import type { Assignment } from '../../../station/suggestion/suggestion-event.js'
import { clockOf } from '../../suggestion/assign.js'
import { unitsOn } from './handling-parts.js'
import { type BookLoader, dayText, instants, listed, namesById, stampDay } from './input.js'
import { notesOn } from './leader-notes.js'

export const loadSuggestions: BookLoader = async ({ db, station, span }) => {
  const suggestions = await db.suggestion.findMany({
    where: { stationId: station.id, draftedAt: instants(span) },
    orderBy: { no: 'asc' },
  })
  const nameOf = await namesById(
    db,
    suggestions.flatMap(({ leadId, cosignerIds }) => [leadId, ...cosignerIds]),
  )
  const notes = await notesOn(db, station.id, 'J')
  const units = await unitsOn(
    db,
    station.id,
    'J',
    suggestions.map(({ no }) => no),
  )
  return suggestions.map((row) => {
    const assignment = row.assignment as unknown as Assignment | null
    return {
      ref: `J${row.no}`,
      kind: row.kind === 'motionMaterial' ? '议案素材' : '建议',
      title: row.title,
      lead: nameOf(row.leadId),
      cosigners: listed(row.cosignerIds.map(nameOf)),
      draftedOn: dayText(row.draftedAt),
      submittedOn: row.submittedOn,
      platformNo: row.platformNo,
      assignedOn: row.assignedOn,
      leading: assignment ? listed(assignment.lead) : row.unit,
      assisting: assignment ? listed(assignment.assisting) : null,
      units: units(row.no),
      dueOn: clockOf(row)?.dueOn.toString() ?? null,
      repliedOn: stampDay(row.stamps, 'repliedAgainAt') ?? stampDay(row.stamps, 'repliedAt'),
      replyClass: row.replyClass,
      satisfaction: row.satisfaction,
      promisedOn: row.promisedOn,
      effect: row.effect,
      flags: listed(row.flags.map((flag) => SUGGESTION_FLAGS[flag as SuggestionFlag] ?? flag)),
      notes: notes(row.no),
      hops: row.hops,
      state: SUGGESTION_STATES[row.state as SuggestionState].label,
    }
  })
}
