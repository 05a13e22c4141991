import type { RollCall } from '../../prisma/generated/client.js'
import { LEADING } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { copy } from './account-copy.js'
import { DEPUTY_KINDS, type Member, membersOf } from './roster.js'
import { inForce } from './standing.js'

const OPEN_HOURS = 24

const called = async (context: StationContext): Promise<Member[]> =>
  (await membersOf(context)).filter(({ kind }) => DEPUTY_KINDS.includes(kind))

const latest = ({ db, station }: StationContext): Promise<RollCall | null> =>
  db.rollCall.findFirst({ where: { stationId: station.id }, orderBy: { id: 'desc' } })

/** Proves that everybody is heard: each deputy answers once from the account the bot knows. */
export const rollCallCommand = command({
  name: '点名',
  summary: '请每位代表回“到”，看谁听得到',
  who: LEADING,
  where: ['group'],
  changes: true,
  silentAlone: false,
  examples: ['点名'],
  async run(context) {
    const { db, change, now, say, station, speaker, roomId } = context
    const running = await latest(context)
    if (running && momentOf(running.endsAt).epochMilliseconds > now.epochMilliseconds) return say(copy.running)
    const members = await called(context)
    const endsAt = now.add({ hours: OPEN_HOURS })
    const call = await change.create('RollCall', {
      stationId: station.id,
      startedAt: dateOf(now),
      endsAt: dateOf(endsAt),
      calledById: speaker.personId,
    })
    await db.question.createMany({
      data: members.map(({ personId }) => ({
        stationId: station.id,
        personId,
        roomId,
        kind: 'roll-call',
        payload: { rollCallId: call.id },
        askedAt: dateOf(now),
        expiresAt: dateOf(endsAt),
      })),
    })
    await say(copy.rollCall(describe(endsAt, now), members.length))
  },
  answers: {
    'roll-call': {
      accepts: (folded) => (/^(?:到|到了|到!|在|在的)[。.!]*$/.test(folded) ? true : undefined),
      run: (context, { rollCallId }) => heard(context, rollCallId as number),
    },
  },
})

async function heard(context: CommandContext, id: number) {
  const { db, change, speaker, say } = context
  const call = await db.rollCall.findUniqueOrThrow({ where: { id } })
  const heardIds = [...new Set([...call.heardIds, speaker.personId])]
  await change.update('RollCall', id, { heardIds })
  const tail = copy.heardTail(heardIds.length, (await called(context)).length)
  await say(`${speaker.name}${tail}`, { merge: { key: `roll-call:${id}`, subject: speaker.name, tail } })
}

/** Who was heard, who was not, and who could not be: they have no account. */
export async function rollCallReport(context: StationContext, call: RollCall): Promise<string> {
  const { db, now } = context
  const members = await called(context)
  const missing = members.filter(({ personId }) => !call.heardIds.includes(personId))
  const bound = await db.account.findMany({
    where: { personId: { in: missing.map(({ personId }) => personId) }, ...inForce(dateOf(now)) },
  })
  const isBound = ({ personId }: Member) => bound.some((account) => account.personId === personId)
  const names = (list: readonly Member[]) => list.map(({ person }) => person.name)
  return copy.rollCallState(
    members.length - missing.length,
    members.length,
    names(missing.filter(isBound)),
    names(missing.filter((member) => !isBound(member))),
  )
}

export const rollCallStateCommand = command({
  name: '点名情况',
  aliases: ['点名结果'],
  summary: '看点名时谁还没有回',
  who: LEADING,
  changes: false,
  examples: ['点名情况'],
  async run(context) {
    const call = await latest(context)
    await context.say(call ? await rollCallReport(context, call) : copy.noRollCall)
  },
})
