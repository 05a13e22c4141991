import { fold } from '../text/fold.js'
import { MAX_HEADER_CHARS, MAX_TAIL_CHARS } from './list.js'

const hash = (text: string, seed: number): number => {
  let state = seed
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return (state ^ (state >>> 15)) >>> 0
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/** 16 hex digits (two FNV-1a runs); the same for two copies that differ in blanks, width or script only. No security in it. */
export const listDigest = (header: string, example: string | null, tail: string): string => {
  const text = [fold(header, MAX_HEADER_CHARS), fold(example ?? '', MAX_HEADER_CHARS), fold(tail, MAX_TAIL_CHARS)].join(
    '\u0001',
  )
  return hex(hash(text, 0x811c9dc5)) + hex(hash(text, 0x9e3779b9))
}
