import type { Station } from '../../prisma/generated/client.js'
import { answerStep, isSetUpDone, nextStep, type SetUp } from '../../station/people/set-up.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { stationContext } from '../station-context.js'
import { outsider } from './leading-group.js'
import { copy } from './set-up-copy.js'

const OPEN_DAYS = 30

interface Waiting {
  chatRoomId: string
  so: SetUp
}

export const setUpCommand = command({
  name: '建站',
  aliases: ['新建站'],
  summary: '在新群里建一个站，私聊答5个问题',
  who: ['district'],
  changes: true,
  acrossStations: true,
  unboundGroups: true,
  silentAlone: true,
  examples: ['建站'],
  async run(context) {
    const { db, roomId, speaker, say } = context
    if (roomId === null) return resume(context)
    const room = await db.room.findUnique({ where: { chatRoomId: roomId }, include: { station: true } })
    if (room?.station) return say(copy.hasStation(room.station.name))
    await askNext(context, { chatRoomId: roomId, so: {} })
    await say(copy.toPrivate(speaker.name))
  },
  answers: {
    'set-up': {
      yieldsToCommands: true,
      accepts: (folded, payload) => answerStep((payload as unknown as Waiting).so, folded) ?? { wrong: true },
      async run(context, payload, answered) {
        const waiting = payload as unknown as Waiting
        const step = nextStep(waiting.so)
        if (step && (answered as { wrong?: true }).wrong) return ask(context, waiting, copy.again[step])
        await take(context, { ...waiting, so: answered as SetUp })
      },
    },
  },
})

async function take(context: CommandContext, waiting: Waiting) {
  const { db, say } = context
  const { so } = waiting
  if (so.name !== undefined && (await db.station.findUnique({ where: { name: so.name } }))) {
    const { name, ...rest } = so
    return ask(context, { ...waiting, so: rest }, copy.nameTaken(name))
  }
  if (!isSetUpDone(so)) return askNext(context, waiting)
  const station = await build(context, waiting.chatRoomId, so)
  await say(copy.done(station.name, so.liaison ?? null))
}

const askNext = (context: CommandContext, waiting: Waiting): Promise<void> => {
  const step = nextStep(waiting.so)
  return step ? ask(context, waiting, copy.ask[step]) : Promise.resolve()
}

const ask = ({ askPrivately, speaker }: CommandContext, waiting: Waiting, text: string): Promise<void> =>
  askPrivately(speaker.personId, {
    kind: 'set-up',
    payload: waiting as unknown as Record<string, unknown>,
    text,
    openMinutes: OPEN_DAYS * 24 * 60,
  })

/** Privately 建站 goes on where it was left. */
async function resume(context: CommandContext) {
  const { db, speaker, now, say } = context
  const open = await db.question.findFirst({
    where: { personId: speaker.personId, kind: 'set-up', state: 'open', expiresAt: { gt: dateOf(now) } },
    orderBy: { id: 'desc' },
  })
  if (!open) return say(copy.notHere)
  await askNext(context, open.payload as unknown as Waiting)
}

/** Everything at once: the station, its group and its liaison officer exist together or not at all. */
async function build(
  context: CommandContext,
  chatRoomId: string,
  so: Required<SetUp> & { name: string; profession: string; levels: readonly string[] },
): Promise<Station> {
  const { db, change, now, services, station: neighbour } = context
  const { name, profession, levels, address, liaison } = so
  const { label, mode, districtId } = neighbour
  const columns = {
    name,
    profession,
    levels: [...levels],
    address: address ?? null,
    establishedOn: now.toPlainDate().toString(),
    state: 'open',
  }
  const row =
    neighbour.state === 'draft'
      ? await change.update('Station', neighbour.id, columns)
      : await change.create('Station', { ...columns, districtId, label, mode })
  const there = stationContext(db, row, now, services, change.author)
  const room = await db.room.findUnique({ where: { chatRoomId } })
  if (room) await there.change.update('Room', room.id, { stationId: row.id, boundAt: dateOf(now) })
  else
    await there.change.create('Room', { chatRoomId, topic: `${name}代表群`, stationId: row.id, boundAt: dateOf(now) })
  if (liaison) {
    const person = await outsider(there, liaison, null)
    await there.change.create('RoleGrant', {
      personId: person.id,
      stationId: row.id,
      role: 'liaison',
      since: dateOf(now),
    })
  }
  await there.announce(copy.hello(name), { urgent: true })
  return row
}
