import { announceRoster } from '../../station/duty/announce.js'
import { type DutyBook, inOrder } from '../../station/duty/book.js'
import { optional, when } from '../arguments.js'
import { command } from '../command.js'
import { requestDocument } from '../documents/request.js'
import { lockDuty, saveDuty } from './book.js'
import { copy } from './copy.js'
import { lines, monthOf } from './lines.js'
import { PLANNERS } from './plan.js'

/** The paper on the notice board holds the whole month, whatever of it is new. */
const inMonth = (book: DutyBook, month: string): number[] =>
  inOrder(book)
    .filter(({ shift, stage, notice }) => shift.rosterMonth === month && stage !== 'dropped' && notice !== null)
    .map(({ shift }) => shift.no)

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
    const text = copy.notice(station.name, month, await lines(db, states), late)
    await say(text)
    if (context.roomId === null) await context.announce(text, { urgent: true })
    const args = { from: month, until: month, nos: inMonth(after, month) }
    await requestDocument(context, { kind: 'reception-notice', args, to: 'here' })
  },
})
