export type JsonAnswer = { ok: true; value: unknown } | { ok: false; problem: string }

const THOUGHTS = /^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/u
const FENCED = /^\s*```[A-Za-z]*[ \t]*\n?([\s\S]*?)\n?```\s*$/u

/** The text between the first opening brace and its closing one, strings respected; null: it never closes. */
const firstObject = (text: string): string | null => {
  const start = text.indexOf('{')
  if (start < 0) return null
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return text.slice(start, at + 1)
  }
  return null
}

/** JSON as models really send it: behind their thoughts, in a code fence, after a polite sentence. */
export const readJsonAnswer = (text: string): JsonAnswer => {
  const bare = text.replace(THOUGHTS, '')
  const candidates = [FENCED.exec(bare)?.[1], bare, firstObject(bare)]
  let problem = 'the answer holds no JSON object'
  for (const candidate of candidates) {
    if (candidate == null || candidate.trim() === '') continue
    try {
      return { ok: true, value: JSON.parse(candidate) }
    } catch (error) {
      problem = `the answer is not JSON: ${(error as Error).message.slice(0, 120)}`
    }
  }
  return { ok: false, problem }
}
