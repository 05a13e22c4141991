/** Congresses from the station's own upwards. */
const ORDER = ['区', '市', '省', '全国'] as const

export type OrganLevel = (typeof ORDER)[number]

/** The level in an organ's name: 市 in 市人大常委会; 县 stands beside 区. */
export const organLevel = (organ: string): OrganLevel => ORDER.find((level) => organ.startsWith(level)) ?? '区'

/** Matters go up: whoever was told before is below. */
export const isAbove = (one: OrganLevel, other: OrganLevel): boolean => ORDER.indexOf(one) > ORDER.indexOf(other)
