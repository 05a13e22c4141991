import type { LedgerSpan } from '../../../station/ledger/span.js'
import { monthKeys } from '../../../station/ledger/span.js'
import { LEADING, type Role } from '../../../station/roles.js'
import { Temporal } from '../../../station/time/civil.js'
import { command } from '../../command.js'
import { mark } from '../../keyed.js'
import { spanOf } from '../arguments.js'
import { copy } from '../copy.js'
import { sealMonth } from './seal-month.js'
import { verifyMonth } from './verify-month.js'
import { verifyOpen } from './verify-open.js'

const SEALERS: readonly Role[] = ['onDuty', 'head', 'liaison', 'district']

/** The one month of a span; null: it is longer. */
const monthOf = (span: LedgerSpan): string | null => {
  const [month, another] = monthKeys(span)
  return month && !another ? month : null
}

export const sealCommand = command({
  name: '封存台账',
  aliases: ['封存 台账', '封存', '台账封存'],
  summary: '封存一个月的台账',
  args: { book: mark('台账', /台账/), span: spanOf('月份') },
  periodFirst: true,
  who: SEALERS,
  changes: true,
  silentAlone: true,
  examples: ['封存 台账 5月'],
  async run(context, { span }) {
    const { db, station, now, say, speaker } = context
    const month = monthOf(span)
    if (!month) return say(copy.oneMonth)
    if (Temporal.PlainDate.compare(span.until, now.toPlainDate()) > 0) return say(copy.notOver(span.label))
    const known = await db.ledgerSeal.findUnique({ where: { stationId_month: { stationId: station.id, month } } })
    if (known) return say(copy.alreadySealed(month, known.code))
    const { rowCount, code } = await sealMonth(context, month, speaker.name)
    await say(copy.sealed(month, rowCount, code))
  },
})

export const verifyCommand = command({
  name: '核验台账',
  aliases: ['核验 台账', '核验', '台账核验'],
  summary: '核验一个月的台账有没有被改',
  args: { book: mark('台账', /台账/), span: spanOf('月份') },
  periodFirst: true,
  who: LEADING,
  changes: false,
  silentAlone: true,
  examples: ['核验 台账 5月'],
  async run({ db, services, station, say }, { span }) {
    const month = monthOf(span)
    if (!month) return say(copy.oneMonth)
    const verified = await verifyMonth({ db, services }, station.id, month)
    if (!verified) {
      const { findings, rows, bare } = await verifyOpen({ db, services }, station.id, month)
      return say(findings.length === 0 ? copy.openIntact(month, rows, bare) : copy.openBroken(month, findings))
    }
    const { seal, findings, corrections } = verified
    await say(
      findings.length === 0 ? copy.intact(month, seal.code, corrections) : copy.broken(month, seal.code, findings),
    )
  },
})
