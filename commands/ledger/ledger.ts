import { BOOKS } from '../../station/ledger/books.js'
import { type LedgerSpan, monthKeys, yearSpan } from '../../station/ledger/span.js'
import { LEADING } from '../../station/roles.js'
import type { SummaryPeriod } from '../../station/summary/records.js'
import { ZONE } from '../../station/time/civil.js'
import { oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { periodRecords } from '../summary/load.js'
import { book, spanOf } from './arguments.js'
import { copy } from './copy.js'
import { fillBooks } from './fill-book.js'
import { LEDGER_DOCUMENT } from './ledger-document.js'
import { allBooks, oneBook } from './short-answer.js'

/** The stretch of the books as a period of a summary, so that both count the same rows. */
export const periodOf = ({ from, until }: LedgerSpan): SummaryPeriod => ({
  kind: monthKeys({ from, until, label: '' }).length === 1 ? 'month' : 'year',
  from: from.toZonedDateTime({ timeZone: ZONE }),
  until: until.toZonedDateTime({ timeZone: ZONE }),
})

/** 活动台账, 意见台账: a book's name in front. */
const BOOK_NAMES = BOOKS.flatMap(({ names }) => names.filter((name) => name.length === 2).map((name) => `${name}台账`))

export const ledgerCommand = command({
  name: '台账',
  aliases: ['工作台账', '生成台账', '导出台账', '出台账', ...BOOK_NAMES],
  periodFirst: true,
  summary: '生成台账，文件私发给您',
  args: {
    format: optional(oneOf('格式', { csv: 'csv', CSV: 'csv', xlsx: 'xlsx', 表格: 'xlsx' } as const)),
    span: optional(spanOf()),
    book: optional(book()),
  },
  who: LEADING,
  changes: true,
  examples: ['台账 2026年5月', '台账 接待 上半年', '台账 意见 第二季度 csv'],
  async run(context, { format = 'xlsx', span, book: chosen }) {
    const wanted = span ?? yearSpan(context.now.year)
    const records = await periodRecords(context.db, context.station, periodOf(wanted), context.now)
    const privately = context.roomId !== null
    if (chosen) {
      const needed = BOOKS.filter(({ key }) => key === chosen.key)
      const [filled] = await fillBooks({ ...context, span: wanted }, needed)
      await context.say(copy.bookMade(wanted.label, oneBook(chosen, records, filled), privately))
    } else {
      await context.say(copy.made(wanted.label, allBooks(records), privately, await sealOf(context, wanted)))
    }
    await requestDocument(context, {
      kind: LEDGER_DOCUMENT,
      args: {
        book: chosen?.key ?? null,
        format,
        from: wanted.from.toString(),
        until: wanted.until.toString(),
        label: wanted.label,
      },
      to: 'private',
    })
  },
})

/** The code of the seal, where the period is one month and sealed. */
async function sealOf({ db, station }: CommandContext, span: LedgerSpan): Promise<string | null> {
  const [month, another] = monthKeys(span)
  if (!month || another) return null
  const seal = await db.ledgerSeal.findUnique({ where: { stationId_month: { stationId: station.id, month } } })
  return seal?.code ?? null
}
