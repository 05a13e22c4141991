import { askLeave, type WithdrawDecision, type WithdrawRefusal, withdraw } from '../../station/activity/withdraw.js'
import type { Result } from '../../station/result.js'
import { MEMBERS } from '../../station/roles.js'
import { optional, reference, references, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { type OpenBook, saveBook } from './book.js'
import { copy } from './copy.js'
import { ownActivity, theActivities } from './find.js'
import { tellPromoted } from './promotions.js'

export const withdrawCommand = command({
  name: '退出',
  aliases: ['取消报名', '不参加了', '我退出'],
  summary: '退出已报名的活动',
  args: { numbers: optional(references('H', '活动编号')) },
  who: MEMBERS,
  changes: true,
  guests: true,
  examples: ['退出 H12'],
  async run(context, { numbers }) {
    const meant: (OpenBook | undefined)[] = numbers ? [] : await theActivities(context, undefined, '退出')
    for (const number of numbers ?? []) meant.push(await ownActivity(context, number, '退出'))
    for (const open of meant) {
      if (!open) continue
      const { accepting } = open.book
      if (accepting === 'cancelled' || accepting === 'notYetOpen') await context.say(copy.nothingToLeave(open.activity))
      else
        await settle(
          context,
          open,
          withdraw(open.book, whoSpeaks(context), { at: context.now, seq: context.message.seq }),
        )
    }
  },
})

export const leaveCommand = command({
  name: '请假',
  summary: '不能参加已报名的活动，写上原因',
  args: { number: reference('H', '活动编号'), reason: optional(text('原因', '出差')) },
  who: MEMBERS,
  changes: true,
  guests: true,
  asksAlone: true,
  examples: ['请假 H12 出差'],
  async run(context, { number, reason }) {
    const input = { at: context.now, seq: context.message.seq, ...(reason && { reason }) }
    const open = await ownActivity(context, number, '请假', 'askLeave')
    if (open) await settle(context, open, askLeave(open.book, whoSpeaks(context), input))
  },
})

const whoSpeaks = ({ speaker }: CommandContext) => ({ id: speaker.personId, name: speaker.name })

async function settle(
  context: CommandContext,
  { activity, book }: OpenBook,
  decided: Result<WithdrawDecision, WithdrawRefusal>,
) {
  const { name } = context.speaker
  if (!decided.ok) {
    const { code } = decided.error
    if (code === 'reasonNeeded') return context.say(copy.reasonNeeded(activity))
    return context.say(code === 'started' ? copy.started(activity) : copy.notSignedUp(activity, name))
  }
  const { code, book: after, promoted } = decided.value
  await saveBook(context.change, activity.id, book, after)
  if (code === 'stale') return
  if (code === 'notSignedUp') return context.say(copy.notSignedUp(activity, name))
  await context.say(code === 'leave' ? copy.leave(activity, after, name) : copy.withdrawn(activity, after, name))
  await tellPromoted(context, activity, promoted)
}
