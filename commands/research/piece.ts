import type { Prisma, ResearchPiece } from '../../prisma/generated/client.js'
import { LEADING } from '../../station/roles.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

/** A piece by its number, locked; says so when there is none. */
export async function thePiece(context: CommandContext, no: number): Promise<ResearchPiece | null> {
  const { db, station } = context
  await db.$queryRaw`SELECT id FROM "ResearchPiece" WHERE "stationId" = ${station.id} AND no = ${no} FOR UPDATE`
  const piece = await db.researchPiece.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!piece || piece.state === 'struck') {
    await context.say(copy.unknown(no))
    return null
  }
  return piece
}

/** Whoever works on it, and whoever leads the station. */
export async function mayWrite({ speaker, say }: CommandContext, piece: ResearchPiece): Promise<boolean> {
  const own = piece.leadId === speaker.personId || piece.memberIds.includes(speaker.personId)
  if (own || LEADING.some((role) => speaker.roles.has(role))) return true
  await say(copy.notYours(piece.no))
  return false
}

/** Columns of a piece, written with the line of its history. */
export function writePiece(
  { change, now, speaker }: CommandContext,
  piece: ResearchPiece,
  patch: Partial<ResearchPiece>,
  step: string,
  text: string,
): Promise<ResearchPiece> {
  const line = { at: now.toInstant().toString(), step, by: speaker.name, text }
  const history = [...(piece.history as unknown as object[]), line] as unknown as Prisma.JsonArray
  return change.update('ResearchPiece', piece.id, { ...patch, history })
}
