import { MEMBERS } from '../../station/roles.js'
import { text } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { findOpinions } from './find-opinions.js'

export const searchCommand = command({
  name: '查意见',
  aliases: ['搜意见', '找意见', '查'],
  summary: '按词或地点找意见',
  args: { words: text('词或地点', '配药') },
  who: MEMBERS,
  changes: false,
  examples: ['查意见 配药', '查意见 来凤街 照明'],
  async run({ db, station, say, roomId, message, runLine }, { words }) {
    const number = /^\s*Y\s*(\d+)\s*$/i.exec(words)
    if (number) return runLine(`Y${number[1]}`)
    const terms = words.split(/[\s,，、]+/).filter(Boolean)
    const { rows, total } = await findOpinions(db, station.id, terms)
    if (total > 0) return say(copy.list(rows, total, `“${terms.join(' ')}”`))
    // "查 一下几点开会" in a group is said to people.
    if (roomId === null || !/^\s*查\s/.test(message.raw)) await say(copy.notFound(terms.join(' ')))
  },
})
