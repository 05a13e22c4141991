import { err, ok, type Result } from '../result.js'

/** The life of a research piece (调研成果 X): each state may be passed over, none is gone back to. */
export const RESEARCH_STATES = {
  topic: { label: '选题', written: false },
  field: { label: '调研', written: false },
  written: { label: '成文', written: true },
  sent: { label: '报送', written: true },
  adopted: { label: '采纳', written: true },
} as const satisfies Record<string, { label: string; written: boolean }>

export type ResearchState = keyof typeof RESEARCH_STATES
export const ALL_RESEARCH_STATES = Object.keys(RESEARCH_STATES) as ResearchState[]

export type ResearchRefusal =
  | { code: 'already'; state: ResearchState }
  | { code: 'backwards'; state: ResearchState; wanted: ResearchState }
  | { code: 'receiverNeeded' }

/** A step forward; who received it must be told with 报送. A second 报送, to another body, is a step too. */
export const stepResearch = (
  state: ResearchState,
  wanted: ResearchState,
  words: string,
): Result<ResearchState, ResearchRefusal> => {
  const [from, to] = [ALL_RESEARCH_STATES.indexOf(state), ALL_RESEARCH_STATES.indexOf(wanted)]
  if (wanted === 'sent' && words === '') return err({ code: 'receiverNeeded' })
  if (wanted === 'sent' && to <= from) return ok(state)
  if (from === to) return err({ code: 'already', state })
  return to < from ? err({ code: 'backwards', state, wanted }) : ok(wanted)
}

/**
 * 成文1、在研1: pieces that exist as a text, and those on the way.
 */
export const countResearch = (states: readonly ResearchState[]): { written: number; underway: number } => {
  const written = states.filter((state) => RESEARCH_STATES[state].written).length
  return { written, underway: states.length - written }
}
