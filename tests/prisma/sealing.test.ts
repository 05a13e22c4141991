import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSealer, SealingError } from '../../prisma/sealing.js'
import type { SealingProblem } from '../../prisma/sealing-key.js'
import { addNewestKey } from '../../prisma/sealing-key-file.js'

const HEX_KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
const OTHER_KEY = 'ff'.repeat(32)
const WORDS = '王阿姨138****5678反映：社区配药难，家住来凤小区3栋502室。'

let folder = ''
let keyFile = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealing-'))
  keyFile = join(folder, 'data', 'sealing.key')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const problemOf = (act: () => unknown): SealingProblem | 'none' => {
  try {
    act()
  } catch (error) {
    if (error instanceof SealingError) return error.code
    throw error
  }
  return 'none'
}

describe('the first start', () => {
  it('makes a key file only its owner can read, and the next start reads the same key', () => {
    const first = openSealer({ keyFile })
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    expect(openSealer({ keyFile }).unseal(first.seal(WORDS, 'Opinion:17'), 'Opinion:17')).toBe(WORDS)
  })

  it('writes no key file when the configuration brings the key', () => {
    openSealer({ key: HEX_KEY, keyFile })
    expect(existsSync(keyFile)).toBe(false)
  })

  it('reads the same key written in hex, base64 and base64url', () => {
    const bytes = Buffer.from(HEX_KEY, 'hex')
    const ids = [HEX_KEY, HEX_KEY.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url'), ` ${HEX_KEY}\n`]
    expect(new Set(ids.map((key) => openSealer({ key, keyFile }).keyId)).size).toBe(1)
  })
})

describe('a key that cannot be trusted', () => {
  it.each([
    ['keyLength', HEX_KEY.slice(2)],
    ['keyLength', Buffer.alloc(16).toString('base64')],
    ['keyForm', '不是密钥'],
    ['keyForm', ''],
  ] as const)('is refused as %s: %j', (code, key) => {
    expect(problemOf(() => openSealer({ key, keyFile }))).toBe(code)
  })

  it.each([0o640, 0o604, 0o660, 0o777])('is refused while its file has mode %o, saying what to run', (mode) => {
    openSealer({ keyFile })
    chmodSync(keyFile, mode)
    expect(problemOf(() => openSealer({ keyFile }))).toBe('keyFileMode')
    expect(() => openSealer({ keyFile })).toThrow(`chmod 600 ${keyFile}`)
  })

  it('is refused when the file is empty, instead of quietly making a new one', () => {
    openSealer({ keyFile })
    writeFileSync(keyFile, '')
    expect(problemOf(() => openSealer({ keyFile }))).toBe('noKey')
  })

  it('is refused when the path is a folder', () => {
    expect(problemOf(() => openSealer({ keyFile: folder }))).toBe('keyFileKind')
  })

  it('never appears in the message', () => {
    const short = HEX_KEY.slice(2)
    expect(() => openSealer({ key: short, keyFile })).not.toThrow(short)
  })
})

describe('a sealed text', () => {
  it('opens to exactly what was said, whatever it was', () => {
    const { seal, unseal } = openSealer({ key: HEX_KEY, keyFile })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 20 }), (text, scope) => {
        expect(unseal(seal(text, scope), scope)).toBe(text)
      }),
      { seed: 20261123 },
    )
    expect(unseal(seal('\ud83d半个', 'Opinion:1'), 'Opinion:1')).toBe('\ud83d半个')
  })

  it('shows nothing of the words and never looks the same twice', () => {
    const { seal } = openSealer({ key: HEX_KEY, keyFile })
    const [one, two] = [seal(WORDS, 'Opinion:17'), seal(WORDS, 'Opinion:17')]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(Buffer.from(one).includes(Buffer.from('配药', encoding))).toBe(false)
  })

  it('cannot be moved to another record', () => {
    const { seal, unseal } = openSealer({ key: HEX_KEY, keyFile })
    expect(problemOf(() => unseal(seal(WORDS, 'Opinion:17'), 'Opinion:18'))).toBe('damaged')
  })

  it('is refused when any single bit of it was changed', () => {
    const { seal, unseal } = openSealer({ key: HEX_KEY, keyFile })
    const sealed = seal('配药难', 'Opinion:17')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(['damaged', 'unknownKey', 'version']).toContain(problemOf(() => unseal(changed, 'Opinion:17')))
    }
  })

  it('is refused when cut short or lengthened', () => {
    const { seal, unseal } = openSealer({ key: HEX_KEY, keyFile })
    const sealed = seal(WORDS, 'Opinion:17')
    for (let length = 0; length < sealed.length; length++)
      expect(problemOf(() => unseal(sealed.subarray(0, length), 'Opinion:17'))).toBe('damaged')
    expect(problemOf(() => unseal(Uint8Array.of(...sealed, 0), 'Opinion:17'))).toBe('damaged')
  })

  it('opens from the middle of a larger buffer, as a database driver may hand it over', () => {
    const { seal, unseal } = openSealer({ key: HEX_KEY, keyFile })
    const sealed = seal(WORDS, 'Opinion:17')
    const page = new Uint8Array(sealed.length + 20)
    page.set(sealed, 7)
    expect(unseal(page.subarray(7, 7 + sealed.length), 'Opinion:17')).toBe(WORDS)
  })

  it('without its key is refused by the name of the key, not with garbage', () => {
    const sealed = openSealer({ key: OTHER_KEY, keyFile }).seal(WORDS, 'Opinion:17')
    const { keyId } = openSealer({ key: OTHER_KEY, keyFile })
    const { unseal } = openSealer({ key: HEX_KEY, keyFile })
    expect(problemOf(() => unseal(sealed, 'Opinion:17'))).toBe('unknownKey')
    expect(() => unseal(sealed, 'Opinion:17')).toThrow(keyId)
  })
})

describe('changing the key', () => {
  it('seals with the new one and still opens what the old one sealed', () => {
    const before = openSealer({ keyFile })
    const old = before.seal(WORDS, 'Opinion:17')
    const added = addNewestKey(keyFile)
    const after = openSealer({ keyFile })
    expect(after.keyId).toBe(added.id)
    expect(after.keyId).not.toBe(before.keyId)
    expect(after.unseal(old, 'Opinion:17')).toBe(WORDS)
    expect(problemOf(() => before.unseal(after.seal(WORDS, 'Opinion:17'), 'Opinion:17'))).toBe('unknownKey')
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    expect(readFileSync(keyFile, 'utf8').trim().split('\n')).toHaveLength(2)
  })

  it('moves from the file to the configuration without losing the old originals', () => {
    const old = openSealer({ keyFile }).seal(WORDS, 'Opinion:17')
    expect(openSealer({ key: HEX_KEY, keyFile }).unseal(old, 'Opinion:17')).toBe(WORDS)
  })
})
