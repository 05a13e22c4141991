/** Whether every character of `short` stands in `name`, in order: 投教 in 投资者教育. */
const abbreviates = (short: string, name: string): boolean => {
  let at = 0
  for (const character of short) {
    at = name.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** The one mission of the station's list that a word names, in full or shortened; null when none or several. */
export function missionNamed(word: string, missions: readonly string[]): string | null {
  if (missions.includes(word)) return word
  if ([...word].length < 2) return null
  const found = missions.filter((name) => abbreviates(word, name))
  return found.length === 1 ? found[0]! : null
}
