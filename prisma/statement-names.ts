import { createHash } from 'node:crypto'

/** So many statements the engine keeps parsed; the program has some hundreds, long lists make a few more. */
const MOST_NAMES = 1000
const UNNAMED = ''

/**
 * A statement with a name is parsed once by the one connection and not at every call. Which connection has parsed it, the
 * driver knows; those beyond the most are sent unnamed as before, so that lists of ever new lengths do not fill the memory.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) return UNNAMED
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
    names.set(sql, name)
    return name
  }
}
