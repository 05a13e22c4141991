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
    while (index + 1 < lines.length && (/^ {2}/.test(lines[index + 1]!) || (lines[index + 1] === '' && /^ {2}/.test(lines[index + 2] ?? ''))))
      rows.push(lines[++index]!.slice(2))
    steps.push({ ...at, kind: 'say', from: list[1]!, text: rows.join('\n'), privately: false, as: 'groupNote' })
  }
  return steps
}

function readStep(source: string, at: { line: number; source: string }): Step {
  let match: RegExpExecArray | null
  if ((match = /^@station\s+(.+)$/.exec(source))) return { ...at, kind: 'station', names: match[1]!.trim().split(/[\s,，、]+/) }
  if ((match = /^@now\s+(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?)\s*$/.exec(source))) return { ...at, kind: 'now', at: match[1]! }
  if ((match = /^@later\s+(\d+)([smhd])\s*$/.exec(source))) return { ...at, kind: 'later', seconds: Number(match[1]) * UNITS[match[2]!]! }
  if ((match = /^@room\s+(.+)$/.exec(source))) return { ...at, kind: 'room', topic: match[1]!.trim() }
  if ((match = /^@from\s+(\S+?)(\s*->\s*助手)?\s+file\s+(.+)$/.exec(source)))
    return { ...at, kind: 'file', from: match[1]!, path: match[3]!.trim(), privately: match[2] !== undefined }
  if ((match = /^@quote\s+(\S+)\s+"([^"]*)"\s+(.+)$/.exec(source)))
    return { ...at, kind: 'quote', from: match[1]!, quoted: match[2]!, text: match[3]! }
  if ((match = /^@fault\s+(\S+)\s*(.*)$/.exec(source))) return { ...at, kind: 'fault', name: match[1]!, argument: match[2]!.trim() }
  if ((match = /^@(together|end)\s*$/.exec(source))) return { ...at, kind: 'together', on: match[1] === 'together' }
  if (/^<!\s*$/.test(source)) return { ...at, kind: 'silence', to: null }
  if ((match = /^<\s+(.+)$/.exec(source))) return { ...at, kind: 'expect', glob: unescape(match[1]!), to: null }
  if ((match = /^([^\s:<>@-]+)\s*<-!\s*$/.exec(source))) return { ...at, kind: 'silence', to: match[1]! }
  if ((match = /^([^\s:<>@-]+)\s*<-\s*(.+)$/.exec(source))) return { ...at, kind: 'expect', glob: unescape(match[2]!), to: match[1]! }
  if ((match = /^([^\s:<>@-]+)\s*->\s*助手\s*:\s?(.*)$/.exec(source)))
    return { ...at, kind: 'say', from: match[1]!, text: unescape(match[2]!), privately: true }
  if ((match = /^([^\s:<>@][^:]*?)\s*:\s?(.*)$/.exec(source)))
    return { ...at, kind: 'say', from: match[1]!, text: unescape(match[2]!), privately: false }
  throw new SyntaxError(`line ${at.line} is no line of a transcript: ${source}`)
}

/** `\n` in a spoken line or a glob is a line break; `\x{3000字}` would be hard to write, so `{×N text}` repeats. */
function unescape(text: string): string {
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
