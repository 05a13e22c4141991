import { MEMBERS } from '../../station/roles.js'
import type { Moment } from '../../station/time/civil.js'
import { oneOf, optional, when } from '../arguments.js'
import { command } from '../command.js'
import { requestDocument } from '../documents/request.js'
import { copy as turnCopy } from '../rotation/copy.js'
import { headName, turnsShown } from '../rotation/show-turns.js'
import { copy } from './copy.js'
import { shiftsBetween } from './load.js'
import { copy as rota } from './rota-copy.js'
import type { RotaArgs } from './rota-documents.js'

const MONTHS = 3
const KINDS = {
  图片: 'rota-picture',
  图: 'rota-picture',
  导出: 'rota-workbook',
  表格: 'rota-workbook',
  xlsx: 'rota-workbook',
  excel: 'rota-workbook',
} as const
type Kind = (typeof KINDS)[keyof typeof KINDS]

/** The running month and the two after it, or the months that were named. */
function monthsOf(now: Moment, named: { from: Moment; to: Moment | null } | undefined): RotaArgs {
  const key = (moment: Moment): string => moment.toPlainDate().toPlainYearMonth().toString()
  if (named) return { from: key(named.from), until: key(named.to ?? named.from) }
  return { from: key(now), until: key(now.add({ months: MONTHS - 1 })) }
}

/** The rota in words, as a picture for the group, or as a workbook. */
export const rotaCommand = command({
  name: '轮值表',
  aliases: ['值班表', '轮值安排'],
  summary: '看轮值和接待安排，要图片或表格',
  args: { kind: optional(oneOf<Kind>('格式', KINDS)), months: optional(when('月份')) },
  who: MEMBERS,
  changes: false,
  examples: ['轮值表', '值班表 图片', '值班表 导出', '值班表 12月 图片'],
  async run(context, { kind, months }) {
    const { db, station, now, say } = context
    const named = months?.kind === 'range' ? months : undefined
    if (kind) {
      await requestDocument(context, { kind, args: { ...monthsOf(now, named) }, to: 'here' })
      return
    }
    const [from, until] = named
      ? [named.from, (named.to ?? named.from).add({ seconds: 1 })]
      : [now.startOfDay(), now.add({ months: MONTHS })]
    const shifts = await shiftsBetween(db, station.id, from, until)
    const turns = station.mode === '站长' ? [] : await turnsShown(context, MONTHS)
    const lead =
      station.mode === '站长'
        ? turnCopy.head(await headName(context))
        : turns.length > 0
          ? turnCopy.turns(turns)
          : turnCopy.noTurn
    await say([lead, copy.table(shifts.map(copy.row)), rota.formats].join('\n'))
  },
})
