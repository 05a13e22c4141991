import type { Range } from './resident-names.js'

/**
 * Where any of the given names stands, the longest first. Names of one character are ignored: they would
 * match everywhere. One step per character of the text, however many names.
 */
export const listedNames = (text: string, names: readonly string[]): Range[] => {
  const byFirst = new Map<string, string[]>()
  for (const name of names) {
    const first = name[0]
    if (first === undefined || name.length < 2) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.length - a.length)
  const ranges: Range[] = []
  for (let at = 0; at < text.length; ) {
    const name = byFirst.get(text[at] ?? '')?.find((candidate) => text.startsWith(candidate, at))
    if (name) ranges.push([at, at + name.length])
    at += name?.length ?? 1
  }
  return ranges
}
