import { createHash } from 'node:crypto'

export type SealingProblem =
  | 'keyForm'
  | 'keyLength'
  | 'keyFileMode'
  | 'keyFileKind'
  | 'noKey'
  | 'unknownKey'
  | 'version'
  | 'damaged'

/** What must not happen with sealed texts. The message says what to do and never holds a key or a text. */
export class SealingError extends Error {
  override readonly name = 'SealingError'
  constructor(
    readonly code: SealingProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** `id` is 16 hex digits of a digest of the key: enough to tell keys apart, nothing to find one from. */
export interface SealingKey {
  readonly id: string
  readonly bytes: Buffer
}

export const KEY_BYTES = 32

const decode = (text: string): Buffer | undefined => {
  if (/^[0-9a-f]+$/i.test(text) && text.length % 2 === 0) return Buffer.from(text, 'hex')
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return Buffer.from(text, 'base64')
  return undefined
}

/** `where` names the place the key was read from, for the message. */
export const parseSealingKey = (written: string, where: string): SealingKey => {
  const bytes = decode(written.trim())
  if (!bytes) throw new SealingError('keyForm', `the key in ${where} is neither hex nor base64`)
  if (bytes.length !== KEY_BYTES)
    throw new SealingError('keyLength', `the key in ${where} has ${bytes.length} bytes, it must have ${KEY_BYTES}`)
  const id = createHash('sha256').update('liaison-bot sealing key\n').update(bytes).digest('hex').slice(0, 16)
  return { id, bytes }
}
