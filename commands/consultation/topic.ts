import type { Person } from '../../prisma/generated/client.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about } from '../opinion/arguments.js'
import { copy } from './copy.js'

export const topicCommand = command({
  name: '议题',
  aliases: ['建议题'],
  summary: '建议题，邀请其他专业代表',
  args: { words: text('议题和邀请', '基层医保支付 邀请 金融站 赵磊') },
  who: LEADING,
  changes: true,
  examples: ['议题 基层医保支付 邀请 金融站 赵磊'],
  async run(context, { words }) {
    const { change, db, station, speaker, now, say } = context
    const [question = '', invited = ''] = words.split(/[\s,，]*邀请[\s:：]*/)
    if (question.trim() === '') return say(copy.topicUsage)
    const names = invited.split(/[\s,，、]+/).filter((name) => name !== '' && !/站$/.test(name))
    const people: Person[] = await db.person.findMany({
      where: {
        name: { in: names },
        memberships: { some: { state: 'agreed', station: { districtId: station.districtId } } },
      },
    })
    const unknown = names.filter((name) => !people.some((person) => person.name === name))
    if (unknown.length > 0) return say(copy.notMembers(unknown))
    const no = await change.nextNumber(station.id, 'K')
    await change.create('TopicWork', {
      stationId: station.id,
      no,
      question: question.trim(),
      ledById: speaker.personId,
      startedAt: dateOf(now),
    })
    for (const person of people) {
      await change.create('TopicMember', { stationId: station.id, topicNo: no, personId: person.id, state: 'invited' })
      await context.tell(person.id, copy.invitation(no, question.trim(), speaker.name))
    }
    await say(
      copy.topic(
        no,
        question.trim(),
        people.map(({ name }) => name),
      ),
    )
  },
})

const answer = (name: string, state: 'agreed' | 'declined') =>
  command({
    name,
    summary: state === 'agreed' ? '同意参加议题' : '不便参加议题',
    args: { no: about('K', '议题编号') },
    who: MEMBERS,
    changes: true,
    silentAlone: true,
    examples: [`${name} K2`],
    async run(context: CommandContext, { no }) {
      const { db, change, speaker, station, now, say } = context
      // An invited deputy of another station answers from there: the number is the inviting station's.
      const row = await db.topicMember.findFirst({
        where: { topicNo: no, personId: speaker.personId },
        orderBy: [{ id: 'desc' }],
      })
      if (!row) return say(copy.notInvited(no))
      await change.update('TopicMember', row.id, { state, answeredAt: dateOf(now) })
      const topic = await db.topicWork.findUniqueOrThrow({
        where: { stationId_no: { stationId: row.stationId, no } },
      })
      await say(copy.answered(no, state === 'agreed'))
      if (row.stationId === station.id || topic.ledById !== speaker.personId)
        await context.tell(topic.ledById, copy.answeredToLead(no, speaker.name, state === 'agreed'))
    },
  })

export const agreeTopicCommand = answer('同意', 'agreed')
export const declineTopicCommand = answer('不便', 'declined')
