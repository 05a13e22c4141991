import { MEMBERS } from '../../station/roles.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'
import { record } from './record.js'

/** What a client quotes of a message without words. */
const WORDLESS =
  /^[[［【](?:图片|照片|视频|语音|文件|动画表情|表情|picture|photo|image|video|voice|file)[^\]］】]*[\]］】]$/i

const quotedWords = ({ message }: CommandContext): string => {
  const quoted = message.quoted?.trim() ?? ''
  return WORDLESS.test(quoted) ? '' : quoted
}

/** What is said with 记意见 stands in front, where a tag or a place is read: （走访）, 急, 来凤街社区. */
const joined = (words: string, quoted: string): string =>
  /[)）\]】!！]$/.test(words) ? `${words}${quoted}` : `${words}：${quoted}`

export const recordQuotedCommand = command({
  name: '记意见',
  aliases: ['记为意见', '记下意见'],
  summary: '引用一条消息，把它记成意见',
  who: MEMBERS,
  changes: true,
  records: true,
  examples: ['（引用一条消息）记意见', '（引用一条消息）记意见 来凤街'],
  args: { words: optional(text('地点、来源或补充', '来凤街')) },
  async run(context, { words = '' }) {
    const quoted = quotedWords(context)
    if (quoted) return record(context, words === '' ? quoted : joined(words, quoted))
    await (words === '' ? context.say(copy.quoteFirst) : record(context, words))
  },
})
