import type { Opinion } from '../../prisma/generated/client.js'
import { AUTHOR_WITHDRAWS_WITHIN_HOURS } from '../../station/opinion/opinion-event.js'
import { parseOpinions } from '../../station/opinion/parse-opinion.js'
import { placeIn } from '../../station/opinion/place.js'
import { MEMBERS } from '../../station/roles.js'
import { momentOf, Temporal } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from './arguments.js'
import { copy } from './copy.js'
import { masker } from './masked.js'
import { patchOpinion } from './opinion-row.js'
import { scopeOf } from './record.js'
import { refusalText } from './refusal-copy.js'
import { quietStep, theOpinion } from './step.js'

/** Words longer than their place name by more than this are a new text, not a place. */
const PLACE_FRAME_CHARS = 3

export const amendCommand = command({
  name: '改',
  aliases: ['更正'],
  summary: '改自己登记的意见',
  args: { no: optional(about('Y', '意见编号')), words: optional(saying('Y', '新内容', '来凤街社区路灯不亮')) },
  who: MEMBERS,
  changes: true,
  examples: ['改 Y17 来凤街社区夜间照明不足'],
  async run(context, { no, words }) {
    const row = await theOpinion(context, no)
    if (row && words) await amend(context, row, words)
    else if (row) await context.say(refusalText(row, { code: 'contentNeeded' }))
  },
})

/** A new place, or new words in place of the old ones; the author for a day, the liaison later. */
export async function amend(context: CommandContext, row: Opinion, words: string): Promise<void> {
  const { speaker, now, settings, services, station } = context
  const staff = speaker.roles.has('liaison') || speaker.roles.has('district')
  const until = momentOf(row.recordedAt).add({ hours: AUTHOR_WITHDRAWS_WITHIN_HOURS })
  if (!staff && row.reporterId !== speaker.personId) return context.say(copy.notYourRecord(row.no))
  if (!staff && Temporal.ZonedDateTime.compare(now, until) > 0)
    return context.say(refusalText(row, { code: 'tooLate', until }))
  const author = { change: context.change, now, speakerName: speaker.name }
  const place = placeIn(words, settings.places)
  if (place && [...words.trim()].length <= place.name.length + PLACE_FRAME_CHARS) {
    const patch = { place: place.label, street: place.street }
    const after = await patchOpinion(author, row, patch, '改', `地点：${place.label}`)
    return context.say(copy.placeChanged(after))
  }
  const parsed = parseOpinions(words, settings.places)
  if (!parsed.ok) return context.say(copy.empty)
  const text = (await masker(context))(words).text
  // What was said first stays beside what it was put right to: 保持原话和原意.
  const scope = scopeOf(station.id, row.no)
  const original = services.seal(`${services.unseal(row.original, scope)}\n（更正）${words}`, scope)
  const where = place ? { place: place.label, street: place.street } : {}
  const after = await patchOpinion(author, row, { text, original, ...where }, '改', `${row.text} → ${text}`)
  // What was sent back for being incomplete is complete now.
  await quietStep(context, after, { kind: 'supplement' }, '')
  await context.say(copy.amended(row.no, text))
}
