/** Somebody who is already known, to this station or to another one of the district. */
export interface KnownPerson {
  readonly id: number
  readonly name: string
  readonly level: string | null
  readonly employer: string | null
  /** On this station's roster, in whatever state. */
  readonly here: boolean
}

interface Described {
  readonly name: string
  readonly level: string | null
  readonly employer: string | null
}

/**
 * Who a line of a roster is about. The station's own entry of that name; else somebody of the district with the same name
 * and the same employer, or the same level where no employer is given. Anybody else is a new person: two of one name are
 * never made one by guessing.
 */
export function matchPerson(
  { name, level, employer }: Described,
  known: readonly KnownPerson[],
): KnownPerson | undefined {
  const named = known.filter((person) => person.name === name)
  const here = named.filter((person) => person.here)
  if (here.length === 1) return here[0]
  const pool = here.length > 1 ? here : named
  const same = pool.filter((person) =>
    employer === null
      ? person.level === level
      : person.employer === employer && (level === null || person.level === level),
  )
  return same.length === 1 ? same[0] : undefined
}
