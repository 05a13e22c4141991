import type { Prisma } from '../../prisma/generated/client.js'
import { columnsOf, type OwnColumn, readColumns } from '../../station/ledger/own-columns.js'
import { LEADING } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import { words } from '../keyed.js'
import { book } from './arguments.js'
import { copy } from './copy.js'

/** The station's own form of a book: what is not named is hidden, never lost. */
export const columnsCommand = command({
  name: '台账栏目',
  aliases: ['台账 栏目'],
  summary: '看或改台账的栏目和次序',
  args: { book: book(), columns: optional(words('栏目', '编号 时间 主题=活动名称')) },
  who: LEADING,
  changes: true,
  examples: ['台账 栏目 活动', '台账 栏目 活动 编号 时间 主题=活动名称', '台账 栏目 活动 恢复'],
  async run({ change, station, settings, say }, { book: chosen, columns }) {
    const own = settings.ledgerColumns[chosen.key]
    if (!columns) return say(copy.columns(chosen, columnsOf(chosen, own), own !== undefined))
    const others = Object.entries(settings.ledgerColumns).filter(([key]) => key !== chosen.key)
    const keep = (forms: [string, OwnColumn[]][]) =>
      change.update('Station', station.id, {
        settings: {
          ...(station.settings as object),
          ledgerColumns: Object.fromEntries(forms),
        } as unknown as Prisma.JsonObject,
      })
    if (columns.length === 1 && columns[0] === '恢复') {
      await keep(others)
      return say(copy.columnsReset(chosen))
    }
    const read = readColumns(chosen, columns, own)
    if (!read.ok) return say(copy.columnRefused(chosen, read.error))
    await keep([...others, [chosen.key, read.value]])
    await say(copy.columnsSet(chosen, columnsOf(chosen, read.value)))
  },
})
