/** The six that every station must have; a district may set its own N beside them. */
export const SIX_HAVES = ['办公场所和设施', '标志牌', '组织架构', '服务内容公示栏', '工作制度', '履职成果展示'] as const

export const SIX = '六有'

const COUNTS = '二三四五六七八九十'

/** 八有 asks for eight lines; null: it does not say how many. */
export const linesOf = (standard: string): number | null => {
  const at = COUNTS.indexOf(standard[0] ?? ' ')
  return at < 0 || !standard.endsWith('有') ? null : at + 2
}

/** Other words for the six, as people say them. */
const ALSO: Readonly<Record<string, string>> = {
  办公场所: '办公场所和设施',
  场所: '办公场所和设施',
  设施: '办公场所和设施',
  标识牌: '标志牌',
  标牌: '标志牌',
  牌子: '标志牌',
  架构: '组织架构',
  公示栏: '服务内容公示栏',
  制度: '工作制度',
  成果展示: '履职成果展示',
  成果: '履职成果展示',
}

export interface StandardLine {
  name: string
  met: boolean
}

/** The line a word means: by its name, its everyday name, or as the only one that holds it. */
export const lineNamed = <T extends { name: string }>(lines: readonly T[], word: string): T | null => {
  const exact = lines.find(({ name }) => name === word) ?? lines.find(({ name }) => name === ALSO[word])
  if (exact !== undefined) return exact
  const holding = lines.filter(({ name }) => name.includes(word) || word.includes(name))
  return holding.length === 1 ? holding[0]! : null
}

export const standingOf = (lines: readonly StandardLine[]): { met: number; total: number; lacking: string[] } => ({
  met: lines.filter(({ met }) => met).length,
  total: lines.length,
  lacking: lines.filter(({ met }) => !met).map(({ name }) => name),
})

/** Words that can mean nothing but a line of the six. */
export const isSixWord = (word: string): boolean => word in ALSO || (SIX_HAVES as readonly string[]).includes(word)
