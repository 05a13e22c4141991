import type { Sheet, Workbook } from '../../station/document/workbook.js'
import { type DutyBook, holdersOf, inOrder, type ShiftState } from '../../station/duty/book.js'
import { entriesOf } from '../../station/duty/entries-of.js'
import { loadPoints } from '../../station/duty/ledger.js'
import { ROTA_RULE } from '../../station/duty/rota-rule.js'
import { Temporal } from '../../station/time/civil.js'
import type { DocumentMaker, Making } from '../documents/document.js'
import { MIME } from '../press.js'
import { rotationOf } from '../rotation/turns.js'
import { dutyRoster, readDuty } from './book.js'
import { noticeBoard, type RotaPage, rotaBoard } from './rota-board.js'
import { copy } from './rota-copy.js'

/** Turns shown beside three months of receptions. */
const SHOWN_TURNS = 12

export interface RotaArgs {
  /** "2026-12", both inclusive. */
  from: string
  until: string
  /** Only these receptions: what a notice has just told. */
  nos?: readonly number[]
}

async function pageOf({ db, station, now, args }: Making): Promise<{ page: RotaPage; book: DutyBook }> {
  const { from, until, nos } = args as unknown as RotaArgs
  const book = await readDuty(db, station.id)
  const shifts = inOrder(book).filter(
    ({ shift, stage }) =>
      stage !== 'dropped' && (nos ? nos.includes(shift.no) : within(shift.date.slice(0, 7), from, until)),
  )
  const { turns } = await rotationOf(db, station, now, SHOWN_TURNS)
  const shown = turns
    .filter(
      ({ period }) =>
        within(period.startsOn.slice(0, 7), from, until) || within(period.endsOn.slice(0, 7), from, until),
    )
    .sort((a, b) => a.period.startsOn.localeCompare(b.period.startsOn))
  const people = await db.person.findMany({
    where: { id: { in: [...shifts.flatMap(holdersOf), ...shown.map(({ personId }) => personId)] } },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: number): string => names.get(id) ?? ''
  const page = {
    station: station.name,
    address: station.address,
    from,
    until,
    shifts,
    turns: station.mode === '站长' ? [] : shown.map((turn) => ({ turn, name: nameOf(turn.personId) })),
    nameOf,
    now,
  }
  return { page, book }
}

const within = (month: string, from: string, until: string): boolean => from <= month && month <= until

/** The notice of a month's receptions, to be printed and put up. */
export const receptionNotice: DocumentMaker = {
  kind: 'reception-notice',
  async make(making) {
    const { page } = await pageOf(making)
    if (page.shifts.length === 0) return { text: copy.empty }
    const bytes = await making.services.press.board(noticeBoard(page))
    return {
      file: { name: copy.noticeFile(page.station, page.from), mimeType: MIME.png, bytes },
      text: copy.noticeText,
    }
  },
}

export const rotaPicture: DocumentMaker = {
  kind: 'rota-picture',
  async make(making) {
    const { page } = await pageOf(making)
    if (page.shifts.length + page.turns.length === 0) return { text: copy.empty }
    const bytes = await making.services.press.board(rotaBoard(page))
    return { file: { name: copy.rotaPicture(page.station, page.from, page.until), mimeType: MIME.png, bytes } }
  },
}

export const rotaWorkbook: DocumentMaker = {
  kind: 'rota-workbook',
  async make(making) {
    const { page, book } = await pageOf(making)
    if (page.shifts.length + page.turns.length === 0) return { text: copy.empty }
    const sheets = [await shiftSheet(making, page), turnSheet(page), await ledgerSheet(making, book)]
    const bytes = await making.services.press.workbook({ sheets } satisfies Workbook)
    return { file: { name: copy.rotaBook(page.station, page.from, page.until), mimeType: MIME.xlsx, bytes } }
  },
}

const columns = (titles: readonly string[]): Sheet['columns'] => titles.map((title) => ({ title }))
const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

async function shiftSheet({ db, station }: Making, { shifts, nameOf, address }: RotaPage): Promise<Sheet> {
  const rows = await db.dutyShift.findMany({ where: { stationId: station.id } })
  const visitors = new Map(rows.map(({ no, visitorPersons }) => [no, visitorPersons]))
  const joined = (ids: readonly number[]): string => ids.map(nameOf).join('、')
  return {
    name: copy.sheets.shifts,
    columns: columns(copy.shiftColumns),
    rows: shifts.map((state: ShiftState) => {
      const { shift, seats, signIns, absentIds } = state
      const holders = holdersOf(state)
      return [
        `D${shift.no}`,
        date(shift.date),
        shift.startsAt,
        shift.endsAt,
        shift.place ?? address,
        shift.theme ?? null,
        joined(holders),
        seats.length - holders.length || null,
        copy.stage(state),
        joined(signIns.map(({ personId }) => personId)),
        joined(absentIds),
        visitors.get(shift.no) ?? null,
      ]
    }),
  }
}

const turnSheet = ({ turns }: RotaPage): Sheet => ({
  name: copy.sheets.turns,
  columns: columns(copy.turnColumns),
  rows: turns.map(({ turn, name }) => [
    copy.turnPeriod(turn),
    date(turn.period.startsOn),
    date(turn.period.endsOn),
    name,
  ]),
})

/** How often everybody has served: what 公平 rests on. */
async function ledgerSheet({ db, station, now }: Making, book: DutyBook): Promise<Sheet> {
  const { deputies } = await dutyRoster(db, station)
  const entries = entriesOf(book, ROTA_RULE, now)
  const loads = loadPoints(entries, book.credits)
  const people = await db.person.findMany({ where: { id: { in: deputies.map(({ personId }) => personId) } } })
  return {
    name: copy.sheets.ledger,
    columns: columns(copy.ledgerColumns),
    rows: people.map(({ id, name, level }) => {
      const own = entries.filter(({ personId }) => personId === id).map((entry) => entry.date)
      const last = own.sort().at(-1)
      return [name, level, own.length, loads.get(id) ?? 0, last ? date(last) : null]
    }),
  }
}
