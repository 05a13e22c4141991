import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import type { DocumentRequest } from './document.js'

export const DOCUMENT_JOB = 'document'

/**
 * Asks for a document. It is made once this transaction has committed, and sent to the group in which it was asked for
 * (`here`), to every group of the station (`groups`) or privately.
 * @public
 */
export async function requestDocument(
  { db, station, message, roomId, speaker, now }: CommandContext,
  { kind, args = {}, to }: { kind: string; args?: Record<string, unknown>; to: 'here' | 'groups' | 'private' },
): Promise<void> {
  const payload: DocumentRequest = {
    kind,
    args,
    personId: speaker.personId,
    roomId: to === 'here' ? roomId : null,
    ...(to === 'groups' && { toGroups: true }),
  }
  await db.jobRun.create({
    data: {
      job: DOCUMENT_JOB,
      slot: `${kind}:${message.seq}:${JSON.stringify(args)}`,
      stationId: station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: payload as object,
    },
  })
}
