import { isGoing } from '../../station/activity/sign-up-status.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { optional, reference, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { about } from '../keyed.js'
import type { OpenBook } from './book.js'
import { ownActivity, theActivity } from './find.js'
import { notice } from './notice-copy.js'
import { sendNotice } from './publish.js'

/** The picture with the essentials, then the list to copy and join. */
export const noticeCommand = command({
  name: '图卡',
  aliases: ['通知'],
  summary: '在群里发活动图卡和接龙',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['图卡 H12', '通知 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '图卡')
    if (open) await sendNotice(context, open.activity)
  },
})

export const leaveNoticeCommand = command({
  name: '公务证明',
  aliases: ['请假条', '履职证明'],
  summary: '给所在单位的请假公务证明',
  args: { number: reference('H', '活动编号'), name: optional(about('H', word('姓名', '张敏'))) },
  who: MEMBERS,
  changes: false,
  guests: true,
  examples: ['公务证明 H12', '公务证明 H12 张敏'],
  async run(context, { number, name }) {
    const open = await ownActivity(context, number, '开公务证明', 'certify')
    if (open) await certify(context, open, name ?? context.speaker.name)
  },
})

async function certify(context: CommandContext, { activity, book }: OpenBook, name: string): Promise<void> {
  const { speaker, roomId } = context
  const own = name === speaker.name
  if (!own && !LEADING.some((role) => speaker.roles.has(role))) return context.say(notice.leaveForOthers)
  const row = book.rows.find(({ person }) => (own ? person.id === speaker.personId : person.name === name))
  if (!row || !isGoing(row.status)) return context.say(notice.leaveNotGoing(activity, name))
  const args = { id: activity.id, personId: row.person.id }
  await requestDocument(context, { kind: 'leave-notice', args, to: 'private' })
  if (roomId !== null) await context.say(notice.leavePrivately(name))
}
