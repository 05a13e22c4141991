import { type BookLoader, listed } from './input.js'

const STATES: Readonly<Record<string, string>> = { draft: '草稿', current: '现行', superseded: '已被新版代替' }

export const loadRules: BookLoader = async ({ db, station }) => {
  const documents = await db.libraryDocument.findMany({
    where: { stationId: station.id, state: { not: 'struck' } },
    orderBy: [{ kind: 'asc' }, { no: 'asc' }],
  })
  return documents.map(({ kind, title, version, issuer, issuedOn, clauses, state }) => ({
    kind,
    title,
    version: listed([`第${version}版`]),
    effectiveOn: issuedOn,
    issuer,
    clauses: String((clauses as unknown[]).length),
    state: STATES[state] ?? state,
  }))
}
