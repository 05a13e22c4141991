import { scoresOf } from '../../station/check-up/score.js'
import { MEMBERS } from '../../station/roles.js'
import { command } from '../command.js'
import { requestDocument } from '../documents/request.js'
import { mark } from '../keyed.js'
import { CHECK_UP_DOCUMENT } from './check-up-document.js'
import { copy } from './copy.js'
import { checkUpFacts } from './load.js'

export const scoreCommand = command({
  name: '体检',
  aliases: ['站点体检', '本站体检'],
  summary: '对照本站目标看完成情况',
  args: { picture: mark('图', /图片?|看板/) },
  who: MEMBERS,
  changes: false,
  examples: ['体检', '体检 图'],
  async run(context, { picture }) {
    if (picture) return requestDocument(context, { kind: CHECK_UP_DOCUMENT, to: 'here' })
    const { db, station, now, say } = context
    await say(copy.text(scoresOf(await checkUpFacts(db, station, now))))
  },
})

export const checkUpCommands = [scoreCommand]
