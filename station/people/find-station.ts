export interface NamedStation {
  readonly name: string
}

export type FoundStation<S> = { kind: 'one'; station: S } | { kind: 'none' } | { kind: 'several'; stations: S[] }

/** 秦淮金融, 秦淮金融站, 金融: the full name first, else the only one that contains what was said. */
export function findStation<S extends NamedStation>(said: string, stations: readonly S[]): FoundStation<S> {
  const bare = said.trim().replace(/(?:人大代表联络站|联络站|站)$/, '')
  if (bare === '') return { kind: 'none' }
  const exact = stations.find(({ name }) => name === bare)
  if (exact) return { kind: 'one', station: exact }
  const [first, ...others] = stations.filter(({ name }) => name.includes(bare))
  if (!first) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', station: first } : { kind: 'several', stations: [first, ...others] }
}
