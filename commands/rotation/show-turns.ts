import { MEMBERS } from '../../station/roles.js'
import { servingOn } from '../../station/rotation/convenor.js'
import type { Turn } from '../../station/rotation/turn.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { namesOf } from '../duty/book.js'
import { copy } from './copy.js'
import { convenorsOf, responsibleNow, rotationOf } from './turns.js'

export const onDutyCommand = command({
  name: '轮值',
  aliases: ['本月轮值', '谁轮值', '轮到谁'],
  summary: '看本月轮到哪位召集人',
  who: MEMBERS,
  changes: false,
  examples: ['轮值'],
  async run(context) {
    if (context.station.mode === '站长') return context.say(copy.head(await headName(context)))
    const [now, next] = await turnsShown(context, 2)
    if (!now) return context.say(copy.noTurn)
    if (await isAlone(context)) return context.say(copy.rotates(now.name))
    const responsible = await responsibleNow(context.db, context.station, context.now)
    const gap = responsible && responsible.personId !== now.turn.personId
    const [name] = gap ? await namesOf(context.db, [responsible.personId]) : []
    await context.say(
      [copy.onDuty(now.turn, now.name, next), ...(name ? [copy.stillResponsible(name, now.name)] : [])].join('\n'),
    )
  },
})

async function isAlone({ db, station, now }: CommandContext): Promise<boolean> {
  return servingOn(await convenorsOf(db, station.id), now.toPlainDate().toString()).length === 1
}

export async function headName({ db, station }: Pick<StationContext, 'db' | 'station'>): Promise<string | null> {
  const head = await db.roleGrant.findFirst({
    where: { stationId: station.id, role: 'head', until: null },
    include: { person: true },
  })
  return head?.person.name ?? null
}

/** Somebody else leads the rest of this turn already. */
const isOver = ({ period, restOf }: Turn, next: Turn | undefined, today: string): boolean =>
  next?.restOf !== undefined && next.period.startsOn <= today && next.restOf === (restOf ?? period.key)

/** The turns from this month on with their convenors' names. */
export async function turnsShown(
  { db, station, now }: Pick<CommandContext, 'db' | 'station' | 'now'>,
  months: number,
): Promise<{ turn: Turn; name: string }[]> {
  const { table } = await rotationOf(db, station, now, months)
  const today = now.toPlainDate().toString()
  const shown = table.turns.filter((turn, index) => !isOver(turn, table.turns[index + 1], today))
  const names = await namesOf(
    db,
    shown.map(({ personId }) => personId),
  )
  return shown.map((turn, index) => ({ turn, name: names[index]! }))
}
