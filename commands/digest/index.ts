import { MEMBERS } from '../../station/roles.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { DIGEST_KIND, digestAnswer, sendDigests } from './digest.js'
import { NUDGE_KIND, nudgeAnswer } from './nudge.js'

/** The digest whenever one wants it; its questions and those of the nudges are answered here. */
const waitingCommand = command({
  name: '待回复',
  aliases: ['我要回复什么', '待我回复'],
  summary: '看有几件事等您回复',
  who: MEMBERS,
  where: ['private'],
  changes: false,
  examples: ['待回复'],
  async run(context) {
    const sent = await sendDigests(context, { onlyTo: context.speaker.personId, least: 1 })
    if (sent === 0) await context.say(copy.nothingWaits)
  },
  answers: { [DIGEST_KIND]: digestAnswer, [NUDGE_KIND]: nudgeAnswer },
})

export const digestCommands = [waitingCommand]
