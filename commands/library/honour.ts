import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, text } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'

const SOURCED = /^(\d{1,4})\s*来源[\s:：]*(.+)$/su
const CLAIM = /\s+来源[\s:：]+(.+)$/su
/** Shorter than this it is a word of praise. */
const LEAST_CHARS = 6

export const honoursCommand = command({
  name: '荣誉',
  summary: '看本站荣誉',
  args: { what: oneOf('列表', { 列表: true, 清单: true }) },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  examples: ['荣誉 列表'],
  async run(context) {
    const { db, station } = context
    const where = { stationId: station.id, state: 'kept' }
    await context.say(copy.honours(await db.honour.findMany({ where, orderBy: { no: 'asc' } })))
  },
})

export const honourListCommand = command({
  name: '荣誉列表',
  aliases: ['荣誉清单', '我站荣誉'],
  summary: '看本站荣誉',
  who: MEMBERS,
  changes: false,
  examples: ['荣誉列表'],
  run: (context) => honoursCommand.run(context, { what: true }),
})

/** A claim (首创, 全省首个) is kept with its source, or marked as still without. */
export const honourCommand = command({
  name: '荣誉',
  aliases: ['首创'],
  summary: '记一项荣誉，来源可后补',
  args: { words: text('荣誉', '全省首个医疗卫生专业四级人大代表联络站') },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['荣誉 全省首个医疗卫生专业四级人大代表联络站', '荣誉 1 来源 南京人大网2023-05-18'],
  async run(context, { words }) {
    const { db, station, change, speaker, now } = context
    const sourced = SOURCED.exec(words)
    if (sourced) {
      const no = Number(sourced[1])
      const known = await db.honour.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
      if (known?.state !== 'kept') return context.say(copy.noHonour(no))
      return context.say(copy.honour(await change.update('Honour', known.id, { source: sourced[2]!.trim() })))
    }
    const source = CLAIM.exec(words)?.[1]?.trim() ?? null
    const title = words.replace(CLAIM, '').trim()
    if ([...title].length < LEAST_CHARS) return
    const row = await change.create('Honour', {
      stationId: station.id,
      no: await change.nextNumber(station.id, '荣誉'),
      title,
      source,
      byName: speaker.name,
      at: dateOf(now),
    })
    await context.say(copy.honour(row))
  },
})
