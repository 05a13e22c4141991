import { yearSpan } from '../../station/ledger/span.js'
import { MEMBERS } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { spanOf } from '../ledger/arguments.js'
import { copy } from './copy.js'
import { dutyFiles } from './load.js'
import { DUTY_REPORT_DOCUMENT } from './report-document.js'

/** The speaker's own file; says so when there is none. */
export async function ownFile(context: CommandContext, span = yearSpan(context.now.year)) {
  const { db, station, speaker, now } = context
  const [file] = await dutyFiles({ db, station, now, span, personIds: [speaker.personId] })
  if (!file) await context.say(copy.noFile)
  return file
}

/** Private, wherever it was asked: a duty file is the deputy's own. */
export const ownFileCommand = command({
  name: '我的履职',
  aliases: ['我的履职档案', '履职档案'],
  summary: '看自己的履职记录（私发）',
  args: { span: optional(spanOf()) },
  who: MEMBERS,
  changes: false,
  examples: ['我的履职', '我的履职 2025'],
  async run(context, { span = yearSpan(context.now.year) }) {
    const file = await ownFile(context, span)
    if (!file) return
    await context.tell(context.speaker.personId, copy.own(span.label, file), { urgent: true })
    if (context.roomId !== null) await context.say(copy.sentPrivately)
  },
})

export const reportDraftCommand = command({
  name: '述职草稿',
  aliases: ['我的述职', '述职报告', '述职'],
  summary: '按台账整理自己的述职草稿',
  args: { span: optional(spanOf()) },
  who: MEMBERS,
  changes: true,
  examples: ['述职草稿', '述职草稿 2025'],
  async run(context, { span = yearSpan(context.now.year) }) {
    const file = await ownFile(context, span)
    if (!file) return
    await context.say(copy.onItsWay)
    const args = { from: span.from.toString(), until: span.until.toString(), label: span.label }
    await requestDocument(context, { kind: DUTY_REPORT_DOCUMENT, args, to: 'private' })
  },
})
