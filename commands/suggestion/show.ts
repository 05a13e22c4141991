import { MEMBERS } from '../../station/roles.js'
import { momentOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about } from '../opinion/arguments.js'
import { copy as opinionCopy } from '../opinion/copy.js'
import { LISTED } from '../opinion/listed.js'
import { historyOf } from '../opinion/opinion-row.js'
import { copy } from './copy.js'

export const suggestionHistoryCommand = command({
  name: '经过',
  aliases: ['办理经过'],
  summary: '看一件建议的办理经过',
  args: { no: about('J', '建议编号') },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  examples: ['J5 经过'],
  async run({ db, station, say }, { no }) {
    const row = await db.suggestion.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!row) return say(copy.unknown(no))
    const lead = await db.person.findUniqueOrThrow({ where: { id: row.leadId } })
    await say(opinionCopy.history(`J${no}`, historyOf(row), momentOf(row.draftedAt), lead.name))
  },
})

const list = (name: string, aliases: string[], summary: string, whose: (context: CommandContext) => object) =>
  command({
    name,
    aliases,
    summary,
    who: MEMBERS,
    changes: false,
    examples: [name],
    async run(context) {
      const { db, station, say } = context
      const where = { stationId: station.id, state: { not: 'withdrawn' }, ...whose(context) }
      const rows = await db.suggestion.findMany({ where, orderBy: { no: 'desc' }, take: LISTED })
      await say(rows.length === 0 ? copy.noneListed : copy.list(rows, await db.suggestion.count({ where })))
    },
  })

export const suggestionListCommands = [
  list('建议列表', [], '看本站的建议', () => ({})),
  list('我的建议', ['我领衔的建议'], '看自己领衔或联名的建议', ({ speaker: { personId } }) => ({
    OR: [{ leadId: personId }, { cosignerIds: { has: personId } }],
  })),
]
