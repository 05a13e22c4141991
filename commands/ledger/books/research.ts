import { RESEARCH_STATES, type ResearchState } from '../../../station/research/piece.js'
import { type BookLoader, dayText, listed, namesById } from './input.js'
import { notesOn } from './leader-notes.js'

/** Pieces of the years that the span touches: a piece belongs to a year, not to a day. */
export const loadResearch: BookLoader = async ({ db, station, span }) => {
  const pieces = await db.researchPiece.findMany({
    where: {
      stationId: station.id,
      state: { not: 'struck' },
      year: { gte: span.from.year, lte: span.until.subtract({ days: 1 }).year },
    },
    orderBy: { no: 'asc' },
  })
  const nameOf = await namesById(
    db,
    pieces.flatMap(({ memberIds }) => memberIds),
  )
  const notes = await notesOn(db, station.id, 'X')
  const activities = await db.activity.findMany({
    where: { stationId: station.id, outcomes: { hasSome: pieces.map(({ no }) => `X${no}`) } },
    select: { no: true, outcomes: true },
    orderBy: { no: 'asc' },
  })
  return pieces.map((piece) => ({
    ref: `X${piece.no}`,
    year: String(piece.year),
    title: piece.title,
    author: piece.author,
    lead: piece.leadName,
    members: listed(piece.memberIds.map(nameOf)),
    state: RESEARCH_STATES[piece.state as ResearchState].label,
    sentTo: piece.sentTo,
    usedFor: piece.usedFor,
    notes: notes(piece.no),
    activities: listed(
      activities.filter(({ outcomes }) => outcomes.includes(`X${piece.no}`)).map(({ no }) => `H${no}`),
    ),
    startedOn: dayText(piece.startedAt),
  }))
}
