import { yearSpan } from '../../station/ledger/span.js'
import { MEMBERS } from '../../station/roles.js'
import { progressOf } from '../../station/targets/target.js'
import { command } from '../command.js'
import { dutyFiles } from '../duty-file/load.js'
import { copy } from './copy.js'
import { countsOf, targetsOf } from './load.js'

/** Only ever told to the person concerned: targets are no ranking. */
export const ownTargetsCommand = command({
  name: '我的目标',
  summary: '看自己今年的目标完成情况',
  who: MEMBERS,
  changes: false,
  examples: ['我的目标'],
  async run(context) {
    const { db, station, speaker, now, roomId, say, tell } = context
    const [file] = await dutyFiles({ db, station, now, span: yearSpan(now.year), personIds: [speaker.personId] })
    const counts = file ? countsOf(file) : {}
    const rows = progressOf(counts, await targetsOf(db, station.id), now.year, now.toPlainDate())
    await tell(speaker.personId, copy.own(now.year, rows), { urgent: true })
    if (roomId !== null) await say(copy.sentPrivately)
  },
})
