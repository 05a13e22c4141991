/** Persons counted by the level of their congress, in the station's own order; `other` hold no mandate (guests, staff). */
export interface ByLevel {
  readonly levels: readonly { readonly level: string; readonly count: number }[]
  readonly other: number
}

export const byLevel = (levels: readonly string[], present: readonly (string | null)[]): ByLevel => ({
  levels: levels.map((level) => ({ level, count: present.filter((each) => each === level).length })),
  other: present.filter((each) => each === null || !levels.includes(each)).length,
})
