import type { ActivityType } from './activity-type.js'
import { ACTIVITY_TYPES, OTHER_ACTIVITY } from './types.js'

/** The type named in a title: the longest name or alias found in it, the earlier row among equals; else a plain activity. */
export const findActivityType = (title: string): ActivityType => {
  let best: { type: ActivityType; length: number } = { type: OTHER_ACTIVITY, length: 0 }
  // What is kept under another letter is meant only when it is all that was said: 联席会精神宣讲 is a lecture.
  for (const type of ACTIVITY_TYPES)
    for (const word of [type.name, ...type.aliases])
      if (word.length > best.length && (type.register === 'H' ? title.includes(word) : title === word))
        best = { type, length: word.length }
  return best.type
}

/** The duty meant by what was typed (中医药讲解 → 讲解): the longest role name in it, else the words themselves; null for none. */
export const findRole = (type: ActivityType, typed: string): string | null => {
  const words = typed.trim()
  const named = type.roles
    .map((role) => role.name)
    .filter((name) => words.includes(name))
    .sort((a, b) => b.length - a.length)[0]
  return named ?? (words === '' ? null : words)
}

/** Duties the sign-up book enforces: those of a fixed cast; a free division of work enforces none. */
export const enforcedRoles = (type: ActivityType): ActivityType['roles'] => (type.fixedRoles ? type.roles : [])

/** The title is nothing but the name of a type. */
export const isTypeName = (title: string): boolean =>
  ACTIVITY_TYPES.some(({ name, aliases }) => name === title || aliases.includes(title))
