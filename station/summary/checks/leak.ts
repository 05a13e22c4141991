import { instructionLike } from '../instruction-like.js'

const SHARED_CHARS = 10
const BONES = /json|schema|evidence|points?\b|ref\b|https?:|www\.|[{}<>`|\\]/iu

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** A sentence that tells of its own instructions, repeats ten characters of them, or speaks to a machine. */
export const leaks = (text: string, instructions: string, corpus: string): boolean => {
  if (BONES.test(text) || instructionLike(text)) return true
  const plain = letters(text)
  const told = letters(instructions)
  const held = letters(corpus)
  for (let at = 0; at + SHARED_CHARS <= plain.length; at++) {
    const part = plain.slice(at, at + SHARED_CHARS)
    if (told.includes(part) && !held.includes(part)) return true
  }
  return false
}
