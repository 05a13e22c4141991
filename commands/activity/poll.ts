import type { Poll as PollRow } from '../../prisma/generated/client.js'
import type { Person } from '../../station/activity/person.js'
import { answerPoll, newPoll, notAnswered, type Poll, pollResult } from '../../station/activity/poll.js'
import { readChoices } from '../../station/activity/read-choices.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'
import { type Argument, count, reference, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about } from '../keyed.js'
import { deputiesOf } from '../people/member-named.js'
import { move } from './change.js'
import { closePolls } from './close-polls.js'
import { copy } from './copy.js'
import { theActivity } from './find.js'
import { beginning } from './moment-of.js'

const CLOSES_HOUR = 20
/** Where the evening before the first choice is too near or past: this much time to answer. */
const SHORTEST_HOURS = 6

interface StoredChoice {
  label: string
  startsAt: string | null
}

export function pollOf(row: PollRow): Poll {
  const asked = row.asked as unknown as Person[]
  const answers = row.answers as unknown as { personId: number; choices: number[]; seq: number }[]
  return {
    choices: (row.choices as unknown as StoredChoice[]).map(({ label, startsAt }) => ({
      label,
      startsAt: startsAt === null ? null : Temporal.ZonedDateTime.from(startsAt),
    })),
    closesAt: momentOf(row.closesAt),
    asked,
    answers: answers.map(({ personId, choices, seq }) => ({
      person: asked.find(({ id }) => id === personId)!,
      choices,
      seq,
    })),
  }
}

/** 周三下午/周四上午/周六: as typed, with the day each one names. */
function choices(): Argument<string[]> {
  return {
    label: '几个时间',
    example: '周三下午/周四上午/周六',
    take(line) {
      const from = line.rest.search(/[^\s:：,，]/)
      if (from < 0) return { missing: true }
      const to = line.rest.trimEnd().length
      line.claim(from, to)
      return {
        value: line
          .raw(from, to)
          .split(/[/／|、]/)
          .map((choice) => choice.trim())
          .filter(Boolean),
      }
    },
  }
}

export const pollCommand = command({
  name: '约时间',
  summary: '先投票再定活动时间',
  args: { number: reference('H', '活动编号'), choices: about('H', choices()) },
  who: LEADING,
  changes: true,
  examples: ['约时间 H12 周三下午/周四上午/周六'],
  async run(context, { number, choices }) {
    const open = await theActivity(context, number, '约时间', 'arrange')
    if (!open) return
    const { now, change, db, station, roomId } = context
    const usually = momentOf(open.activity.startsAt).toPlainTime()
    const read = choices.map((label) => ({ label, ...momentNamed(label, now, usually) }))
    const closesAt = closingBefore(
      read.flatMap(({ day }) => (day ? [day] : [])),
      now,
    )
    const asked = await deputiesOf(context)
    const made = newPoll(read, closesAt, asked, now)
    if (!made.ok) return context.say(copy.pollFault(made.error))
    await closePolls(db, open.activity.id)
    const poll = await change.create('Poll', {
      stationId: station.id,
      activityId: open.activity.id,
      choices: read.map(({ label, startsAt }) => ({ label, startsAt: startsAt?.toString() ?? null })),
      closesAt: dateOf(closesAt),
      asked: asked as unknown as object[],
      answers: [],
      state: 'open',
    })
    const rooms = await db.room.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
    const place = roomId ?? rooms[0]?.chatRoomId ?? null
    await db.question.createMany({
      data: asked.map(({ id }) => ({
        stationId: station.id,
        personId: id,
        roomId: place,
        kind: 'poll',
        payload: { pollId: poll.id, count: read.length },
        askedAt: dateOf(now),
        expiresAt: dateOf(closesAt),
      })),
    })
    const text = copy.pollSent(open.activity, choices, closesAt)
    await context.say(text)
    if (roomId === null) await context.announce(text)
  },
  answers: {
    poll: {
      accepts(folded, { count }) {
        const said = readChoices(folded)
        return said?.every((no) => no >= 1 && no <= (count as number)) ? said : undefined
      },
      run: (context, { pollId }, said) => vote(context, pollId as number, said as number[]),
    },
  },
})

/** 约时间 座谈会 周三下午/周四上午: said of what does not exist yet. */
export const pollWithoutActivityCommand = command({
  name: '约时间',
  summary: '还没有活动时，先建活动再约时间',
  args: { title: word('名称', '座谈会'), choices: severalTimes() },
  who: LEADING,
  changes: false,
  examples: ['约时间 座谈会 周三下午/周四上午'],
  run: (context, { title, choices: said }) => context.say(copy.pollNeedsActivity(title, said)),
})

/** The rest of the line, where it names at least two times apart from each other. */
function severalTimes(): Argument<string> {
  return {
    label: '几个时间',
    example: '周三下午/周四上午',
    take(line, { now }) {
      const said = line.rest.trim()
      const from = line.rest.indexOf(said)
      const parts = said.split(/[/／|、,，\s]+/)
      if (parts.length < 2 || parts.some((part) => scanDate(part, now).kind === 'none')) return { missing: true }
      line.claim(from, from + said.length)
      return { value: parts.join('/') }
    },
  }
}

/** When a choice would begin, as it is meant now: 周三下午 said again next week is another Wednesday. */
function momentNamed(label: string, now: Moment, usually: Temporal.PlainTime) {
  const startsAt = beginning(scanDate(label, now), usually)?.startsAt ?? null
  return { startsAt, day: startsAt }
}

/** The evening before the first of the days offered. */
function closingBefore(days: readonly Moment[], now: Moment): Moment {
  const [first] = [...days].sort(Temporal.ZonedDateTime.compare)
  const evening = (first ?? now.add({ days: 3 })).subtract({ days: 1 }).withPlainTime({ hour: CLOSES_HOUR })
  const soonest = now.add({ hours: SHORTEST_HOURS })
  return Temporal.ZonedDateTime.compare(evening, soonest) > 0 ? evening : soonest
}

async function vote(context: CommandContext, pollId: number, said: readonly number[]): Promise<void> {
  const { db, change, speaker, now, message } = context
  await db.$queryRaw`SELECT id FROM "Poll" WHERE id = ${pollId} FOR UPDATE`
  const row = await db.poll.findUniqueOrThrow({ where: { id: pollId }, include: { activity: true } })
  // Taken back before its time: asked anew, or the activity was cancelled.
  if (row.state !== 'open' && row.closesAt > dateOf(now)) return context.say(copy.noPoll(row.activity))
  const poll = pollOf(row)
  const person = { id: speaker.personId, name: speaker.name }
  const decided = answerPoll(poll, person, said, { at: now, seq: message.seq })
  if (!decided.ok) return context.say(copy.voteRefused(row.activity, decided.error))
  const after = decided.value.poll
  if (decided.value.code === 'stale') return
  await change.update('Poll', pollId, {
    answers: after.answers.map(({ person: { id }, choices, seq }) => ({ personId: id, choices: [...choices], seq })),
  })
  const tail = copy.votedTail(row.activity, after.answers.length, after.asked.length)
  await context.say(`${person.name}${tail}`, { merge: { key: `poll:${pollId}`, subject: person.name, tail } })
  const result = pollResult(after, now)
  if (result.code === 'stillOpen') return
  await change.update('Poll', pollId, { state: 'closed' })
  await context.announce(copy.pollResult(row.activity, result))
}

export const voteCommand = command({
  name: '投',
  aliases: ['投票', '改投'],
  summary: '给约时间投票或改投',
  args: { number: reference('H', '活动编号'), said: about('H', numbers()) },
  who: MEMBERS,
  changes: true,
  examples: ['投 H12 1 3'],
  async run(context, { number, said }) {
    const open = await theActivity(context, number, '投票', 'arrange')
    if (!open) return
    const row = await context.db.poll.findFirst({ where: { activityId: open.activity.id }, orderBy: { id: 'desc' } })
    if (!row) return context.say(copy.noPoll(open.activity))
    await vote(context, row.id, said)
  },
})

function numbers(): Argument<number[]> {
  return {
    label: '序号',
    example: '1 3',
    take(line) {
      const said = readChoices(line.rest.trim())
      if (!said) return { missing: true }
      line.claim(0, line.rest.length)
      return { value: said }
    },
  }
}

/** One command turns the winner into the activity's time. */
export const settlePollCommand = command({
  name: '定时间',
  summary: '按投票结果定活动时间',
  args: { number: reference('H', '活动编号'), choice: about('H', count('序号', '2', /(?:第|选)?\s*(\d)\s*(?:个)?/)) },
  who: LEADING,
  changes: true,
  examples: ['定时间 H12 2'],
  async run(context, { number, choice }) {
    const open = await theActivity(context, number, '定时间', 'arrange')
    if (!open) return
    const { db, change, now } = context
    const row = await db.poll.findFirst({ where: { activityId: open.activity.id }, orderBy: { id: 'desc' } })
    const chosen = row && pollOf(row).choices[choice - 1]
    if (!row || !chosen) return context.say(copy.noPoll(open.activity))
    const newStartsAt = chosen.startsAt
    if (!newStartsAt) return context.say(copy.unclearTime(chosen.label))
    const old = momentOf(open.activity.startsAt)
    await closePolls(db, open.activity.id)
    await change.update('Poll', row.id, { state: 'settled' })
    if (newStartsAt.equals(old)) return context.say(copy.sameTime(open.activity))
    if (Temporal.ZonedDateTime.compare(newStartsAt, now) <= 0) return context.say(copy.noPast(dateOf(newStartsAt)))
    await move(context, open, newStartsAt)
  },
})

/** For the clock: those who have said nothing yet. */
export const silentVoters = (row: PollRow): Person[] => notAnswered(pollOf(row))
