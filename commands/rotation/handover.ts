import type { Role } from '../../station/roles.js'
import { type HandoverWord, handoverState, sayHandover } from '../../station/rotation/handover.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { namesOf } from '../duty/book.js'
import { copy } from './copy.js'
import { handoverOf } from './turns.js'

const LEADERS: readonly Role[] = ['convenor', 'onDuty', 'liaison']

export const givenCommand = command({
  name: '已交',
  summary: '轮值交接：已经交给下一位',
  who: LEADERS,
  changes: true,
  examples: ['已交'],
  run: (context) => answer(context, 'given'),
})

export const takenCommand = command({
  name: '已接',
  summary: '轮值交接：已经接下来',
  who: LEADERS,
  changes: true,
  examples: ['已接'],
  run: (context) => answer(context, 'taken'),
})

/** The liaison officer may say it for somebody who cannot; it is recorded as theirs. */
async function answer(context: CommandContext, word: HandoverWord) {
  const { db, station, speaker, now, say, change } = context
  const row = await db.handover.findFirst({ where: { stationId: station.id }, orderBy: { id: 'desc' } })
  if (!row) return say(copy.noHandover)
  const handover = handoverOf(row)
  const expected = word === 'given' ? handover.fromId : handover.toId
  const personId = speaker.roles.has('liaison') ? expected : speaker.personId
  const said = sayHandover(handover, word, { personId, byId: speaker.personId, at: now })
  const [from, to] = await namesOf(db, [handover.fromId, handover.toId])
  if (!said.ok) {
    if (said.error.code === 'notYoursToSay') return say(copy.notYoursToSay(word, word === 'given' ? from! : to!))
    return say(handoverState(handover) === 'done' ? copy.handoverDone(from!, to!) : copy.alreadySaid(word))
  }
  await change.update(
    'Handover',
    row.id,
    word === 'given'
      ? { givenAt: dateOf(now), givenById: speaker.personId }
      : { takenAt: dateOf(now), takenById: speaker.personId },
  )
  await say(copy.handover[said.value.state](from!, to!))
}
