const MARKS = /(主办|会办|协办|分办)(?:单位)?[\s:：]*/g
/** 和 and 与 stand inside names (住房和城乡建设局), so they part nothing. */
const BETWEEN = /[\s,，、;；]+/

export interface ReadAssignment {
  readonly mode: 'lead' | 'separate'
  readonly lead: readonly string[]
  readonly assisting: readonly string[]
}

const names = (text: string): string[] => text.split(BETWEEN).filter(Boolean)

/**
 * "主办 卫健委 会办 医保局、财政局", "分办 卫健委、教育局", "卫健委 会办 医保局" as names typed. Null where no role is said: then
 * it is one unit, or somebody must be asked.
 */
export const readAssignment = (words: string): ReadAssignment | null => {
  const pieces = words.split(MARKS)
  if (pieces.length === 1) return null
  const lead = names(pieces[0] ?? '')
  const separate: string[] = []
  const assisting: string[] = []
  const PLACES: Readonly<Record<string, string[]>> = { 主办: lead, 会办: assisting, 协办: assisting, 分办: separate }
  for (let at = 1; at < pieces.length; at += 2) PLACES[pieces[at]!]!.push(...names(pieces[at + 1] ?? ''))
  const once = (list: readonly string[]): string[] => [...new Set(list)]
  if (separate.length > 0) return { mode: 'separate', lead: once([...lead, ...separate]), assisting: once(assisting) }
  return { mode: 'lead', lead: once(lead), assisting: once(assisting) }
}

/** Several names without a role: nobody knows who leads. */
export const namesSeveral = (words: string): boolean => names(words).length > 1
