import type { AssetLoan } from '../../prisma/generated/client.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf, Temporal } from '../../station/time/civil.js'
import { endsAtOf } from '../activity/facts.js'
import { type Argument, oneOf, optional, reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { lookUp } from './arguments.js'
import { copy } from './copy.js'

/** Without an activity the return is asked for after so many days. */
const LOAN_DAYS = 7

async function loanOf({ db, station }: CommandContext, asset: string): Promise<AssetLoan | null> {
  return db.assetLoan.findFirst({ where: { stationId: station.id, asset, state: 'out' }, orderBy: { id: 'desc' } })
}

/** 借 or 还 as a word of its own. */
function verb(): Argument<'lend' | 'return'> {
  return {
    label: '借或还',
    example: '借',
    take(line) {
      const match = /(?:^|\s)(借|还)(?=\s)/u.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[1] === '借' ? 'lend' : 'return' }
    },
  }
}

export const lendCommand = command({
  name: '物资',
  summary: '借出或归还物资',
  args: {
    verb: verb(),
    activity: optional(reference('H', '活动编号')),
    asset: lookUp('物资', '投影仪', 12),
  },
  who: MEMBERS,
  changes: true,
  examples: ['物资 借 投影仪 H12', '物资 还 投影仪'],
  async run(context, { verb, asset, activity: activityNo }) {
    const { db, station, change, speaker, now } = context
    const out = await loanOf(context, asset)
    if (verb === 'return') {
      if (!out) return context.say(copy.notLent(asset))
      await change.update('AssetLoan', out.id, { state: 'returned', returnedAt: dateOf(now) })
      return context.say(copy.returned(out, now))
    }
    if (out) return context.say(copy.alreadyLent(out))
    const activity =
      activityNo === undefined
        ? null
        : await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no: activityNo } } })
    if (activityNo !== undefined && !activity) return context.say(copy.unknownActivity(activityNo))
    const due = activity
      ? endsAtOf(activity).toPlainDate().add({ days: 1 })
      : now.toPlainDate().add({ days: LOAN_DAYS })
    const today = now.toPlainDate()
    const loan = await change.create('AssetLoan', {
      stationId: station.id,
      asset,
      activityNo: activityNo ?? null,
      borrowerId: speaker.personId,
      borrowerName: speaker.name,
      lentAt: dateOf(now),
      dueOn: (Temporal.PlainDate.compare(due, today) > 0 ? due : today.add({ days: 1 })).toString(),
    })
    await context.say(copy.lent(loan))
  },
})

export const loansCommand = command({
  name: '物资',
  summary: '看哪些物资借出在外',
  args: { what: oneOf('在借', { 在借: true, 清单: true }) },
  who: MEMBERS,
  changes: false,
  examples: ['物资 在借'],
  async run(context) {
    const { db, station } = context
    const loans = await db.assetLoan.findMany({
      where: { stationId: station.id, state: 'out' },
      orderBy: { dueOn: 'asc' },
    })
    await context.say(copy.loans(loans))
  },
})
