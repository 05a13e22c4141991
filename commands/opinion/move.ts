import type { Opinion } from '../../prisma/generated/client.js'
import { platformKind } from '../../station/linkage/platform-kind.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from './arguments.js'
import { copy } from './copy.js'
import { patchOpinion } from './opinion-row.js'
import { liaisonsOf } from './staff.js'
import { step, theOpinion } from './step.js'

export const moveCommand = command({
  name: '移交',
  aliases: ['移交家室'],
  summary: '把区域性问题移交家或室',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '家或室', '双塘街道代表之家')) },
  who: MEMBERS,
  changes: true,
  examples: ['移交 Y17 双塘街道代表之家'],
  async run(context, { no, words }) {
    const row = await theOpinion(context, no)
    if (!row) return
    await (words ? moveTo(context, row, words) : proposeMove(context, row))
  },
})

async function moveTo(context: CommandContext, row: Opinion, name: string) {
  const { db, station, change } = context
  const kind = platformKind(name)
  if (kind !== '家' && kind !== '室') return context.say(copy.notAPlatform(name, row.no))
  const taken = await step(context, row, { kind: 'moveToHome', unit: name }, name, {
    unitKind: kind,
    triage: 'regional',
  })
  if (!taken) return
  const known = await db.linkedPlatform.findUnique({ where: { stationId_name: { stationId: station.id, name } } })
  if (!known) await change.create('LinkedPlatform', { stationId: station.id, name, kind })
  await context.say(copy.moved(row.no, kind, name))
  if (row.reporterId !== context.speaker.personId) await context.tell(row.reporterId, copy.moved(row.no, kind, name))
}

/** 移交 without a name: who leads the station is told where to; a deputy's wish goes to the liaison. */
export async function proposeMove(context: CommandContext, row: Opinion) {
  const { speaker, settings } = context
  const home = `${row.street ?? settings.places.find(({ street }) => !street)?.name ?? '所在街道'}代表之家`
  if (LEADING.some((role) => speaker.roles.has(role))) return context.say(copy.moveWhere(row.no, home))
  const author = { change: context.change, now: context.now, speakerName: speaker.name }
  await patchOpinion(author, row, { triage: 'regional' }, '建议移交', home)
  for (const personId of await liaisonsOf(context))
    await context.tell(personId, copy.moveWished(row, speaker.name, home))
  await context.say(copy.moveNoted(row.no))
}

export const keepCommand = command({
  name: '留站',
  summary: '确认由本站办理',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  examples: ['留站 Y17'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    if (row) await keepHere(context, row)
  },
})

export async function keepHere(context: CommandContext, row: Opinion) {
  const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
  await patchOpinion(author, row, { triage: 'professional' }, '留站', '')
  await context.say(copy.kept(row.no))
}
