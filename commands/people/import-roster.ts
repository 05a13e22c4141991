import { Change } from '../../prisma/change.js'
import type { Person } from '../../prisma/generated/client.js'
import { type ImportPlan, planImport } from '../../station/people/import-plan.js'
import type { RosterEntry } from '../../station/people/roster-entry.js'
import { readRoster } from '../../station/people/roster-file.js'
import { type DeclaredTotals, readTotals } from '../../station/people/roster-totals.js'
import { dateOf, type Moment, parseMoment } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import type { Press } from '../press.js'
import { faultLines, plannedLines, tableFault } from './import-copy.js'
import { knownPeople } from './roster.js'

export interface ReadRoster {
  ok: true
  entries: readonly RosterEntry[]
  declared: DeclaredTotals | null
}
export type ReadFile = ReadRoster | { ok: false; lines: readonly string[] }

type Reading = Pick<StationContext, 'db' | 'station'>
type Writing = Pick<StationContext, 'db' | 'station' | 'now' | 'change'>

/** A file as a roster, or every reason why it is none. Slow: outside a transaction. */
export async function readRosterFile(
  press: Press,
  bytes: Uint8Array,
  station: { levels: readonly string[] },
  now: Moment,
  declared: string,
): Promise<ReadFile> {
  const table = await press.table(bytes)
  if (!table.ok) return { ok: false, lines: [tableFault(table.fault)] }
  const totals = readTotals(declared)
  const read = readRoster(table.value, {
    levels: station.levels,
    today: now.toPlainDate().toString(),
    ...(totals && { declared: totals }),
  })
  return read.faults.length > 0 ? { ok: false, lines: faultLines(read.faults) } : { ok: true, ...read }
}

async function planFor(context: Reading, entries: readonly RosterEntry[]) {
  const known = await knownPeople(
    context,
    entries.map(({ name }) => name),
  )
  const plan = planImport(entries, known)
  const names = new Set(entries.map(({ name }) => name))
  const current = await context.db.membership.findMany({
    where: { stationId: context.station.id, state: 'agreed', kind: { not: '工作人员' } },
    include: { person: true },
  })
  const untouched = current.map(({ person }) => person.name).filter((name) => !names.has(name))
  return { plan, untouched }
}

/** In words, what taking the roster over would do. */
export async function describePlan(context: Reading, { entries, declared }: ReadRoster): Promise<string> {
  const { plan, untouched } = await planFor(context, entries)
  const counts = { added: plan.added.length, joined: plan.joined.length, kept: plan.kept.length, untouched }
  return plannedLines(entries, declared !== null, counts)
}

export interface Importing {
  /** Everybody of the file has consented on paper; else each is to be asked. */
  onPaper: boolean
  byId: number | null
  byName: string
  /** Told of every batch of rows as it is written; what is thrown here undoes the whole import. */
  wrote?: (rows: number) => void
}

/** Writes a whole roster in the transaction of the context: all of it or nothing. */
export async function writeRoster(
  context: Writing,
  entries: readonly RosterEntry[],
  { onPaper, byId, byName, wrote }: Importing,
): Promise<{ added: number; changed: number; invitedIds: number[] }> {
  const { db, now, station } = context
  const { plan } = await planFor(context, entries)
  // Thousands of rows are not taken back line by line: the author is named, but 撤销 does not offer it. Import again instead.
  const author = { ...context.change.author, actorId: null, actorName: byName, action: '导入名单' }
  const change = new Change(db, author, wrote)
  const at = dateOf(now)
  const persons = await change.createMany(
    'Person',
    plan.added.map((entry) => ({ name: entry.name, ...personColumns(entry) })),
  )
  const newcomers = [
    ...plan.added.map((entry, index) => ({ entry, personId: (persons[index] as Person).id })),
    ...plan.joined.map(({ entry, person }) => ({ entry, personId: person.id })),
  ]
  const state = (entry: RosterEntry) =>
    entry.consent === false ? 'declined' : onPaper || entry.consent ? 'agreed' : 'invited'
  const membershipOf = (entry: RosterEntry) => ({
    kind: entry.kind,
    state: state(entry),
    since: at,
    until: endOf(entry),
    consent: state(entry) === 'agreed' ? 'paper' : null,
    invitedById: byId,
    invitedAt: at,
    answeredAt: state(entry) === 'invited' ? null : at,
  })
  await change.createMany(
    'Membership',
    newcomers.map(({ entry, personId }) => ({ stationId: station.id, personId, ...membershipOf(entry) })),
  )
  const changed = await updateKnown(context, change, plan, membershipOf)
  const invitedIds = newcomers.filter(({ entry }) => state(entry) === 'invited').map(({ personId }) => personId)
  return { added: newcomers.length, changed, invitedIds }
}

async function updateKnown(
  { db, station, now }: Writing,
  change: Change,
  { kept, joined }: ImportPlan,
  membershipOf: (entry: RosterEntry) => object,
): Promise<number> {
  const personPatches = [...kept, ...joined].map(({ entry, person }) => ({
    id: person.id,
    patch: personColumns(entry) as Partial<Person>,
  }))
  await change.updateMany('Person', personPatches)
  const memberships = await db.membership.findMany({
    where: { stationId: station.id, personId: { in: kept.map(({ person }) => person.id) } },
  })
  const byPerson = new Map(memberships.map((row) => [row.personId, row]))
  const at = dateOf(now)
  const patches = kept.flatMap(({ entry, person }) => {
    const row = byPerson.get(person.id)
    if (!row) return []
    // Whoever left or whose term ended is taken in anew; of the others only the kind and its end follow the file.
    const isOver = row.state === 'left' || (row.until !== null && row.until <= at)
    return [{ id: row.id, patch: isOver ? membershipOf(entry) : { kind: entry.kind, until: endOf(entry) } }]
  })
  await change.updateMany('Membership', patches)
  const touched = await db.auditEntry.findMany({
    where: { changeId: change.author.changeId, before: { not: null as never } },
    select: { model: true, rowId: true },
  })
  const personOf = new Map(memberships.map(({ id, personId }) => [id, personId]))
  return new Set(touched.map(({ model, rowId }) => (model === 'Person' ? rowId : personOf.get(rowId)))).size
}

/** Columns that the file fills; what it leaves empty stays as it is. */
const personColumns = ({ level, professions, employer, delegation, term }: RosterEntry) => ({
  ...(level && { level }),
  ...(professions.length > 0 && { professions: [...professions] }),
  ...(employer && { employer }),
  ...(delegation && { delegation }),
  ...(term && { term }),
})

/** The first moment after the last day of a date known to the day, month or year. */
function endOf({ until }: RosterEntry): Date | null {
  if (!until) return null
  const [year, month, day] = until.split('-')
  const first = parseMoment(`${year}-${month ?? '01'}-${day ?? '01'} 00:00`)
  return dateOf(first.add(day ? { days: 1 } : month ? { months: 1 } : { years: 1 }))
}
