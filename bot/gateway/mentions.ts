/** WeChat on a phone writes this after `@name`; a plain space is what PC and Mac write. */
const SEPARATORS = ['\u2005', ' ']

/**
 * Who is addressed by `@name` in a text typed in a room. Longer names are tried first, so that 张敏 is not found in
 * `@张敏华`.
 */
export function mentionedIds(text: string, members: { id: string; name: string }[]): string[] {
  if (!text.includes('@')) return []
  const found = new Map<number, string>()
  const byLength = [...members].sort((a, b) => b.name.length - a.name.length)
  for (const member of byLength) {
    const needle = `@${member.name}`
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const after = text[at + needle.length]
      if (!found.has(at) && (after === undefined || SEPARATORS.includes(after))) found.set(at, member.id)
    }
  }
  return [...new Set([...found.entries()].sort((a, b) => a[0] - b[0]).map(([, id]) => id))]
}
