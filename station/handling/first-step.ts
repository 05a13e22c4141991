/** What a table of transitions must tell to be walked through. */
export interface Road<S extends string, E extends string> {
  /** The steps that lead a matter forward, the likelier first; side tracks are left out. */
  readonly steps: readonly E[]
  next(state: S, event: E): S | null
}

/**
 * The step to take first so that `wanted` becomes possible: the beginning of the shortest way along the road. Null: no way
 * leads there, or it is possible now.
 */
export const firstStepTowards = <S extends string, E extends string>(
  from: S,
  wanted: E,
  { steps, next }: Road<S, E>,
): E | null => {
  if (next(from, wanted) !== null) return null
  const seen = new Set<S>([from])
  let edge: { state: S; first: E | null }[] = [{ state: from, first: null }]
  while (edge.length > 0) {
    const beyond: typeof edge = []
    for (const { state, first } of edge)
      for (const step of steps) {
        const to = next(state, step)
        if (to === null || seen.has(to)) continue
        seen.add(to)
        const beginning = first ?? step
        if (next(to, wanted) !== null) return beginning
        beyond.push({ state: to, first: beginning })
      }
    edge = beyond
  }
  return null
}
