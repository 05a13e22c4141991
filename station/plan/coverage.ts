import type { ActivityRecord } from './activity-record.js'

export interface Coverage {
  /** In the station's own order; an activity may serve several. */
  readonly missions: readonly { readonly name: string; readonly count: number }[]
  /** Missions nothing was done for. */
  readonly uncovered: readonly string[]
  readonly untagged: number
  /** Tags that are not on the station's list: renamed since, or mistyped. */
  readonly unknown: readonly string[]
}

/** 四个基地（四个平台、四个定位）覆盖: 履职5、研究2、投教6、文化传承0. */
export const missionCoverage = (held: readonly ActivityRecord[], missions: readonly string[]): Coverage => {
  const counted = missions.map((name) => ({
    name,
    count: held.filter((record) => record.missions.includes(name)).length,
  }))
  const tags = new Set(held.flatMap((record) => record.missions))
  return {
    missions: counted,
    uncovered: counted.filter(({ count }) => count === 0).map(({ name }) => name),
    untagged: held.filter((record) => record.missions.length === 0).length,
    unknown: [...tags].filter((tag) => !missions.includes(tag)).sort(),
  }
}
