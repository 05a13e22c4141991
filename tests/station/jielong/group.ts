import { EMPTY_LIST, type ListState } from '../../../station/jielong/list-state.js'
import { mergeList } from '../../../station/jielong/merge.js'
import type { MergeOutcome } from '../../../station/jielong/merge-outcome.js'
import { parseJielong } from '../../../station/jielong/parse.js'
import { printJielong } from '../../../station/jielong/print.js'
import { resolveRows } from '../../../station/jielong/resolve-rows.js'
import { rosterOf } from '../../../station/jielong/roster.js'

/** The deputies of the station in these tests; two of them share a surname. */
export const PEOPLE = ['张敏', '陈静', '周宁', '赵磊', '李强', '周伟', '孙莉'] as const
export type PersonName = (typeof PEOPLE)[number]

export const idOf = (name: PersonName): number => PEOPLE.indexOf(name) + 1

export const ROSTER = rosterOf(PEOPLE.map((name) => ({ personId: idOf(name), name })))

/** One after the other, what members of the group sent round; rows only, or a whole text. */
export class Round {
  state: ListState

  constructor(state: ListState = EMPTY_LIST) {
    this.state = state
  }

  sends(name: PersonName | null, rows: readonly string[] | string, more: { afterGap?: boolean } = {}): MergeOutcome {
    const text = typeof rows === 'string' ? rows : printJielong({ title: '义诊进社区', rows })
    const list = parseJielong(text)
    if (list === null) throw new Error(`no list: ${text}`)
    const version = resolveRows(list, ROSTER)
    const senderId = name === null ? null : idOf(name)
    const outcome = mergeList(this.state, { ...version, senderId, sentAtS: null, afterGap: more.afterGap ?? false })
    this.state = outcome.state
    return outcome
  }

  /** "张敏 in", in the order of the list. */
  get standing(): string[] {
    return this.state.entries.map(({ text, state }) => `${text} ${state}`)
  }
}

export const texts = (entries: readonly { text: string }[]): string[] => entries.map(({ text }) => text)

export const doubts = (outcome: MergeOutcome): string[] =>
  outcome.questioned.map(({ entry, doubt }) => `${entry.text} ${doubt}`)
