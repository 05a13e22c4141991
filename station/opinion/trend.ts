import type { Temporal } from '../time/civil.js'

interface Counted {
  readonly recordedOn: Temporal.PlainDate
  readonly category: string | null
}

export interface MonthlyTrend {
  readonly month: Temporal.PlainYearMonth
  readonly opinions: number
  /** The largest categories of that month, at most three. */
  readonly top: readonly { readonly label: string; readonly opinions: number }[]
}

const TOP = 3

/** The months up to today, oldest first; a month without opinions is there too. */
export const monthlyTrend = (all: readonly Counted[], today: Temporal.PlainDate, months: number): MonthlyTrend[] =>
  Array.from({ length: months }, (_, at) => {
    const month = today.toPlainYearMonth().subtract({ months: months - 1 - at })
    const own = all.filter(({ recordedOn }) => recordedOn.toPlainYearMonth().equals(month))
    const counts = new Map<string, number>()
    for (const { category } of own) if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1)
    const top = [...counts]
      .map(([label, opinions]) => ({ label, opinions }))
      .sort((a, b) => b.opinions - a.opinions || (a.label < b.label ? -1 : 1))
      .slice(0, TOP)
    return { month, opinions: own.length, top }
  })
