import type pg from 'pg'

interface Column {
  name: string
  /** As the store spells it, ready for a cast: integer, timestamp(3) with time zone, text[]… */
  type: string
}

export interface Table {
  name: string
  /** Without generated ones, in the order of their making. */
  columns: Column[]
  /** Sorts rows the same way in every store: the primary key, text by code point. SQL. */
  order: string
}

export interface ForeignKey {
  constraint: string
  child: string
  parent: string
}

type Queryable = pg.ClientBase | pg.Pool

/** Every table of the program, by name. Nothing here knows the schema: a new model needs no change. */
export async function readTables(store: Queryable): Promise<Table[]> {
  const { rows } = await store.query<Table>(
    `select c.relname as name,
            (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                             order by a.attnum)
             from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            (select string_agg(format('%I', a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end,
                               ', ' order by k.position)
             from pg_index i
             cross join unnest(i.indkey::int2[]) with ordinality k (attnum, position)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
             where i.indrelid = c.oid and i.indisprimary) as order
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
     order by c.relname collate "C"`,
  )
  const keyless = rows.find(({ order }) => order === null)
  if (keyless) throw new Error(`table ${keyless.name} has no primary key: its rows cannot be told apart`)
  return rows
}

export async function readForeignKeys(store: Queryable): Promise<ForeignKey[]> {
  const { rows } = await store.query<ForeignKey>(
    `select f.conname as constraint, child.relname as child, parent.relname as parent
     from pg_constraint f
     join pg_class child on child.oid = f.conrelid
     join pg_class parent on parent.oid = f.confrelid
     where f.contype = 'f' and child.relnamespace = 'public'::regnamespace
     order by f.conname collate "C", child.relname collate "C"`,
  )
  return rows
}

/** Numbers already given out, as decimal text, by sequence; one that never gave a number is not listed. */
export async function readSequences(store: Queryable): Promise<Record<string, string>> {
  const { rows } = await store.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename collate "C"`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]))
}

/** Parents before children. Tables on a circle of references follow by name: their keys are `lateKeys`. */
export function parentsFirst(tables: string[], keys: ForeignKey[]): string[] {
  const placed = new Set<string>()
  const waiting = [...tables]
  while (waiting.length > 0) {
    const ready = waiting.findIndex((table) =>
      keys.every(({ child, parent }) => child !== table || parent === table || placed.has(parent)),
    )
    placed.add(waiting.splice(Math.max(ready, 0), 1)[0]!)
  }
  return [...placed]
}

/** Keys that point to a later row: within their own table, or to a table that comes after. */
export const lateKeys = (order: string[], keys: ForeignKey[]): ForeignKey[] =>
  keys.filter(({ child, parent }) => order.indexOf(parent) >= order.indexOf(child))

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
