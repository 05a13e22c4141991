import { mayDo } from '../../station/people/permissions.js'
import { MEMBERS } from '../../station/roles.js'
import { optional, word } from '../arguments.js'
import { type Command, command } from '../command.js'
import { copy } from './copy.js'

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
    async run({ settings, speaker, say }, { topic }) {
      const mine = all().filter((one) => mayDo(one, settings.permissions, speaker.roles))
      if (topic === undefined) return say(copy.overview(speaker.name, mine))
      if (topic === '全部') return say(copy.all(mine))
      const named = mine.find(({ name, aliases }) => name === topic || aliases.includes(topic))
      await say(named ? copy.one(named) : copy.noSuch(topic))
    },
  })
