import type { OpinionState } from './states.js'

/** One opinion as the figures see it. */
export interface CountedOpinion {
  readonly state: OpinionState
  readonly answered: boolean
  readonly passedOn: boolean
  /** 满意, 基本满意, 不满意: what the resident said last; null: nobody asked yet. */
  readonly satisfaction: string | null
  readonly replyClass: string | null
  /** Four weeks after closing somebody confirmed: really solved. */
  readonly solved: boolean
  readonly late: boolean
  readonly reporters: number
}

export interface Share {
  readonly part: number
  readonly of: number
}

export interface OpinionFigures {
  readonly recorded: number
  /** Different people counted once an opinion. */
  readonly voices: number
  readonly answered: Share
  readonly passedOn: Share
  /** 满意 and 基本满意, of those who said. */
  readonly content: Share
  /** 满意 alone. */
  readonly satisfied: number
  /** 办成: closed with an A answer, a kept promise, or confirmed solved, of all that were answered. Being content is not being done. */
  readonly done: Share
  readonly tracking: number
  readonly refused: number
  readonly late: number
}

const NOT_COUNTED: readonly OpinionState[] = ['withdrawn', 'mistaken', 'merged', 'draft']

/** 满意率 and 办成率 are two figures, and neither is 答复率. */
export const figuresOf = (all: readonly CountedOpinion[]): OpinionFigures => {
  const counted = all.filter(({ state }) => !NOT_COUNTED.includes(state))
  const accepted = counted.filter(({ state }) => state !== 'notAccepted')
  const answered = accepted.filter((one) => one.answered)
  const rated = answered.filter(({ satisfaction }) => satisfaction !== null)
  const count = (rows: readonly CountedOpinion[], is: (row: CountedOpinion) => boolean): number =>
    rows.filter(is).length
  return {
    recorded: counted.length,
    voices: counted.reduce((sum, { reporters }) => sum + reporters, 0),
    answered: { part: answered.length, of: accepted.length },
    passedOn: { part: count(answered, (row) => row.passedOn), of: answered.length },
    content: { part: count(rated, ({ satisfaction }) => satisfaction !== '不满意'), of: rated.length },
    satisfied: count(rated, ({ satisfaction }) => satisfaction === '满意'),
    done: {
      part: count(answered, ({ state, replyClass, solved }) => isOver(state) && (solved || isDone(replyClass))),
      of: answered.length,
    },
    tracking: count(accepted, ({ state }) => state === 'tracking'),
    refused: counted.length - accepted.length,
    late: count(accepted, (row) => row.late),
  }
}

/** Answers of B and C are closed by their kept promise alone, so a closed one was done; D was only noted. */
const isDone = (replyClass: string | null): boolean => replyClass !== null && replyClass !== 'D'

const isOver = (state: OpinionState): boolean => state === 'closed' || state === 'archived'

/** Whole percent, rounded; null: nothing to divide by, and no figure is better than a wrong one. */
export const percentOf = ({ part, of }: Share): number | null => (of === 0 ? null : Math.round((part * 100) / of))
