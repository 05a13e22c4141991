/** One line of a transcript, understood. `line` counts from 1. */
export type Step = { line: number; source: string } & (
  | { kind: 'station'; names: string[] }
  | { kind: 'now'; at: string }
  | { kind: 'later'; seconds: number }
  | { kind: 'room'; topic: string }
  | { kind: 'say'; from: string; text: string; privately: boolean; as?: 'groupNote' }
  | { kind: 'quote'; from: string; quoted: string; text: string }
  | { kind: 'file'; from: string; path: string; privately: boolean }
  | { kind: 'expect'; glob: string; to: string | null }
  | { kind: 'silence'; to: string | null }
  | { kind: 'fault'; name: string; argument: string }
  | { kind: 'together'; on: boolean }
)

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** Throws SyntaxError naming the line that cannot be read. */
export function parseTranscript(text: string): Step[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const steps: Step[] = []
  for (let index = 0; index < lines.length; index++) {
    const source = lines[index]!
    if (source.trim() === '' || /^#(\s|$)/.test(source)) continue
    const at = { line: index + 1, source }
    const list = /^@jielong\s+(\S+)\s*$/.exec(source)
    if (!list) {
      steps.push(readStep(source, at))
      continue
    }
    const rows: string[] = []
    while (
      index + 1 < lines.length &&
      (/^ {2}/.test(lines[index + 1]!) || (lines[index + 1] === '' && /^ {2}/.test(lines[index + 2] ?? '')))
    )
      rows.push(lines[++index]!.slice(2))
    steps.push({ ...at, kind: 'say', from: list[1]!, text: rows.join('\n'), privately: false, as: 'groupNote' })
  }
  return steps
}

type Reading = (match: readonly string[]) => object

/** Every form of a line that is no comment and no 接龙, tried in this order. */
const FORMS: readonly [RegExp, Reading][] = [
  [/^@station\s+(.+)$/, ([, names]) => ({ kind: 'station', names: names!.trim().split(/[\s,，、]+/) })],
  [/^@now\s+(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?)\s*$/, ([, at]) => ({ kind: 'now', at })],
  [/^@later\s+(\d+)([smhd])\s*$/, ([, n, unit]) => ({ kind: 'later', seconds: Number(n) * UNITS[unit!]! })],
  [/^@room\s+(.+)$/, ([, topic]) => ({ kind: 'room', topic: topic!.trim() })],
  [
    /^@from\s+(\S+?)(\s*->\s*助手)?\s+file\s+(.+)$/,
    ([, from, privately, path]) => ({ kind: 'file', from, path: path!.trim(), privately: privately !== undefined }),
  ],
  [
    /^@quote\s+(\S+)\s+"([^"]*)"\s+(.+)$/,
    ([, from, quoted, text]) => ({ kind: 'quote', from, quoted: spelledOut(quoted!), text: spelledOut(text!) }),
  ],
  [/^@fault\s+(\S+)\s*(.*)$/, ([, name, argument]) => ({ kind: 'fault', name, argument: argument!.trim() })],
  [/^@(together|end)\s*$/, ([, word]) => ({ kind: 'together', on: word === 'together' })],
  [/^<!\s*$/, () => ({ kind: 'silence', to: null })],
  [/^<\s+(.+)$/, ([, glob]) => ({ kind: 'expect', glob: spelledOut(glob!), to: null })],
  [/^([^\s:<>@-]+)\s*<-!\s*$/, ([, to]) => ({ kind: 'silence', to })],
  [/^([^\s:<>@-]+)\s*<-\s*(.+)$/, ([, to, glob]) => ({ kind: 'expect', glob: spelledOut(glob!), to })],
  [
    /^([^\s:<>@-]+)\s*->\s*助手\s*:\s?(.*)$/,
    ([, from, text]) => ({ kind: 'say', from, text: spelledOut(text!), privately: true }),
  ],
  [
    /^([^\s:<>@][^:]*?)\s*:\s?(.*)$/,
    ([, from, text]) => ({ kind: 'say', from, text: spelledOut(text!), privately: false }),
  ],
]

function readStep(source: string, at: { line: number; source: string }): Step {
  for (const [form, reading] of FORMS) {
    const match = form.exec(source)
    if (match) return { ...at, ...reading(match) } as Step
  }
  throw new SyntaxError(`line ${at.line} is no line of a transcript: ${source}`)
}

/** `\n` in a spoken line or a glob is a line break; `{×N text}` repeats. */
function spelledOut(text: string): string {
  return text
    .replace(/\{×(\d{1,5}) ([^}]*)\}/g, (_, times: string, part: string) => part.repeat(Number(times)))
    .replace(/\\u\{([0-9a-fA-F]{1,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('\\n', '\n')
}

/** Glob where * is anything, also nothing and also newlines. Linear: parts are found one after another. */
export function globMatches(glob: string, text: string): boolean {
  const parts = glob.trim().split(/\*+/)
  const said = text.trim()
  const [first, ...rest] = parts as [string, ...string[]]
  if (!said.startsWith(first)) return false
  if (rest.length === 0) return said === first
  const last = rest.pop()!
  let at = first.length
  for (const part of rest) {
    const found = said.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return said.length - last.length >= at && said.endsWith(last)
}
