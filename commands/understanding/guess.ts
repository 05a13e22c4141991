import { askWhich } from '../activity/find.js'
import type { CommandContext } from '../context.js'
import { copy } from '../copy.js'
import { keepSaid } from '../discussion/keep.js'
import type { House } from '../front-desk.js'
import { guardLine } from '../guards/guard.js'
import { offerLine } from './offer.js'
import { requestReading } from './proposal.js'
import { spokenOpinion } from './spoken-opinion.js'
import { understand } from './understand.js'

/** The longest message that is read at all, UTF-16 units. */
export const READ_CHARS = 2000

interface Heard {
  body: string
  folded: string
  /** Privately, or by the bot's name. */
  spokenTo: boolean
}

/**
 * Words that are no command: plain enough to be done, near enough to be offered, or nothing to do with us. Answers with what
 * became of them.
 */
export async function guess(context: CommandContext, house: House, { body, folded, spokenTo }: Heard): Promise<string> {
  const guarded = await guardLine(context, folded, { spokenTo })
  if (guarded) return guarded
  const meant = await understand(context, folded, house.commands)
  if (meant && 'among' in meant) {
    await askWhich(context, meant.among, meant.verb)
    return `asked:${meant.verb}`
  }
  const isRead = spokenTo && body.length <= READ_CHARS
  const near = meant ?? (isRead ? spokenOpinion(body) : undefined)
  if (near?.sure) {
    await context.runLine(near.line)
    return 'natural'
  }
  // What is only like an opinion may be something else: a model, where there is one, is asked first.
  if (!meant && isRead && house.services.propose && folded.trim() !== '') {
    await requestReading(context, body, house.commands)
    return 'reading'
  }
  if (near) {
    await offerLine(context, near.line)
    return 'offered'
  }
  if (context.roomId !== null) {
    await keepSaid(context)
    return 'silent'
  }
  await context.say(copy.notUnderstood)
  return 'hint'
}
