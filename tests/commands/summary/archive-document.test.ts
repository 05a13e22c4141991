import { expect, it } from 'vitest'
import { press } from '../../../bot/press/press.js'
import { textOfFile } from '../../../commands/library/office-text.js'
import { summaryArchive } from '../../../commands/summary/archive-document.js'
import { versionsOf } from '../../../commands/summary/versions.js'
import { FIGURES } from '../../../station/summary/figures.js'
import { dateOf } from '../../../station/time/civil.js'
import { generatedWeek } from '../../station/summary/generated-weeks.js'

/** The document of a week, made as the job makes it and read back from its file. */
async function readBack(seed: number) {
  const { records } = generatedWeek(seed)
  const versions = versionsOf(records)
  const { kind, from, until } = records.period
  const row = {
    id: 1,
    kind,
    about: null,
    station: { name: '秦淮医疗' },
    fromAt: dateOf(from),
    untilAt: dateOf(until),
    text: versions.group,
    archive: versions.archive,
    createdAt: new Date('2026-11-22T23:00:00Z'),
  }
  const db = { summary: { findUniqueOrThrow: () => Promise.resolve(row) } }
  const made = await summaryArchive.make({
    db,
    services: { press },
    station: { name: '秦淮医疗' },
    args: { id: 1 },
  } as never)
  return { records, versions, words: textOfFile('归档.docx', made.file!.bytes)!.split('\n') }
}

it('the docx, the group text and the figures agree to the last figure, over 40 generated weeks', async () => {
  let compared = 0
  for (let seed = 0; seed < 40; seed++) {
    const { records, versions, words } = await readBack(seed)
    for (const line of versions.group.split('\n')) expect(words, `week ${seed}`).toContain(line)
    for (const { key, value } of versions.summary.figures.rows) {
      const at = words.indexOf(FIGURES[key].label)
      expect(words.slice(at, at + 3), `week ${seed}`).toEqual([FIGURES[key].label, String(value), FIGURES[key].unit])
      compared++
    }
    for (const { no } of records.activities) expect(words).toContain(`H${no}`)
    // Written at seven in the morning in China.
    expect(words).toContain('2026年11月23日')
    for (const { no } of records.opinions) expect(words).toContain(`Y${no}`)
  }
  expect(compared).toBeGreaterThan(300)
})
