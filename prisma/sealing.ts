import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { SealingError, type SealingKey } from './sealing-key.js'
import { configuredKey, keysIn, makeKeyFileOnce } from './sealing-key-file.js'

export { SealingError } from './sealing-key.js'

/**
 * Seals the residents' own words. `scope` names the record ("Opinion:17") and is bound to the sealed bytes: what was
 * sealed for one record cannot be opened as another's. Both throw SealingError; no message ever holds the text.
 */
export interface Sealer {
  /** Which key seals now: the first 16 hex digits of a digest, safe to print. */
  readonly keyId: string
  seal(text: string, scope: string): Uint8Array<ArrayBuffer>
  unseal(sealed: Uint8Array, scope: string): string
  /** What only the holder of the key can compute of a text: the same text gives the same 32 bytes. */
  stamp(text: string): Uint8Array
  /** A mark that only a holder of the key can put under a text; two marks of one text differ. */
  sign(text: string): Uint8Array<ArrayBuffer>
  /** What a mark says of that text. */
  signed(text: string, mark: Uint8Array): Signed
}

/** `own`: marked by this house, to the letter. `other`: not. `unknownKey`: by a key that is not here. */
export type Signed = 'own' | 'other' | 'unknownKey'

export interface SealerOptions {
  /** 32 bytes in hex or base64, from the configuration. Without it the key file is used, and made if there is none. */
  key?: string
  /** One key per line, the first one seals, all of them open. Mode 600. */
  keyFile: string
}

// version (1) | key id (8) | nonce (12) | ciphertext | tag (16)
const VERSION = 1
const KEY_ID_BYTES = 8
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES
// key id (8) | nonce (8) | HMAC-SHA-256, its first half (16)
const MARK_NONCE_BYTES = 8
const MARK_BYTES = 16
const CIPHER = 'aes-256-gcm'

// UTF-16 keeps every string exactly, half characters included, and Chinese in two bytes instead of three.
const ENCODING = 'utf16le'

const boundTo = (header: Uint8Array, scope: string): Buffer => Buffer.concat([header, Buffer.from(scope, 'utf8')])

const sealWith = (key: SealingKey, text: string, scope: string): Uint8Array<ArrayBuffer> => {
  const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(key.id, 'hex'), randomBytes(NONCE_BYTES)])
  const nonce = header.subarray(HEADER_BYTES - NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(header, scope))
  const body = Buffer.concat([cipher.update(text, ENCODING), cipher.final()])
  return Uint8Array.from(Buffer.concat([header, body, cipher.getAuthTag()]))
}

const unsealWith = (keys: ReadonlyMap<string, SealingKey>, sealed: Uint8Array, scope: string): string => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < HEADER_BYTES + TAG_BYTES) throw new SealingError('damaged', `sealed text of ${scope} is cut short`)
  if (bytes[0] !== VERSION)
    throw new SealingError('version', `${scope} was sealed by version ${bytes[0]}, not ${VERSION}`)
  const header = bytes.subarray(0, HEADER_BYTES)
  const id = header.subarray(1, 1 + KEY_ID_BYTES).toString('hex')
  const key = keys.get(id)
  if (!key)
    throw new SealingError('unknownKey', `${scope} was sealed with key ${id}; add that key to the key file to read it`)
  const opener = createDecipheriv(CIPHER, key.bytes, header.subarray(HEADER_BYTES - NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  opener.setAAD(boundTo(header, scope))
  opener.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const plain = opener.update(bytes.subarray(HEADER_BYTES, bytes.length - TAG_BYTES))
  try {
    return Buffer.concat([plain, opener.final()]).toString(ENCODING)
  } catch (cause) {
    throw new SealingError('damaged', `sealed text of ${scope} was changed, or belongs to another record`, { cause })
  }
}

const markOf = (key: SealingKey, nonce: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key.bytes).update('mark:').update(nonce).update(text).digest().subarray(0, MARK_BYTES)

const signWith = (key: SealingKey, text: string): Uint8Array<ArrayBuffer> => {
  const nonce = randomBytes(MARK_NONCE_BYTES)
  return Uint8Array.from(Buffer.concat([Buffer.from(key.id, 'hex'), nonce, markOf(key, nonce, text)]))
}

const signedWith = (keys: ReadonlyMap<string, SealingKey>, text: string, mark: Uint8Array): Signed => {
  const bytes = Buffer.from(mark)
  if (bytes.length !== KEY_ID_BYTES + MARK_NONCE_BYTES + MARK_BYTES) return 'other'
  const key = keys.get(bytes.subarray(0, KEY_ID_BYTES).toString('hex'))
  if (!key) return 'unknownKey'
  const nonce = bytes.subarray(KEY_ID_BYTES, KEY_ID_BYTES + MARK_NONCE_BYTES)
  return timingSafeEqual(markOf(key, nonce, text), bytes.subarray(-MARK_BYTES)) ? 'own' : 'other'
}

/**
 * Opens the keys once, at start. Throws SealingError for a key of the wrong length or form and for a key file that
 * others than its owner can reach: better no start than originals anybody can read.
 */
export const openSealer = ({ key, keyFile }: SealerOptions): Sealer => {
  const configured = key === undefined ? [] : [configuredKey(key)]
  if (configured.length === 0) makeKeyFileOnce(keyFile)
  const all = [...configured, ...keysIn(keyFile)]
  const current = all[0]
  if (!current)
    throw new SealingError('noKey', `${keyFile} holds no key; restore it from the backup, originals need it`)
  const byId = new Map(all.map((one) => [one.id, one]))
  return {
    keyId: current.id,
    seal: (text, scope) => sealWith(current, text, scope),
    unseal: (sealed, scope) => unsealWith(byId, sealed, scope),
    sign: (text) => signWith(current, text),
    signed: (text, mark) => signedWith(byId, text, mark),
    stamp: (text) => createHmac('sha256', current.bytes).update(`stamp:${text}`).digest(),
  }
}
