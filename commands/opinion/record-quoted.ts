import { MEMBERS } from '../../station/roles.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { record } from './record.js'

export const recordQuotedCommand = command({
  name: '记意见',
  aliases: ['记为意见', '记下意见'],
  summary: '引用一条消息，把它记成意见',
  who: MEMBERS,
  changes: true,
  records: true,
  examples: ['（引用一条消息）记意见'],
  async run(context) {
    const words = context.message.quoted?.trim()
    await (words ? record(context, words) : context.say(copy.quoteFirst))
  },
})
