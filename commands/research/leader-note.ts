import type { Suggestion } from '../../prisma/generated/client.js'
import { historyDay } from '../../station/ledger/history-rows.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { formatReference } from '../../station/text/reference.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import { copy as ledgerCopy } from '../ledger/copy.js'
import { anyReference } from '../ledger/correct.js'
import { recordExists } from '../ledger/record-exists.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'

/** 2022-02-16, 2022年2月16日, 2022年2月: a day, or only the month. */
const DAY = /20\d{2}(?:-\d{1,2}(?:-\d{1,2})?|年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|[./]\d{1,2}(?:[./]\d{1,2})?)/

/** 批示 with who, when and what; without words the notes kept so far. */
export const leaderNoteCommand = command({
  name: '批示',
  aliases: ['领导批示'],
  summary: '记或看建议、成果上的领导批示',
  args: {
    about: anyReference('编号', 'J5'),
    words: optional(text('批示', '省人大常委会 某副主任 2022-02-16 充分肯定')),
  },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['J5 批示', 'J5 批示 省人大常委会 某副主任 2022-02-16 充分肯定'],
  async run(context, { about, words }) {
    const { db, change, station, speaker, now, say } = context
    const { letter, no } = about
    const ref = formatReference({ letter, no })
    if (letter !== 'J' && letter !== 'X') return say(copy.onlySuggestionOrPiece)
    if (!(await recordExists(db, station.id, letter, no))) return say(ledgerCopy.noRecord(ref))
    if (!words) {
      const notes = await db.leaderNote.findMany({
        where: { stationId: station.id, letter, no, state: 'given' },
        orderBy: [{ on: 'asc' }, { id: 'asc' }],
      })
      return say(notes.length === 0 ? copy.noNote(ref) : copy.notes(ref, notes))
    }
    if (!LEADING.some((role) => speaker.roles.has(role))) return say(copy.noteUsage(ref))
    const day = DAY.exec(words)
    const [organ, person] = words
      .slice(0, day?.index ?? 0)
      .trim()
      .split(/\s+/)
    const said = day ? words.slice(day.index + day[0].length).trim() : ''
    if (!day || !organ || !person || said === '') return say(copy.noteUsage(ref))
    await change.create('LeaderNote', {
      stationId: station.id,
      letter,
      no,
      organ,
      person,
      on: historyDay(day[0])!,
      text: await masked(context, said),
      recordedAt: dateOf(now),
    })
    const suggestion: Suggestion | null =
      letter === 'J' ? await db.suggestion.findUnique({ where: { stationId_no: { stationId: station.id, no } } }) : null
    if (suggestion && !suggestion.flags.includes('leaderNote'))
      await change.update('Suggestion', suggestion.id, { flags: [...suggestion.flags, 'leaderNote'] })
    await say(copy.noteKept(ref, suggestion !== null))
  },
})
