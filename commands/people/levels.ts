import { LEVELS, readLevels } from '../../station/people/levels.js'
import { MEMBERS } from '../../station/roles.js'
import { type Argument, optional } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { membersOf } from './roster.js'

function levels(): Argument<string[]> {
  return {
    label: '层级',
    example: '省市区',
    take(line) {
      const match = /(?:全国|省|市|区|四级|三级)(?:[、,，\s]*(?:全国|省|市|区))*/.exec(line.rest)
      const read = match && readLevels(match[0])
      if (!match || !read) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: read }
    },
  }
}

export const levelsCommand = command({
  name: '本站层级',
  aliases: ['设层级'],
  summary: '看或设本站吸收哪几级代表',
  args: { levels: optional(levels()) },
  who: ['district', 'liaison'],
  changes: true,
  examples: ['本站层级 省市区', '本站层级'],
  async run({ station, change, say }, { levels: wanted }) {
    if (!wanted) return say(copy.levels(station.levels))
    await change.update('Station', station.id, { levels: wanted })
    await say(
      copy.levelsSet(
        wanted,
        LEVELS.filter((level) => !wanted.includes(level)),
      ),
    )
  },
})

export const rosterCommand = command({
  name: '本站名单',
  aliases: ['花名册', '本站名册'],
  summary: '看本站代表名单和各级人数',
  who: [...MEMBERS, 'leader'],
  changes: false,
  examples: ['本站名单'],
  async run(context) {
    await context.say(copy.roster(context.station, await membersOf(context)))
  },
})
