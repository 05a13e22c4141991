import { readFileSync } from 'node:fs'

/** The texts of the pairs that twins are measured on, both sides. */
export const pairTexts: readonly string[] = readFileSync(
  new URL('../../data/opinions/pairs.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .flatMap((line) => {
    const { a, b } = JSON.parse(line) as { a: string; b: string }
    return [a, b]
  })
