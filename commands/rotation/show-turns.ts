import { MEMBERS } from '../../station/roles.js'
import type { Turn } from '../../station/rotation/turn.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy as duty } from '../duty/copy.js'
import { shiftsBetween } from '../duty/load.js'
import { copy } from './copy.js'
import { turnsFrom } from './turns.js'

const SHOWN_MONTHS = 3

export const onDutyCommand = command({
  name: '轮值',
  aliases: ['本月轮值', '谁轮值', '轮到谁'],
  summary: '看本月轮到哪位召集人',
  who: MEMBERS,
  changes: false,
  examples: ['轮值'],
  async run(context) {
    const [now, next] = await shown(context, 2)
    await context.say(now ? copy.onDuty(now.turn, now.name, next) : copy.noTurn)
  },
})

async function shown({ db, station, now }: CommandContext, months: number): Promise<{ turn: Turn; name: string }[]> {
  const { turns } = await turnsFrom(db, station, now, months)
  const people = await db.person.findMany({ where: { id: { in: turns.map(({ personId }) => personId) } } })
  return turns.map((turn) => ({ turn, name: people.find(({ id }) => id === turn.personId)!.name }))
}

export const turnsCommand = command({
  name: '轮值表',
  aliases: ['轮值安排'],
  summary: '看召集人轮值表和接待安排',
  who: MEMBERS,
  changes: false,
  examples: ['轮值表'],
  async run(context) {
    const { db, station, now } = context
    const rows = await shown(context, SHOWN_MONTHS)
    const shifts = await shiftsBetween(db, station.id, now.startOfDay(), now.add({ months: SHOWN_MONTHS }))
    await context.say(`${rows.length > 0 ? copy.turns(rows) : copy.noTurn}\n${duty.table(shifts)}`)
  },
})
