import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import { keepPictures } from '../files/keep-pictures.js'
import { about } from './arguments.js'
import { attachmentCopy as copy } from './attachment-copy.js'
import { theOpinion } from './step.js'

export const attachCommand = command({
  name: '附图',
  aliases: ['加图', '附照片'],
  summary: '把刚发的图片存到一件意见',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['附图 Y17'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const kept = await keepPictures(context, `Y${no}`)
    await context.say(kept > 0 ? copy.kept(no, kept) : copy.noPicture(no))
  },
})

/** Pictures may show a resident's face or door: read like the original words, by role, privately, and noted. */
export const attachmentsCommand = command({
  name: '看附图',
  aliases: ['看图片', '看照片'],
  summary: '看一件意见的图片（会留记录）',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['看附图 Y17'],
  async run(context, { no }) {
    const { db, station, speaker, change, now } = context
    if (context.roomId !== null) return context.say(copy.privately)
    const row = await theOpinion(context, no)
    if (!row) return
    if (row.reporterId !== speaker.personId && !speaker.roles.has('liaison')) return context.say(copy.notYours(no))
    const files = await db.keptFile.findMany({
      where: { stationId: station.id, about: `Y${no}`, state: 'kept' },
      orderBy: { id: 'asc' },
    })
    if (files.length === 0) return context.say(copy.none(no))
    await change.create('OpinionReading', {
      stationId: station.id,
      no,
      personId: speaker.personId,
      readAt: dateOf(now),
    })
    for (const { name, mimeType, path } of files)
      if (name && mimeType && path) await context.say(name, { file: { name, mimeType, path } })
    await context.say(copy.shown(no, files.length))
  },
})
