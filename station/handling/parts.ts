import { err, ok, type Result } from '../result.js'

/** 主办 answers for the whole, 会办 give the leading unit their opinion, 分办 answer each for its own part. */
export type PartRole = 'lead' | 'assist' | 'separate'
export type PartState = 'waiting' | 'received' | 'answered' | 'returned'

export interface Part {
  readonly unit: string
  readonly role: PartRole
  readonly state: PartState
}

export interface Assigned {
  readonly mode: 'lead' | 'separate'
  readonly lead: readonly string[]
  readonly assisting: readonly string[]
}

/** A matter that one unit has alone needs no parts. */
export const partsOf = ({ mode, lead, assisting }: Assigned): Part[] => {
  const waiting = (role: PartRole) => (unit: string) => ({ unit, role, state: 'waiting' as const })
  const parts = [...lead.map(waiting(mode)), ...assisting.map(waiting('assist'))]
  return parts.length > 1 ? parts : []
}

export type HandOverRefusal = { code: 'unitTwice'; unit: string } | { code: 'severalNeeded' } | { code: 'unitNeeded' }

/** What is wrong with a hand-over as it was said. */
export const handOverRefusal = ({ mode, lead, assisting }: Assigned): HandOverRefusal | null => {
  if (lead.length === 0 || [...lead, ...assisting].some((unit) => unit.trim() === '')) return { code: 'unitNeeded' }
  const twice = assisting.find((unit) => lead.includes(unit))
  if (twice !== undefined) return { code: 'unitTwice', unit: twice }
  return mode === 'separate' && lead.length < 2 ? { code: 'severalNeeded' } : null
}

/** Without its answer the matter is not answered: 会办 advise the leading unit, whose answer stands for both. */
export const isRequired = ({ role }: Pick<Part, 'role'>): boolean => role !== 'assist'
const isOpen = ({ state }: Pick<Part, 'state'>): boolean => state !== 'answered'
export const owes = (part: Part): boolean => isRequired(part) && isOpen(part)

export type PartRefusal =
  | { code: 'whichUnit'; units: readonly string[] }
  | { code: 'notAmong'; unit: string; units: readonly string[] }
  | { code: 'answeredAlready'; unit: string }
  | { code: 'notReturned'; unit: string }

const found = <P extends Part>(
  parts: readonly P[],
  unit: string | null,
  open: (part: P) => boolean,
): Result<P, PartRefusal> => {
  if (unit !== null) {
    const named = parts.find((part) => part.unit === unit)
    return named ? ok(named) : err({ code: 'notAmong', unit, units: parts.map((part) => part.unit) })
  }
  const candidates = parts.filter(open)
  const [only] = candidates
  return only && candidates.length === 1
    ? ok(only)
    : err({ code: 'whichUnit', units: (candidates.length > 0 ? candidates : parts).map((part) => part.unit) })
}

/** Whose answer this is, and whether with it every required answer is there. */
export const answerOf = <P extends Part>(
  parts: readonly P[],
  unit: string | null,
): Result<{ part: P; complete: boolean }, PartRefusal> => {
  const one = found(parts, unit, owes)
  if (!one.ok) return one
  const part = one.value
  if (!isOpen(part)) return err({ code: 'answeredAlready', unit: part.unit })
  return ok({ part, complete: isRequired(part) && !parts.some((other) => other !== part && owes(other)) })
}

/** Whose receipt this is. */
export const receiptOf = <P extends Part>(parts: readonly P[], unit: string | null): Result<P, PartRefusal> => {
  const one = found(parts, unit, ({ state }) => state === 'waiting')
  if (!one.ok) return one
  return isOpen(one.value) ? one : err({ code: 'answeredAlready', unit: one.value.unit })
}

/** Who gives its part back; `whole` where nobody who must answer would be left: then the matter itself is given back. */
export const returnOf = <P extends Part>(
  parts: readonly P[],
  unit: string | null,
): Result<{ part: P; whole: boolean }, PartRefusal> => {
  const one = found(parts, unit, (part) => owes(part) && part.state !== 'returned')
  if (!one.ok) return one
  const part = one.value
  if (!isOpen(part)) return err({ code: 'answeredAlready', unit: part.unit })
  const left = parts.some((other) => other !== part && isRequired(other) && other.state !== 'returned')
  return ok({ part, whole: isRequired(part) && !left })
}

/** The part that waits for another unit (退办待改派). */
export const vacancyOf = <P extends Part>(parts: readonly P[], unit: string | null): Result<P, PartRefusal> => {
  const one = found(parts, unit, ({ state }) => state === 'returned')
  if (!one.ok) return one
  return one.value.state === 'returned' ? one : err({ code: 'notReturned', unit: one.value.unit })
}

const RANK = { C: 3, B: 2, D: 1, A: 0 } as const
type ReplyClass = keyof typeof RANK

/** Several answers as one: the class that owes most, the last of the promised days, so that nothing is closed too early. */
export const joinedReply = (
  answers: readonly { replyClass: ReplyClass | null; promisedOn: string | null }[],
): { replyClass: ReplyClass | null; promisedOn: string | null } => {
  const classes = answers.flatMap(({ replyClass }) => replyClass ?? [])
  const days = answers.flatMap(({ promisedOn }) => promisedOn ?? [])
  return {
    replyClass: classes.sort((a, b) => RANK[b] - RANK[a])[0] ?? null,
    promisedOn: days.sort().at(-1) ?? null,
  }
}
