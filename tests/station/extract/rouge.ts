/** ROUGE by character, letters and digits only. F1 of the unigram overlap and of the longest common subsequence. */

const characters = (text: string): string[] => [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')]

const f1 = (overlap: number, a: number, b: number): number => (a + b === 0 ? 0 : (2 * overlap) / (a + b))

export const rouge1 = (candidate: string, reference: string): number => {
  const a = characters(candidate)
  const b = characters(reference)
  const left = new Map<string, number>()
  for (const c of b) left.set(c, (left.get(c) ?? 0) + 1)
  let overlap = 0
  for (const c of a) {
    const times = left.get(c) ?? 0
    if (times === 0) continue
    overlap++
    left.set(c, times - 1)
  }
  return f1(overlap, a.length, b.length)
}

export const rougeL = (candidate: string, reference: string): number => {
  const a = characters(candidate)
  const b = characters(reference)
  let row = new Array<number>(b.length + 1).fill(0)
  for (const c of a) {
    const next = [0]
    for (let j = 1; j <= b.length; j++) {
      next.push(c === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!))
    }
    row = next
  }
  return f1(row[b.length]!, a.length, b.length)
}

export const firstCharacters = (text: string, count: number): string => [...text].slice(0, count).join('')
