import { asksForOpinion } from '../../station/guards/opinion-asked.js'
import { bearsSecretMark } from '../../station/guards/secret-mark.js'
import { wrongTermIn } from '../../station/guards/terminology.js'
import { stripPoliteness } from '../../station/text/politeness.js'
import type { CommandContext } from '../context.js'
import { faqAnswer, faqAsked } from '../onboarding/faq.js'
import { once } from '../once.js'
import { copy } from './copy.js'

/**
 * What is answered although it is no command: a classified paper, a question for the bot's own mind, the wrong word, a
 * question of the list. Answers with what it was; undefined for every other line, which stays unanswered.
 */
export async function guardLine(
  context: CommandContext,
  folded: string,
  { spokenTo }: { spokenTo: boolean },
): Promise<string | undefined> {
  const { speaker, now } = context
  if (bearsSecretMark(folded)) {
    await context.say(copy.secretMark)
    return 'guard:secret'
  }
  if (asksForOpinion(folded, spokenTo)) {
    await context.say(copy.neutral)
    return 'guard:neutral'
  }
  const term = wrongTermIn(stripPoliteness(folded))
  if (term !== null && (await once(context, 'term-guard', `${speaker.personId}:${now.toPlainDate().toString()}`))) {
    await context.say(copy.wrongTerm(term))
    return `guard:${term}`
  }
  const asked = faqAsked(folded)
  if (asked === undefined) return undefined
  await context.say((await faqAnswer(context, asked))!)
  return `faq:${asked}`
}
