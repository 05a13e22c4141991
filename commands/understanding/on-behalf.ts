import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { deputiesOf } from '../people/member-named.js'

const ASKS =
  /^(?:请|麻烦)?(?:帮|替|给|代)(?:我)?@?(\p{Script=Han}{1,4}?)(?:代表)?(?:也|都)?(?:报(?:个|一下|一个)?名|报上名?|报一个|参加|加上|报)(?:一下|吧|了)?$/u
const PRONOUN = /^(?:他|她|TA)$/i
const NUMBER = /H\d{1,8}/gi
const SPOKE_MINUTES = 60

/**
 * 帮陈静报名 H1, 帮他也报上: the plain line for it, pending until that person agrees. 他 is whoever wrote the quoted message.
 * Without a number, nothing where no deputy of the station is named.
 */
export async function onBehalfLine(context: CommandContext, folded: string): Promise<string | undefined> {
  const numbers = [...folded.matchAll(NUMBER)].map(([number]) => number.toUpperCase())
  const said = ASKS.exec(folded.replace(NUMBER, '').replace(/[\s,、。!~]+/g, ''))
  if (!said || numbers.length > 1) return undefined
  const named = PRONOUN.test(said[1]!) ? context.message.quotedName : said[1]!
  if (named === '我' || named === context.speaker.name) return undefined
  const deputies = await deputiesOf(context)
  // With a number it is plainly meant for the bot: whom it cannot find, or who 他 is, is asked.
  const known = deputies.some(({ name }) => name === named)
  return known || numbers.length > 0 ? ['代报', numbers[0], named].filter(Boolean).join(' ') : undefined
}

/** Whether the bot told this group of that activity in the last hour, so that 算我一个 is likely about it. */
export async function spokeLatelyOf({ db, roomId, now }: CommandContext, no: number): Promise<boolean> {
  if (roomId === null) return false
  const since = dateOf(now.subtract({ minutes: SPOKE_MINUTES }))
  const letters = await db.outboxMessage.findMany({
    where: { roomId, state: 'sent', sentAt: { gt: since }, text: { contains: `H${no}` } },
    select: { text: true },
  })
  return letters.some(({ text }) => new RegExp(`H${no}(?!\\d)`).test(text))
}
