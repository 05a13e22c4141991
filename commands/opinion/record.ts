import { mask } from '../../station/privacy/mask.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { attachToReception } from '../duty/reception.js'
import { copy } from './copy.js'

export const recordCommand = command({
  name: '意见',
  aliases: ['群众意见', '反映'],
  summary: '登记一条群众意见',
  args: { words: optional(text('内容', '社区医院缺儿科')) },
  who: MEMBERS,
  changes: true,
  examples: ['意见 社区医院缺儿科'],
  async run(context, { words }) {
    if (words === undefined || !/[\p{L}\p{N}]/u.test(words)) return context.say(copy.empty)
    await record(context, words)
  },
})

/** Keeps the resident's own words sealed; everything shown from here on is the masked text. */
export async function record(context: CommandContext, words: string) {
  const { db, station, speaker, change, services, now } = context
  const roster = await db.person.findMany({
    where: { memberships: { some: { stationId: station.id } } },
    select: { name: true },
  })
  const masked = mask(words, { keepNames: roster.map(({ name }) => name) })
  const no = await change.nextNumber(station.id, 'Y')
  const opinion = await change.create('Opinion', {
    stationId: station.id,
    no,
    reporterId: speaker.personId,
    original: services.seal(words, `Opinion:${station.id}:${no}`),
    text: masked.text,
    state: '已登记',
    recordedAt: dateOf(now),
  })
  await attachToReception(context, no)
  await context.say(copy.recorded(opinion, speaker.name, masked.found.length > 0))
}
