/** One term of a convenor. Dates are ISO civil dates, both inclusive; without `until` the term is open. */
export interface Convenor {
  readonly personId: number
  readonly from: string
  readonly until?: string
}

export const isServing = ({ from, until }: Convenor, date: string): boolean =>
  from <= date && (until === undefined || date <= until)

export const servingOn = (convenors: readonly Convenor[], date: string): number[] => [
  ...new Set(convenors.filter((term) => isServing(term, date)).map((term) => term.personId)),
]

/** A professional station has two or three convenors; another number is allowed but never unnoticed. */
export const CONVENORS_EXPECTED = { minPersons: 2, maxPersons: 3 } as const

export type ConvenorCount = {
  readonly code: 'asExpected' | 'tooFew' | 'tooMany'
  readonly countPersons: number
  readonly minPersons: number
  readonly maxPersons: number
}

export const convenorCount = (
  convenors: readonly Convenor[],
  date: string,
  expected: { readonly minPersons: number; readonly maxPersons: number } = CONVENORS_EXPECTED,
): ConvenorCount => {
  const countPersons = servingOn(convenors, date).length
  const code =
    countPersons < expected.minPersons ? 'tooFew' : countPersons > expected.maxPersons ? 'tooMany' : 'asExpected'
  return { code, countPersons, ...expected }
}
