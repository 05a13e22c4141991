import type { Services } from '../context.js'

const DIGITS = 6

/** A code that only this house could have made, for one person and one moment. */
export const newCode = (services: Pick<Services, 'stamp'>, personId: number, issuedMs: number): string => {
  const bytes = services.stamp(`code:${personId}:${issuedMs}`)
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** What is kept of a code. */
export const digestOf = (services: Pick<Services, 'stamp'>, personId: number, code: string): string =>
  Array.from(services.stamp(`code-digest:${personId}:${code}`), (byte) => byte.toString(16).padStart(2, '0')).join('')
