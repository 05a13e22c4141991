import type { Opinion } from '../../prisma/generated/client.js'

const OTHER = '其他'

/** 课后服务4、其他1: the theme first, then what fell outside it. */
export function topicsOf(opinions: readonly Opinion[], theme: string | undefined): string[] {
  const counts = new Map<string, number>()
  for (const { text: words, category } of opinions) {
    const topic = theme ? (sharesWord(words, theme) ? theme : OTHER) : (category ?? OTHER)
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([topic, persons]) => `${topic}${persons}`)
}

export const sharesWord = (words: string, theme: string): boolean => {
  for (let at = 0; at + 2 <= theme.length; at++) if (words.includes(theme.slice(at, at + 2))) return true
  return false
}
