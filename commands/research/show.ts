import { LEADING, MEMBERS } from '../../station/roles.js'
import { optional, reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { keyed } from '../keyed.js'
import { spanOf } from '../ledger/arguments.js'
import { memberNamed } from '../people/member-named.js'
import { copy } from './copy.js'
import { thePiece, writePiece } from './piece.js'

export const showPieceCommand = command({
  name: '成果',
  summary: '看一篇调研成果',
  args: { no: reference('X', '成果编号') },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  shows: 'X',
  examples: ['X3'],
  async run(context, { no }) {
    const { db, station, say } = context
    const piece = await thePiece(context, no)
    if (!piece) return
    const notes = await db.leaderNote.findMany({
      where: { stationId: station.id, letter: 'X', no, state: 'given' },
      orderBy: { id: 'asc' },
    })
    const activities = await db.activity.findMany({
      where: { stationId: station.id, outcomes: { has: `X${no}` } },
      orderBy: { no: 'asc' },
    })
    await say(
      copy.one(
        piece,
        notes,
        activities.map((activity) => activity.no),
      ),
    )
  },
})

export const piecesCommand = command({
  name: '成果',
  aliases: ['调研成果', '成果清单'],
  summary: '看某年的调研成果',
  args: { span: spanOf('年份') },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  examples: ['成果 2020', '成果 今年'],
  async run({ db, station, say }, { span }) {
    const pieces = await db.researchPiece.findMany({
      where: { stationId: station.id, year: span.from.year, state: { not: 'struck' } },
      orderBy: { no: 'asc' },
    })
    await say(copy.year(span.from.year, pieces))
  },
})

/** A delegation may sign; it is no person, and somebody leads all the same. */
async function sign(context: CommandContext, no: number, author: string, lead: string | undefined) {
  const piece = await thePiece(context, no)
  if (!piece) return
  const name = lead?.replace(/^[（(]|[）)]$/g, '')
  const person = name ? await memberNamed(context, name) : null
  const patch = { author, ...(name && { leadName: name, leadId: person?.id ?? null }) }
  await context.say(copy.signedAs(await writePiece(context, piece, patch, '署名', author)))
}

const LEAD = optional(keyed(['领衔'], '领衔', '领衔 张敏'))
const AUTHOR = keyed(['署名'], '署名', '署名 秦淮代表团')

export const signCommands = [
  command({
    name: '成果',
    aliases: ['调研成果'],
    summary: '改成果的署名和领衔',
    args: { no: reference('X', '成果编号'), author: AUTHOR, lead: LEAD },
    who: LEADING,
    changes: true,
    silentAlone: true,
    examples: ['成果 X2 署名 秦淮代表团 领衔 张敏'],
    run: (context, { no, author, lead }) => sign(context, no, author, lead),
  }),
]
