/** Levels of congress, highest first. */
export const LEVELS = ['全国', '省', '市', '区'] as const

export type Level = (typeof LEVELS)[number]

/** How rosters and people write a level; a county counts as 区, an autonomous region or a municipality as 省. */
const WRITTEN: readonly (readonly [RegExp, Level])[] = [
  [/^(?:全国|国家)(?:级)?$/, '全国'],
  [/^(?:省|自治区|直辖市)(?:级)?$/, '省'],
  [/^(?:市|设区市|地级市|州)(?:级)?$/, '市'],
  [/^(?:区|县|区县|县级市|旗)(?:级)?$/, '区'],
]

/** 省, 省级, 省代表, 省人大代表, 省级人大代表 → 省. Undefined for anything else. */
export function readLevel(text: string): Level | undefined {
  const bare = text.replace(/\s+/g, '').replace(/(?:人大)?代表$|人大$/, '')
  return WRITTEN.find(([form]) => form.test(bare))?.[1]
}

/** 省市区, 全国、省、市、区, 四级 → the levels, highest first. Undefined when a part is no level. */
export function readLevels(text: string): Level[] | undefined {
  const bare = text.replace(/[\s、,，]+/g, '')
  if (bare === '四级') return [...LEVELS]
  if (bare === '三级') return ['省', '市', '区']
  if (!/^(?:全国|省|市|区)+$/.test(bare)) return undefined
  return LEVELS.filter((level) => bare.includes(level))
}

export interface LevelCount {
  readonly level: Level
  readonly persons: number
}

/** How many of each level the station knows, highest first; levels with nobody are kept, others are not counted. */
export const countByLevel = (levels: readonly string[], people: readonly { level: string | null }[]): LevelCount[] =>
  LEVELS.filter((level) => levels.includes(level) || people.some((person) => person.level === level)).map((level) => ({
    level,
    persons: people.filter((person) => person.level === level).length,
  }))
