import type { Moment, Temporal } from '../time/civil.js'
import { scanDates } from '../time/scan-date.js'

/** The first follow-up, when nobody names a day, and how long after it the next one comes. */
export const FIRST_FOLLOW_UP_DAYS = 15
export const NEXT_FOLLOW_UP_DAYS = 30
/** A step whose day has passed without a word of what came of it is asked about once, so many days later. */
export const ASK_RESULT_AFTER_DAYS = 3

export interface DatedStep {
  readonly on: Temporal.PlainDate
  readonly what: string
}

const EDGES = /^[\s,，、;；:：]+|[\s,，、;；:：]+$/g

/** "12月8日 现场查看 12月20日 听取汇报": every day with what is done on it, and the words in front of the first. */
export const readSchedule = (words: string, now: Moment): { before: string; steps: readonly DatedStep[] } => {
  const days = scanDates(words, now).flatMap((scan) =>
    scan.kind === 'point' ? [{ on: scan.at.toPlainDate(), from: scan.span[0], to: scan.span[1] }] : [],
  )
  return {
    before: words.slice(0, days[0]?.from ?? words.length).replace(EDGES, ''),
    steps: days.map(({ on, to }, at) => ({ on, what: words.slice(to, days[at + 1]?.from).replace(EDGES, '') })),
  }
}

const NAMES = /[\s,，、]+/

/** "成员 张敏 赵磊 单位 卫健委": deputies and units, in either order; without a word in front they are deputies. */
export const readTakingPart = (words: string): { members: readonly string[]; units: readonly string[] } => {
  const lists: Record<'members' | 'units', string[]> = { members: [], units: [] }
  let list = lists.members
  for (const name of words.replace(/(成员|单位)[:：]?/g, ' $1 ').split(NAMES)) {
    if (name === '成员' || name === '单位') list = name === '成员' ? lists.members : lists.units
    else if (name !== '') list.push(name)
  }
  return { members: [...new Set(lists.members)], units: [...new Set(lists.units)] }
}

interface Step {
  readonly on: string
  readonly state: string
}

/** Which step a result belongs to: the earliest one still planned, past ones first as they come. */
export const stepForResult = <S extends Step>(steps: readonly S[]): S | undefined =>
  steps.filter(({ state }) => state === 'planned').sort((a, b) => (a.on < b.on ? -1 : 1))[0]

/** What comes next, from a day on. */
export const nextStep = <S extends Step>(steps: readonly S[], from: string): S | undefined =>
  steps.filter(({ state, on }) => state === 'planned' && on >= from).sort((a, b) => (a.on < b.on ? -1 : 1))[0]
