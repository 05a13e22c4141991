import { mayDo } from '../../station/people/permissions.js'
import { MEMBERS } from '../../station/roles.js'
import { optional, word } from '../arguments.js'
import { type Command, command } from '../command.js'
import { copy } from './copy.js'
import { tipsFor } from './tips.js'

const MOST_RELATED = 5

/** Help is written from the command objects themselves, for the roles of the reader. */
export const helpCommand = (all: () => readonly Command[]) =>
  command({
    name: '帮助',
    aliases: ['help', '怎么用', '你能做什么'],
    summary: '看能用的命令和例子',
    args: { topic: optional(word('命令', '报名')) },
    who: MEMBERS,
    changes: false,
    examples: ['帮助', '帮助 报名', '帮助 全部'],
    async run(context, { topic }) {
      const { settings, speaker, say } = context
      const mine = all().filter((one) => mayDo(one, settings.permissions, speaker.roles))
      if (topic === undefined) return say(copy.overview(speaker.name, await tipsFor(context)))
      if (topic === '全部') return say(copy.all(mine))
      const [first, ...others] = mine.filter(({ name, aliases }) => name === topic || aliases.includes(topic))
      if (first) return say(copy.one([first, ...others.filter(({ name }) => name === first.name)]))
      const related = mine.filter((one) => [one.name, ...one.aliases, one.summary].some((word) => word.includes(topic)))
      await say(related.length > 0 ? copy.related(topic, related.slice(0, MOST_RELATED)) : copy.noSuch(topic))
    },
  })
