import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'

/** One person's own word; `byId` differs when the liaison officer answered for somebody absent. */
export interface Consent {
  readonly personId: number
  readonly byId: number
  readonly at: Moment
}

/** Something that takes effect only when everybody it concerns has said so. Silence is never consent. */
export interface Asking {
  readonly askedById: number
  readonly askedAt: Moment
  readonly needed: readonly number[]
  readonly given: readonly Consent[]
  readonly state: 'open' | 'agreed' | 'declined' | 'withdrawn' | 'void'
}

export type ConsentRefusal =
  | { readonly code: 'notAsked'; readonly needed: readonly number[] }
  | { readonly code: 'alreadyAgreed'; readonly missing: readonly number[] }
  | { readonly code: 'alreadyClosed'; readonly state: Asking['state'] }

/** Asking is the asker's own consent, unless they arrange it between others. */
export const ask = (askedById: number, concerned: readonly number[], at: Moment): Asking => {
  const needed = [...new Set(concerned)]
  const given = needed.includes(askedById) ? [{ personId: askedById, byId: askedById, at }] : []
  return { askedById, askedAt: at, needed, given, state: given.length === needed.length ? 'agreed' : 'open' }
}

export const missingConsents = ({ needed, given }: Asking): number[] =>
  needed.filter((id) => !given.some(({ personId }) => personId === id))

export const agree = (asking: Asking, consent: Consent): Result<Asking, ConsentRefusal> => {
  if (asking.state !== 'open') return err({ code: 'alreadyClosed', state: asking.state })
  if (!asking.needed.includes(consent.personId)) return err({ code: 'notAsked', needed: asking.needed })
  const missing = missingConsents(asking)
  if (!missing.includes(consent.personId)) return err({ code: 'alreadyAgreed', missing })
  const state = missing.length === 1 ? 'agreed' : 'open'
  return ok({ ...asking, given: [...asking.given, consent], state })
}

/** One 不同意 of those concerned ends it, also after they had agreed; the asker takes it back with the same word. */
export const decline = (asking: Asking, personId: number): Result<Asking, ConsentRefusal> => {
  if (asking.state !== 'open') return err({ code: 'alreadyClosed', state: asking.state })
  if (personId === asking.askedById) return ok({ ...asking, state: 'withdrawn' })
  if (!asking.needed.includes(personId)) return err({ code: 'notAsked', needed: asking.needed })
  return ok({ ...asking, state: 'declined' })
}
