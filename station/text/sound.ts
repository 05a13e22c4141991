/** Reads a word aloud: one syllable with its tone for each character ("bao4", "ming2"); what is not Chinese stays itself. */
export type Sound = (word: string) => readonly string[]

/**
 * pinyin-pro takes about 60 ms to import and 20 ms for its first word, so nothing loads it before the first word that may
 * be a typing error. Call once, keep the result.
 */
export const loadSound = async (): Promise<Sound> => {
  const { pinyin } = await import('pinyin-pro')
  return (word) => pinyin(word, { type: 'array', toneType: 'num', v: true })
}

/** "bao4" → "bao". */
export const withoutTone = (syllable: string): string => syllable.replace(/[0-9]$/, '')

/** Sounds that speakers of southern dialects type for one another: 民/名, 山/三, 南/蓝. */
const BLURRED: readonly (readonly [RegExp, string])[] = [
  [/^(z|c|s)h/, '$1'],
  [/^n/, 'l'],
  [/^h(?=[ue])/, 'f'],
  [/ng$/, 'n'],
]

/** The same for two syllables (without tone) that are taken for one another when typing by ear. */
export const blurred = (syllable: string): string =>
  BLURRED.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), syllable)
