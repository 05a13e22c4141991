import type { TopicWork } from '../../prisma/generated/client.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'

/** The topic a number means to this speaker: one they agreed to join, of whichever station, or their own station's. */
async function topicOf({ db, station, speaker, say }: CommandContext, no: number): Promise<TopicWork | null> {
  const joined = await db.topicMember.findFirst({
    where: { topicNo: no, personId: speaker.personId, state: 'agreed' },
    orderBy: { id: 'desc' },
  })
  const key = { stationId: joined?.stationId ?? station.id, no }
  const topic = await db.topicWork.findUnique({ where: { stationId_no: key } })
  if (!topic || topic.state === 'struck') await say(copy.unknownTopic(no))
  return topic?.state === 'struck' ? null : topic
}

/** Who may write into a topic: its lead, those who agreed to join, and the station's staff. */
async function mayWrite({ db, speaker, station }: CommandContext, topic: TopicWork): Promise<boolean> {
  if (topic.ledById === speaker.personId) return true
  if (topic.stationId === station.id && speaker.roles.has('liaison')) return true
  const key = { stationId: topic.stationId, topicNo: topic.no, personId: speaker.personId }
  return (await db.topicMember.findUnique({ where: { stationId_topicNo_personId: key } }))?.state === 'agreed'
}

export const showTopicCommand = command({
  name: '议题情况',
  summary: '看一个议题的成员和发现',
  args: { no: about('K', '议题编号') },
  who: MEMBERS,
  changes: false,
  examples: ['K2'],
  shows: 'K',
  async run(context, { no }) {
    const topic = await topicOf(context, no)
    if (!topic) return
    const key = { stationId: topic.stationId, topicNo: no }
    const { db } = context
    const members = await db.topicMember.findMany({ where: key, orderBy: { id: 'asc' } })
    const findings = await db.topicFinding.findMany({ where: { ...key, state: 'kept' }, orderBy: { id: 'asc' } })
    const ids = [topic.ledById, ...members.map(({ personId }) => personId), ...findings.map(({ personId }) => personId)]
    const people = await db.person.findMany({ where: { id: { in: ids } } })
    const name = (id: number) => people.find((person) => person.id === id)?.name ?? ''
    await context.say(copy.topicOne(topic, name, members, findings))
  },
})

export const findingCommand = command({
  name: '发现',
  aliases: ['研究发现'],
  summary: '给议题记一条发现',
  args: { no: about('K', '议题编号'), words: saying('K', '发现', '门诊统筹额度用完后群众转去住院') },
  who: MEMBERS,
  changes: true,
  records: true,
  silentAlone: true,
  examples: ['K2 发现 门诊统筹额度用完后群众转去住院'],
  async run(context, { no, words }) {
    const topic = await topicOf(context, no)
    if (!topic) return
    if (!(await mayWrite(context, topic))) return context.say(copy.notInTopic(no))
    const key = { stationId: topic.stationId, topicNo: no }
    const text = await masked(context, words)
    const { speaker, now } = context
    await context.change.create('TopicFinding', { ...key, personId: speaker.personId, text, at: dateOf(now) })
    await context.say(copy.found(no, await context.db.topicFinding.count({ where: { ...key, state: 'kept' } })))
  },
})

export const reportTopicCommand = command({
  name: '议题报告',
  aliases: ['报告'],
  summary: '议题结题，记报告名称',
  args: { no: about('K', '议题编号'), words: optional(saying('K', '报告名称', '《关于基层医保支付的调研报告》')) },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['K2 报告 《关于基层医保支付的调研报告》'],
  async run(context, { no, words = '' }) {
    const topic = await topicOf(context, no)
    if (!topic) return
    const own = topic.ledById === context.speaker.personId || context.speaker.roles.has('liaison')
    if (!own) return context.say(copy.notTopicLead(no))
    if (words.trim() === '') return context.say(copy.reportWanted(no))
    const report = await masked(context, words)
    await context.change.update('TopicWork', topic.id, { state: 'reported', report })
    await context.say(copy.topicReported(no, report))
  },
})
