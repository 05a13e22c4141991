import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional, text } from '../arguments.js'
import { command } from '../command.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'

const KINDS = /^(走访|座谈|接待|接访|电话|问卷|微信)\s*/

export const contactCommand = command({
  name: '联系群众',
  summary: '记一次联系群众',
  args: {
    households: optional(count('户数', '3户', /(\d{1,4})\s*[户人家]/)),
    words: text('方式和内容', '走访3户 反映停车'),
  },
  who: MEMBERS,
  changes: true,
  records: true,
  examples: ['联系群众 走访3户 反映停车'],
  async run(context, { households, words }) {
    const { db, change, station, speaker, now, say } = context
    const plain = words.replace(/\d{1,4}\s*[户人家]/, ' ').trim()
    const kind = KINDS.exec(plain)?.[1] ?? '走访'
    const about = await masked(
      context,
      plain
        .replace(KINDS, '')
        .replace(/^反映\s*/, '')
        .trim(),
    )
    await change.create('ContactRecord', {
      stationId: station.id,
      personId: speaker.personId,
      kind,
      households: households ?? null,
      about,
      at: dateOf(now),
    })
    const total = await db.contactRecord.count({
      where: { stationId: station.id, personId: speaker.personId, state: 'kept' },
    })
    await say(copy.contact(kind, households, total))
  },
})
