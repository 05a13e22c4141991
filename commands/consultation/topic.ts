import type { Person, TopicMember } from '../../prisma/generated/client.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from '../opinion/arguments.js'
import { LISTED } from '../opinion/listed.js'
import { masked } from '../opinion/masked.js'
import { askPerson } from '../put-question.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { copy } from './copy.js'

const INVITATION = 'topic-invitation'
const OPEN_MINUTES = 14 * 24 * 60

type Answer = 'agreed' | 'declined' | 'asked'

const ANSWERS: readonly (readonly [RegExp, Answer])[] = [
  [/^同意(?:参加)?[。!！]*$/, 'agreed'],
  [/^不(?:方)?便(?:参加)?[。!！]*$/, 'declined'],
  [/^(?:想|先)?了解(?:一下)?[。!！]*$/, 'asked'],
]

export const topicCommand = command({
  name: '议题',
  aliases: ['建议题'],
  summary: '建议题，邀请其他专业代表',
  args: { words: text('议题和邀请', '基层医保支付 邀请 金融站 赵磊') },
  who: LEADING,
  changes: true,
  examples: ['议题 基层医保支付 邀请 金融站 赵磊'],
  async run(context, { words }) {
    const { change, station, speaker, now, say } = context
    const [asked = '', invited = ''] = words.split(/[\s,，]*邀请[\s:：]*/)
    if (asked.trim() === '') return say(copy.topicUsage)
    const question = await masked(context, asked.trim())
    const people = await peopleNamed(context, invited)
    if (!people) return
    const no = await change.nextNumber(station.id, 'K')
    await change.create('TopicWork', {
      stationId: station.id,
      no,
      question,
      ledById: speaker.personId,
      startedAt: dateOf(now),
    })
    for (const person of people) {
      await change.create('TopicMember', { stationId: station.id, topicNo: no, personId: person.id, state: 'invited' })
      await invite(context, person.id, no, question)
    }
    await say(
      copy.topic(
        no,
        question,
        people.map(({ name }) => name),
      ),
    )
  },
  answers: {
    [INVITATION]: {
      accepts: (folded) => ANSWERS.find(([says]) => says.test(folded.trim()))?.[1],
      async run(context, payload, state) {
        const key = { stationId: payload.stationId as number, topicNo: payload.no as number }
        const row = await context.db.topicMember.findFirst({ where: { ...key, personId: context.speaker.personId } })
        if (row) await settle(context, row, state as Answer)
      },
    },
  },
})

/** Members of any station of the district, deputies and 特聘专家 alike; says who is on no roster. */
async function peopleNamed({ db, station, say }: CommandContext, words: string): Promise<Person[] | null> {
  const names = words.split(/[\s,，、]+/).filter((name) => name !== '' && !/(?:站|^专家|^代表)$/.test(name))
  const people = await db.person.findMany({
    where: {
      name: { in: names },
      memberships: { some: { state: 'agreed', station: { districtId: station.districtId } } },
    },
  })
  const unknown = names.filter((name) => !people.some((person) => person.name === name))
  if (unknown.length === 0) return people
  await say(copy.notMembers(unknown))
  return null
}

export const inviteToTopicCommand = command({
  name: '邀请',
  summary: '邀请代表或专家参加议题',
  args: { no: about('K', '议题编号'), words: optional(saying('K', '姓名', '法律站 周宁')) },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['K2 邀请 法律站 周宁'],
  async run(context, { no, words = '' }) {
    const { change, db, station, speaker, say } = context
    const topic = await db.topicWork.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!topic || topic.state === 'struck') return say(copy.unknownTopic(no))
    if (topic.state === 'reported') return say(copy.topicOver(no))
    if (topic.ledById !== speaker.personId && !LEADING.some((role) => speaker.roles.has(role)))
      return say(copy.invitedByLead(no))
    const people = await peopleNamed(context, words)
    if (!people) return
    if (people.length === 0) return say(copy.inviteUsage(no))
    const known = await db.topicMember.findMany({ where: { stationId: station.id, topicNo: no } })
    const fresh: string[] = []
    for (const person of people) {
      const before = known.find(({ personId }) => personId === person.id)
      if (person.id === topic.ledById || before?.state === 'agreed') continue
      if (before) await change.update('TopicMember', before.id, { state: 'invited', answeredAt: null })
      else
        await change.create('TopicMember', {
          stationId: station.id,
          topicNo: no,
          personId: person.id,
          state: 'invited',
        })
      await invite(context, person.id, no, topic.question)
      fresh.push(person.name)
    }
    await say(fresh.length > 0 ? copy.invitedToTopic(no, fresh) : copy.inTopicAlready(no))
  },
})

export const topicListCommand = command({
  name: '议题列表',
  summary: '看本站的议题',
  who: MEMBERS,
  changes: false,
  examples: ['议题列表'],
  async run({ db, station, say }) {
    const where = { stationId: station.id, state: { not: 'struck' } }
    const rows = await db.topicWork.findMany({ where, orderBy: { no: 'desc' }, take: LISTED })
    await say(rows.length > 0 ? copy.topics(rows) : copy.noTopics)
  },
})

/** Asked at a station where the deputy can answer: the inviting one, or else one of their own. */
async function invite(context: CommandContext, personId: number, no: number, question: string): Promise<void> {
  const { db, station, speaker } = context
  const memberships = await db.membership.findMany({
    where: { personId, state: 'agreed' },
    include: { station: true },
    orderBy: { id: 'asc' },
  })
  const at = memberships.find((membership) => membership.stationId === station.id) ?? memberships[0]
  await askPerson({ ...context, station: at?.station ?? station }, personId, {
    kind: INVITATION,
    payload: { no, stationId: station.id },
    text: copy.invitation(no, question, speaker.name),
    openMinutes: OPEN_MINUTES,
  })
}

/** Writes the answer and tells who leads the topic; who wants to know more is called by the convenor on duty. */
async function settle(context: CommandContext, row: TopicMember, state: Answer): Promise<void> {
  const { db, change, speaker, station, now, say } = context
  const { topicNo: no, stationId } = row
  // Said once more it is the same answer: nobody is told twice.
  if (row.state === state && state !== 'asked') return say(copy.answered(no, state === 'agreed'))
  await change.update('TopicMember', row.id, { state, answeredAt: dateOf(now) })
  const topic = await db.topicWork.findUniqueOrThrow({ where: { stationId_no: { stationId, no } } })
  if (state === 'asked') {
    const host = await db.station.findUniqueOrThrow({ where: { id: stationId } })
    const convenorId = (await convenorOnDuty(db, host, now)) ?? topic.ledById
    const convenor = await db.person.findUniqueOrThrow({ where: { id: convenorId } })
    await context.tell(convenorId, copy.callWanted(no, topic.question, speaker.name))
    return context.ask({
      kind: INVITATION,
      payload: { no, stationId },
      text: copy.callPromised(no, convenor.name),
      openMinutes: OPEN_MINUTES,
    })
  }
  await say(copy.answered(no, state === 'agreed'))
  if (stationId === station.id || topic.ledById !== speaker.personId)
    await context.tell(topic.ledById, copy.answeredToLead(no, speaker.name, state === 'agreed'))
}

const answer = (name: string, summary: string, state: Answer) =>
  command({
    name,
    summary,
    args: { no: about('K', '议题编号') },
    who: MEMBERS,
    changes: true,
    silentAlone: true,
    examples: [`${name} K2`],
    async run(context: CommandContext, { no }) {
      // An invited deputy of another station answers from there: the number is the inviting station's.
      const row = await context.db.topicMember.findFirst({
        where: { topicNo: no, personId: context.speaker.personId },
        orderBy: [{ id: 'desc' }],
      })
      await (row ? settle(context, row, state) : context.say(copy.notInvited(no)))
    },
  })

export const topicAnswerCommands = [
  answer('同意', '同意参加议题', 'agreed'),
  answer('不便', '不便参加议题', 'declined'),
  answer('想了解', '先了解再决定参加议题', 'asked'),
]
