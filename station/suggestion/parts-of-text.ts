const HEADED: readonly (readonly ['situation' | 'analysis' | 'proposal', RegExp])[] = [
  ['situation', /^\s*(?:案由|情况|基本情况|现状)\s*[：:]\s*/],
  ['analysis', /^\s*(?:案据|分析|原因|依据)\s*[：:]\s*/],
  ['proposal', /^\s*(?:具体建议|具体意见|建议|方案|措施)\s*[：:]\s*/],
]

/** A draft's text by its three parts; a line without a heading belongs to the part before it, the first to the situation. */
export function partsOfText(text: string): Record<'situation' | 'analysis' | 'proposal', string> {
  const parts = { situation: [] as string[], analysis: [] as string[], proposal: [] as string[] }
  let current: keyof typeof parts = 'situation'
  for (const line of text.split('\n')) {
    const headed = HEADED.find(([, heading]) => heading.test(line))
    if (headed) current = headed[0]
    const words = headed ? line.replace(headed[1], '') : line
    if (words.trim() !== '') parts[current].push(words.trim())
  }
  return {
    situation: parts.situation.join('\n'),
    analysis: parts.analysis.join('\n'),
    proposal: parts.proposal.join('\n'),
  }
}
