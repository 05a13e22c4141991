import type { Tx } from '../../prisma/change.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { Services } from '../context.js'

const DIGITS = 6
export const VALID_DAYS = 7

/** A code that only this house could have made, for one person and one moment. */
const newCode = (services: Pick<Services, 'stamp'>, personId: number, issuedMs: number): string => {
  const bytes = services.stamp(`code:${personId}:${issuedMs}`)
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** What is kept of a code. */
export const digestOf = (services: Pick<Services, 'stamp'>, personId: number, code: string): string =>
  Array.from(services.stamp(`code-digest:${personId}:${code}`), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Makes a code and keeps its digest. The code itself is to be seen once, by whoever passes it on. */
export async function issueCode(
  db: Tx,
  services: Pick<Services, 'stamp'>,
  now: Moment,
  { stationId, personId }: { stationId: number; personId: number },
): Promise<string> {
  const code = newCode(services, personId, now.epochMilliseconds)
  await db.invitationCode.create({
    data: {
      stationId,
      personId,
      digest: digestOf(services, personId, code),
      issuedAt: dateOf(now),
      expiresAt: dateOf(now.add({ days: VALID_DAYS })),
    },
  })
  return code
}
