import type { TurnSwap as SwapRow } from '../../prisma/generated/client.js'
import { type Asking, type Consent, decline, missingConsents } from '../../station/rotation/consent.js'
import type { Turn } from '../../station/rotation/turn.js'
import {
  agreeTurnSwap,
  askTurnSwap,
  type TurnLeg,
  type TurnSwap,
  type TurnSwapRefusal,
} from '../../station/rotation/turn-swap.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { namesOf } from '../duty/book.js'
import { accountOf } from '../station-context.js'
import { copy } from './copy.js'
import { keepTurns, rotationOf } from './turns.js'

const SHOWN_MONTHS = 18

/** 换班 6月 王芳, 换班 H12 王芳: the turn then against the nearest one of the other. */
export async function askForTurns(
  context: CommandContext,
  wanted: { on: Moment } | { activityNo: number },
  partner: { id: number; name: string },
) {
  const { db, station, now, speaker, say, change } = context
  const { turns, convenors } = await rotationOf(db, station, now, SHOWN_MONTHS)
  const today = now.toPlainDate().toString()
  const named =
    'activityNo' in wanted
      ? byKey(turns, `H${wanted.activityNo}`)
      : // 二季度, said in November, is next year's.
        (onDay(turns, wanted.on) ?? onDay(turns, wanted.on.add({ years: 1 })))
  const nearest = (personId: number) =>
    turns.find((turn) => turn.personId === personId && turn.period.endsOn > today && turn !== named)
  const holder = named?.personId
  const other = holder === speaker.personId ? nearest(partner.id) : nearest(speaker.personId)
  if (!named || !other || (holder !== speaker.personId && holder !== partner.id))
    return say(copy.noTurnToSwap(partner.name))
  const mine = holder === speaker.personId ? named : other
  const theirs = mine === named ? other : named
  const legs: TurnLeg[] = [
    { periodKey: mine.period.key, fromId: speaker.personId, toId: partner.id },
    { periodKey: theirs.period.key, fromId: partner.id, toId: speaker.personId },
  ]
  const asked = askTurnSwap({ id: 'new', legs, askedById: speaker.personId, now }, turns, convenors)
  if (!asked.ok) return refuse(context, asked.error)
  await change.create('TurnSwap', {
    stationId: station.id,
    legs: legs as object[],
    askedById: speaker.personId,
    askedAt: dateOf(now),
    given: givenOf(asked.value.asking),
    state: asked.value.asking.state,
  })
  const account = await accountOf(db, partner.id, now)
  const sentence = copy.swapAsked(partner.name, speaker.name, mine.period.key, theirs.period.key)
  await say(sentence, account ? { mentionIds: [account] } : {})
}

const byKey = (turns: readonly Turn[], key: string): Turn | undefined => turns.find(({ period }) => period.key === key)

/** Of the turns that hold a day the whole one, not the rest of one. */
const onDay = (turns: readonly Turn[], moment: Moment): Turn | undefined => {
  const date = moment.toPlainDate().toString()
  return turns.find(({ period, restOf }) => !restOf && period.startsOn <= date && date <= period.endsOn)
}

const givenOf = ({ given }: Asking): object[] =>
  given.map(({ personId, byId, at }) => ({ personId, byId, at: at.toInstant().toString() }))

function swapOf(row: SwapRow): TurnSwap {
  const legs = row.legs as unknown as TurnLeg[]
  const given = (row.given as unknown as { personId: number; byId: number; at: string }[]).map(
    ({ personId, byId, at }): Consent => ({ personId, byId, at: momentOf(new Date(at)) }),
  )
  const needed = [...new Set(legs.flatMap(({ fromId, toId }) => [fromId, toId]))]
  return {
    id: String(row.id),
    legs,
    asking: {
      askedById: row.askedById,
      askedAt: momentOf(row.askedAt),
      needed,
      given,
      state: row.state as Asking['state'],
    },
  }
}

/** 同意换班 / 不同意换班 about turns; says so when nothing waits for this person. */
export async function agreeToTurns(context: CommandContext, yes: boolean) {
  const { db, station, speaker, now, say, change } = context
  const rows = await db.turnSwap.findMany({ where: { stationId: station.id, state: 'open' }, orderBy: { id: 'desc' } })
  const row = rows.find((candidate) => {
    const { asking } = swapOf(candidate)
    return (yes ? missingConsents(asking) : asking.needed).includes(speaker.personId)
  })
  if (!row) return say(copy.noSwap)
  const swap = swapOf(row)
  if (!yes) {
    const declined = decline(swap.asking, speaker.personId)
    if (declined.ok) await change.update('TurnSwap', row.id, { state: declined.value.state })
    return say(copy.swapDeclined)
  }
  const { turns, convenors } = await rotationOf(db, station, now, SHOWN_MONTHS)
  const agreed = agreeTurnSwap(swap, { personId: speaker.personId, byId: speaker.personId, at: now }, turns, convenors)
  if (!agreed.ok) return refuse(context, agreed.error)
  const { asking } = agreed.value.swap
  await change.update('TurnSwap', row.id, { state: asking.state, given: givenOf(asking) as never })
  if (asking.state !== 'agreed') return say(copy.swapWaits(await namesOf(db, missingConsents(asking))))
  const changed = agreed.value.turns.filter((turn) => !turns.includes(turn))
  await keepTurns(change, station, changed)
  const names = await namesOf(
    db,
    changed.map(({ personId }) => personId),
  )
  await say(copy.swapped(changed.map((turn, index) => copy.turnLine(turn, names[index]!))))
}

async function refuse({ db, say, speaker }: CommandContext, error: TurnSwapRefusal) {
  if (error.code === 'notYourTurn' || error.code === 'turnChangedSince')
    return say(copy.notYourTurn(error.periodKey, (await namesOf(db, [error.holderId]))[0]!))
  if (error.code === 'notServing') return say(copy.notServing((await namesOf(db, [error.personId]))[0]!))
  if (error.code === 'turnOver') return say(copy.turnOver(error.periodKey))
  await say(copy.noTurnToSwap(speaker.name))
}
