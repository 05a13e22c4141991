import { type Answers, readAnswers } from '../../station/digest/read-answers.js'
import type { AnswerHandler, CommandContext, StationContext } from '../context.js'
import { once } from '../once.js'
import { askPerson } from '../put-question.js'
import { copy } from './copy.js'
import type { DigestItem, Waiting } from './item.js'
import { SOURCES } from './sources.js'

export const DIGEST_KIND = 'digest'
const OPEN_MINUTES = 3 * 24 * 60
/** One open thing has its own reminder: a digest is for several. */
const LEAST_ITEMS = 2
const MOST_ITEMS = 5

/** One private message a person with everything that waits for a yes or no. Answers with how many were written to. */
export async function sendDigests(
  context: StationContext,
  { onlyTo, least = LEAST_ITEMS }: { onlyTo?: number; least?: number } = {},
): Promise<number> {
  const byPerson = new Map<number, Waiting[]>()
  for (const source of SOURCES)
    for (const waiting of await source(context))
      byPerson.set(waiting.personId, [...(byPerson.get(waiting.personId) ?? []), waiting])
  let sent = 0
  for (const [personId, waiting] of byPerson) {
    if (onlyTo !== undefined && personId !== onlyTo) continue
    const refused = await refusedBefore(context, personId)
    const items = waiting
      .filter(({ key }) => !refused.has(key))
      .slice(0, MOST_ITEMS)
      .map(({ personId: _whom, ...item }, index): DigestItem => ({ no: index + 1, ...item }))
    if (items.length < least) continue
    const text = copy.digest(context.station.name, items)
    await askPerson(context, personId, { kind: DIGEST_KIND, payload: { items }, text, openMinutes: OPEN_MINUTES })
    sent += 1
  }
  return sent
}

/** What somebody has said no to in an earlier digest is not asked again. */
const REFUSED = 'digest-refused'

async function refusedBefore({ db, station }: StationContext, personId: number): Promise<Set<string>> {
  const own = `${station.id}:${personId}:`
  const rows = await db.jobRun.findMany({ where: { job: REFUSED, slot: { startsWith: own } } })
  return new Set(rows.map(({ slot }) => slot.slice(own.length)))
}

const itemsOf = (payload: Record<string, unknown>): DigestItem[] => payload.items as DigestItem[]

async function refuse(context: CommandContext, { key, label, refuse: line, reasonNeeded }: DigestItem): Promise<void> {
  if (line !== null) return reasonNeeded ? context.say(copy.sayWhy(line)) : context.runLine(line)
  await once(context, REFUSED, `${context.speaker.personId}:${key}`)
  await context.say(copy.refused(label))
}

export const digestAnswer: AnswerHandler<Answers> = {
  accepts: (folded, payload) =>
    readAnswers(
      folded,
      itemsOf(payload).map(({ no }) => no),
    ),
  async run(context, payload, answers) {
    const items = itemsOf(payload)
    for (const item of items) {
      const yes = answers.get(item.no)
      if (yes === undefined) continue
      if (yes) await context.runLine(item.yes)
      else await refuse(context, item)
    }
    const left = items.filter(({ no }) => !answers.has(no))
    if (left.length === 0) return
    await context.ask({
      kind: DIGEST_KIND,
      payload: { items: left },
      text: copy.remaining(left),
      openMinutes: OPEN_MINUTES,
    })
  },
}
