import type { Board, BoardBlock } from '../../station/document/board.js'
import { holdersOf, type ShiftState } from '../../station/duty/book.js'
import type { Turn } from '../../station/rotation/turn.js'
import type { Moment } from '../../station/time/civil.js'
import { copy } from './rota-copy.js'

export interface RotaPage {
  station: string
  address: string | null
  /** "2026-12": the first and the last month shown. */
  from: string
  until: string
  shifts: readonly ShiftState[]
  turns: readonly { turn: Turn; name: string }[]
  nameOf(personId: number): string
  now: Moment
}

/** So few receptions are set in large type, to be read from across a corridor. */
const LARGE_UP_TO = 3

/** 接待公告: what residents read on the notice board. Time, place, theme and names, one A4 page. */
export function noticeBoard({ station, address, from, shifts, nameOf, now }: RotaPage): Board {
  const namesOf = (state: ShiftState): string => copy.names(state, holdersOf(state).map(nameOf))
  const table: BoardBlock = {
    kind: 'table',
    head: copy.noticeHead,
    rows: shifts.map((state) => [
      copy.day(state),
      copy.hours(state),
      copy.placeAndTheme(state, address),
      namesOf(state),
    ]),
    widths: [2.2, 1.7, 3.4, 3],
  }
  const large = (state: ShiftState): BoardBlock[] => [
    { kind: 'figures', figures: copy.largeTime(state) },
    { kind: 'facts', rows: copy.largeFacts(state, address, namesOf(state)) },
  ]
  return {
    title: copy.noticeTitle(station, from),
    subtitle: copy.noticeSubtitle,
    format: 'a4',
    blocks: [
      ...(shifts.length <= LARGE_UP_TO ? shifts.flatMap(large) : [table]),
      { kind: 'text', text: copy.welcome },
      ...(address ? [{ kind: 'facts' as const, rows: [[copy.addressLabel, address] as const] }] : []),
    ],
    footer: copy.noticeFooter(station, now),
  }
}

/** 值班表: who leads and who receives, for the members themselves. */
export function rotaBoard({ station, from, until, shifts, turns, nameOf, now }: RotaPage): Board {
  const blocks: BoardBlock[] = []
  if (turns.length > 0)
    blocks.push(
      { kind: 'heading', text: copy.turnsHeading },
      {
        kind: 'table',
        head: copy.turnsHead,
        rows: turns.map(({ turn, name }) => [copy.turnPeriod(turn), copy.turnDays(turn), name]),
        widths: [2, 3, 2],
      },
    )
  blocks.push({ kind: 'heading', text: copy.shiftsHeading })
  blocks.push(
    shifts.length === 0
      ? { kind: 'text', text: copy.nothingPlanned }
      : {
          kind: 'table',
          head: copy.shiftsHead,
          rows: shifts.map((state) => [
            `D${state.shift.no}`,
            copy.day(state),
            copy.hours(state),
            copy.names(state, holdersOf(state).map(nameOf)),
            copy.stage(state),
          ]),
          widths: [0.9, 2.1, 1.7, 4.2, 1.5],
        },
  )
  return {
    title: copy.rotaTitle(station),
    subtitle: copy.span(from, until),
    format: 'a4',
    blocks,
    footer: copy.rotaFooter(now),
  }
}
