export type PlatformKind = '家' | '室' | '联系点' | '观察点'

/** How a neighbour's name ends says what it is. */
const ENDINGS: readonly (readonly [RegExp, PlatformKind])[] = [
  [/(?:之家|家站|家)$/, '家'],
  [/(?:工作室|室)$/, '室'],
  [/联系点$/, '联系点'],
  [/观察点$/, '观察点'],
]

export const platformKind = (name: string): PlatformKind | null =>
  ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? null

/** 代表之家 and 家 both mean a neighbour of that kind, whichever it is called. */
const WORDS: Readonly<Record<string, PlatformKind>> = {
  家: '家',
  代表之家: '家',
  室: '室',
  工作室: '室',
  联系点: '联系点',
  立法联系点: '联系点',
  观察点: '观察点',
}

/** The neighbours a word means: the one of that name, else every one of that kind, else those whose name holds it. */
export function platformsMeant<P extends { name: string; kind: string }>(word: string, platforms: readonly P[]): P[] {
  const named = platforms.filter(({ name }) => name === word)
  if (named.length > 0) return named
  const kind = WORDS[word]
  return platforms.filter((platform) => (kind ? platform.kind === kind : platform.name.includes(word)))
}
