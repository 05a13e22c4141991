import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** 人大代表 hand in 议案 and 建议 and belong to a 代表团: the bot says so too, except where it explains the difference. */
const FOREIGN = /提案|委员(?!会)|界别/g
const EXPLAINS = new Set([path.join('guards', 'copy.ts')])

const files = readdirSync('commands', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('copy.ts'))

it('no sentence of the bot speaks of 提案, 委员 or 界别', () => {
  const found = files
    .filter((name) => !EXPLAINS.has(name))
    .flatMap((name) =>
      (readFileSync(path.join('commands', name), 'utf8').match(FOREIGN) ?? []).map((word) => `${name}: ${word}`),
    )
  expect(files.length).toBeGreaterThan(20)
  expect(found).toEqual([])
})
