import { LEADING } from '../../station/roles.js'
import { formatReference, type Reference, scanReferences } from '../../station/text/reference.js'
import { dateOf } from '../../station/time/civil.js'
import { type Argument, text } from '../arguments.js'
import { command } from '../command.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'
import { recordExists } from './record-exists.js'

/** The first record number of the line, of whatever letter. */
export function anyReference(label: string, example: string): Argument<Reference> {
  return {
    label,
    example,
    take(line) {
      const [first] = scanReferences(line.rest)
      if (!first) return { missing: true }
      line.claim(...first.span)
      return { value: first }
    },
  }
}

/** A later correction is a new entry: the record stays as it was and both are shown. */
export const correctCommand = command({
  name: '台账更正',
  summary: '给台账记一条更正，原记录不动',
  args: { about: anyReference('编号', 'H12'), words: text('应为', '受众人次应为96，漏记外场10人') },
  who: LEADING,
  changes: true,
  examples: ['台账更正 H12 受众人次应为96，漏记外场10人'],
  async run(context, { about, words }) {
    const { db, change, station, speaker, now, say } = context
    const ref = formatReference({ letter: about.letter, no: about.no })
    if (!(await recordExists(db, station.id, about.letter, about.no))) return say(copy.noRecord(ref))
    const no = await change.nextNumber(station.id, '更正')
    await change.create('LedgerCorrection', {
      stationId: station.id,
      no,
      ref,
      text: await masked(context, words),
      byName: speaker.name,
      correctedAt: dateOf(now),
    })
    await say(copy.corrected(no, ref))
  },
})
