import type { LegalNote } from './legal-notes.js'

/** A thing asked of this type beyond title, time, place and capacity. `private`: shown to the author and the liaison officer only. */
export interface TypeField {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'list' | 'count'
  readonly required: boolean
  readonly private: boolean
}

/** Which letter its number gets: H activity, T joint meeting, D duty shift, Y opinion. */
type Register = 'H' | 'T' | 'D' | 'Y'

export interface ActivityType {
  /** Row of the capability table. */
  readonly code: string
  readonly name: string
  /** Other words people use for it; the longest match in what was typed wins. */
  readonly aliases: readonly string[]
  readonly register: Register
  readonly fields: readonly TypeField[]
  /** Duties offered at sign-up. `fixedRoles`: only these; else any words name a duty (分工). */
  readonly roles: readonly { readonly name: string; readonly limitPersons: number | null }[]
  readonly fixedRoles: boolean
  readonly durationMin: number
  /** `report`: a written report must follow; `summary`: the one-page 小结 is enough. */
  readonly afterwards: 'report' | 'summary' | 'none'
  /** What the head-count of this type is called; null: none is asked. */
  readonly headcountLabel: string | null
  readonly recordsHours: boolean
  readonly photosWanted: boolean
  /** One line of what each participant takes home. */
  readonly takeaways: boolean
  /** 需核名: an outside organ clears every name. */
  readonly needsApproval: boolean
  /** A hearing: listening to proceedings of another organ. */
  readonly hearing: boolean
  /** 3 fields and no sign-up: may be told after the fact. */
  readonly light: boolean
  readonly usuallyRecurring: boolean
  /** Records it usually ends in: X research piece, J suggestion, L legislative comment. */
  readonly linksTo: readonly ('X' | 'J' | 'L')[]
  readonly legalNotes: readonly LegalNote[]
}
