/** Part of `npm run lint`: which room may import which. Exit status 1 names every import that goes the wrong way. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** `types` may be imported as types only. Schedules share the sentences and the loading of the commands beside them. */
const ARROWS: Readonly<Record<string, { may: readonly string[]; types?: readonly string[] }>> = {
  station: { may: ['station'] },
  prisma: { may: ['prisma'], types: ['station'] },
  commands: { may: ['commands', 'station', 'prisma'] },
  schedules: { may: ['schedules', 'commands', 'station', 'prisma'] },
  bot: { may: ['bot', 'commands', 'schedules', 'station', 'prisma'] },
}
const IMPORT =
  /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g
/** The rules hold no clock and no chance, so that the same input always gives the same decision. */
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|from 'node:|\bprocess\./

const wrong: string[] = []
for (const [room, { may, types = [] }] of Object.entries(ARROWS))
  for (const file of sourcesIn(room)) {
    const source = readFileSync(file, 'utf8')
    if (room === 'station' && IMPURE.test(source)) wrong.push(`${file} reaches outside: station/ holds pure rules only`)
    for (const [, typeOnly, from, lazily] of source.matchAll(IMPORT)) {
      const target = path.normalize(path.join(path.dirname(file), from ?? lazily!)).split(path.sep)[0]!
      if (may.includes(target) || (typeOnly && types.includes(target))) continue
      wrong.push(`${file} imports ${from ?? lazily}: ${room}/ may not import ${target}/`)
    }
  }

function sourcesIn(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
    .map((name) => path.join(room, name))
}

for (const line of wrong) console.error(line)
console.log(wrong.length === 0 ? 'import arrows: ok' : `import arrows: ${wrong.length} wrong`)
process.exitCode = wrong.length === 0 ? 0 : 1
