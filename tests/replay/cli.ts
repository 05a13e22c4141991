/** npm run replay -- [--json] FILE…   Plays transcripts; exit status 1 and a readable difference when one fails. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ReplayResult } from './run.js'
import { Theatre } from './theatre.js'

const args = process.argv.slice(2)
const json = args.includes('--json')
const named = args.filter((arg) => !arg.startsWith('--'))
const files = (named.length > 0 ? named : ['tests/transcripts']).flatMap(transcripts)

function transcripts(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => path.join(place, name))
}

function print(file: string, { events, failures }: ReplayResult): void {
  if (json) {
    for (const event of events) console.log(JSON.stringify({ file, ...event }))
    return
  }
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${file}`)
  if (failures.length === 0 && named.length === 0) return
  for (const { at, kind, who, where, text } of events) {
    const mark = { said: '→', heard: '←', failed: '✗' }[kind]
    console.log(
      `  ${at.slice(5, 16).replace('T', ' ')} ${mark} ${who}${where ? `（${where}）` : ''}: ${text.replaceAll('\n', '\n      ')}`,
    )
  }
  for (const { line, expected, found } of failures)
    console.log(`  ✗ line ${line}\n    expected: ${expected}\n    found:    ${found}`)
}

const theatre = await Theatre.open()
let failed = 0
for (const file of files) {
  try {
    const result = await theatre.play(file)
    print(file, result)
    if (result.failures.length > 0) failed++
  } catch (error) {
    failed++
    console.log(`FAIL ${file}\n  ${error instanceof SyntaxError ? error.message : String((error as Error).stack)}`)
  }
}
await theatre.close()
console.log(`${files.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
