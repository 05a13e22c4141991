import { DISTRICT_UNITS, localUnits, resolveUnit, type UnitMatch } from '../../station/opinion/units.js'
import { LEADING } from '../../station/roles.js'
import { optional, word } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { copy } from './copy.js'

export interface FoundUnit {
  name: string
  contact: string | null
}

/** The station's own entries come before the usual departments of a district. */
export async function findUnit(
  { db, station, settings }: Pick<StationContext, 'db' | 'station' | 'settings'>,
  typed: string,
): Promise<{ found: FoundUnit } | { match: Exclude<UnitMatch, { kind: 'one' }> }> {
  const own = await db.handlingUnit.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
  const taken = new Set(own.flatMap(({ name, aliases }) => [name, ...aliases]))
  const usual = [...DISTRICT_UNITS, ...localUnits(settings.places)]
  const others = usual.filter(({ name, aliases }) => ![name, ...aliases].some((one) => taken.has(one)))
  const match = resolveUnit(typed, [...own, ...others])
  if (match.kind !== 'one') return { match }
  const { name } = match.unit
  return { found: { name, contact: own.find((unit) => unit.name === name)?.contact ?? null } }
}

/** The longest beginning of a text that names a unit, and what follows it: "卫健委 已协调…". */
export async function leadingUnit(
  context: Pick<StationContext, 'db' | 'station' | 'settings'>,
  text: string,
): Promise<{ found: FoundUnit; rest: string } | undefined> {
  const [first = '', ...others] = text.trim().split(/[\s,，:：]+/)
  const answer = await findUnit(context, first)
  return 'found' in answer && others.length > 0
    ? {
        found: answer.found,
        rest: text
          .trim()
          .slice(first.length)
          .replace(/^[\s,，:：]+/, ''),
      }
    : undefined
}

export const unitCommand = command({
  name: '单位',
  aliases: ['承办单位', '加单位'],
  summary: '登记承办单位、别名和联系人',
  args: {
    name: word('单位', '双塘街道工委'),
    alias: optional(word('别名', '双塘街道')),
    contact: optional(word('联系人', '刘主任')),
  },
  who: LEADING,
  changes: true,
  examples: ['单位 双塘街道工委 双塘街道 刘主任'],
  async run({ change, db, station, say }, { name, alias, contact }) {
    const known = await db.handlingUnit.findUnique({ where: { stationId_name: { stationId: station.id, name } } })
    const aliases = [...new Set([...(known?.aliases ?? []), ...(alias ? [alias] : [])])]
    const columns = { aliases, contact: contact ?? known?.contact ?? null }
    await (known
      ? change.update('HandlingUnit', known.id, columns)
      : change.create('HandlingUnit', { stationId: station.id, name, ...columns }))
    await say(copy.unitKept(name, columns))
  },
})
