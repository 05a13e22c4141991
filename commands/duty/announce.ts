import { announceRoster } from '../../station/duty/announce.js'
import { inOrder } from '../../station/duty/book.js'
import { optional, when } from '../arguments.js'
import { command } from '../command.js'
import { lockDuty, saveDuty } from './book.js'
import { copy } from './copy.js'
import { lines, monthOf } from './lines.js'
import { PLANNERS } from './plan.js'

export const announceCommand = command({
  name: '公告',
  aliases: ['接待公告'],
  summary: '发布一个月的接待公告',
  args: { month: optional(when('月份')) },
  who: PLANNERS,
  changes: true,
  examples: ['公告', '公告 12月'],
  async run(context, { month: scan }) {
    const { db, station, now, say, speaker } = context
    const book = await lockDuty(db, station)
    const month =
      scan?.kind === 'range'
        ? monthOf(scan.from.toPlainDate())
        : (
            inOrder(book).find(({ stage }) => stage === 'confirmed') ??
            inOrder(book).findLast(({ notice }) => notice !== null)
          )?.shift.rosterMonth
    if (!month) return say(copy.noDraft)
    const decided = announceRoster(book, month, now)
    if (!decided.ok)
      return say(decided.error.code === 'notConfirmed' ? copy.notConfirmedYet(month) : copy.nothingToAnnounce(month))
    const after = await saveDuty(context, book, decided.value, speaker.personId)
    const told = new Set(decided.value.facts.flatMap((fact) => (fact.type === 'announced' ? [fact.line.shiftNo] : [])))
    const states = inOrder(after).filter(({ shift }) => told.has(shift.no))
    const late = decided.value.notes.some(({ code }) => code === 'shortNotice')
    await say(copy.notice(station.name, month, await lines(db, states), late))
  },
})
