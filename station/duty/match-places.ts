/**
 * Gives places to people in order of precedence, so that a person is passed over only when every place they could take is
 * needed by those before them. (Sets of people who can be placed together form a transversal matroid: taking them greedily
 * in order, making room by moving those already placed, yields the earliest possible set.)
 *
 * `mayTake[person]` lists the places a person may take; `placed` maps place to person and is extended in place. Nobody
 * placed before loses a place, they may be moved to another one they may take.
 */
export const matchPlaces = (
  order: readonly number[],
  mayTake: (person: number) => readonly number[],
  placed: Map<number, number>,
): void => {
  const seated = new Set(placed.values())
  for (const person of order) {
    if (seated.has(person)) continue
    if (makeRoom(person, mayTake, placed, new Set())) seated.add(person)
  }
}

const makeRoom = (
  person: number,
  mayTake: (person: number) => readonly number[],
  placed: Map<number, number>,
  tried: Set<number>,
): boolean => {
  for (const place of mayTake(person)) {
    if (tried.has(place)) continue
    tried.add(place)
    const holder = placed.get(place)
    if (holder === undefined || makeRoom(holder, mayTake, placed, tried)) {
      placed.set(place, person)
      return true
    }
  }
  return false
}
