import { CATEGORIES, type Category } from './categories.js'

/** A class a station added to the fifteen, with words by which it is first known; corrections teach the rest. */
export interface OwnCategory {
  readonly label: string
  readonly words: readonly string[]
}

export const categoriesWith = (own: readonly OwnCategory[]): readonly Category[] => [
  ...CATEGORIES,
  ...own.map(({ label, words }) => ({ id: `own:${label}`, label, aliases: [], seeds: [...words] })),
]
