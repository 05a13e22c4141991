import type { Opinion, OpinionEscalation } from '../../prisma/generated/client.js'
import { isAbove, organLevel } from '../../station/linkage/organ-level.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import { nextOpinionState } from '../../station/opinion/transitions.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, Temporal } from '../../station/time/civil.js'
import { type Argument, optional, when } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { about } from '../opinion/arguments.js'
import { patchOpinion, stateOf } from '../opinion/opinion-row.js'
import { step, theOpinion } from '../opinion/step.js'
import { copy } from './copy.js'

/** 市人大, 省人大常委会. */
function organ(): Argument<string> {
  return {
    label: '上级人大',
    example: '市人大',
    take(line) {
      const match = /(?:全国|省|市|区|县)人大(?:常委会)?/.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[0] }
    },
  }
}

const rowsOf = ({ db, station }: StationContext, opinionNo?: number): Promise<OpinionEscalation[]> =>
  db.opinionEscalation.findMany({
    where: { stationId: station.id, struck: false, ...(opinionNo !== undefined && { opinionNo }) },
    orderBy: { id: 'asc' },
  })

/** The opinions on the list that still owe an answer, with how far each has gone. */
async function escalated(context: StationContext): Promise<{ opinion: Opinion; path: string[] }[]> {
  const rows = await rowsOf(context)
  const opinions = await context.db.opinion.findMany({
    where: { stationId: context.station.id, no: { in: rows.map(({ opinionNo }) => opinionNo) } },
    orderBy: { no: 'asc' },
  })
  return opinions
    .filter((opinion) => OPINION_STATES[stateOf(opinion)].live)
    .map((opinion) => ({
      opinion,
      path: rows.flatMap(({ opinionNo, organ: to }) => (opinionNo === opinion.no && to !== null ? [to] : [])),
    }))
}

/** The line of the monthly report; empty when nothing needs a higher congress. */
export async function higherLine(context: StationContext): Promise<string> {
  const rows = await escalated(context)
  return rows.length > 0 ? copy.inReport(rows.map(({ opinion }) => opinion.no)) : ''
}

const authorOf = ({ change, now, speaker }: CommandContext) => ({ change, now, speakerName: speaker.name })

export const needsHigherCommand = command({
  name: '需上级',
  aliases: ['需上级协调'],
  summary: '把一件意见列入需上级协调',
  args: { no: about('Y', '意见编号') },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['Y21 需上级'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    if (!row) return
    if (!OPINION_STATES[stateOf(row)].live) return context.say(copy.notOpen(row))
    if ((await rowsOf(context, no)).length === 0) {
      const { change, station, speaker, now } = context
      await change.create('OpinionEscalation', {
        stationId: station.id,
        opinionNo: no,
        byName: speaker.name,
        at: dateOf(now),
      })
      await patchOpinion(authorOf(context), row, {}, '需上级协调', '')
    }
    await context.say(copy.listed(no, (await escalated(context)).length))
  },
})

export const needsHigherListCommand = command({
  name: '需上级清单',
  aliases: ['需上级 清单', '需上级协调清单', '需上级列表'],
  summary: '看需上级协调的意见',
  who: MEMBERS,
  changes: false,
  examples: ['需上级清单'],
  async run(context) {
    await context.say(copy.list(await escalated(context)))
  },
})

export const reportUpCommand = command({
  name: '上报',
  summary: '记一件意见上报到哪级人大',
  args: { no: about('Y', '意见编号'), organ: organ(), on: optional(when('日期')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['Y21 上报 市人大', 'Y21 上报 省人大 5月6日'],
  async run(context, { no, organ: to, on }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const { change, station, speaker, now } = context
    const day = on?.kind === 'point' ? on.at.toPlainDate() : now.toPlainDate()
    if (Temporal.PlainDate.compare(day, now.toPlainDate()) > 0) return context.say(copy.inFuture(no))
    if (!OPINION_STATES[stateOf(row)].live) return context.say(copy.notOpen(row))
    const path = (await rowsOf(context, no)).flatMap(({ organ: organSaid }) => (organSaid === null ? [] : [organSaid]))
    const last = path.at(-1)
    if (last && !isAbove(organLevel(to), organLevel(last))) return context.say(copy.notAbove(no, to, last))
    const sentence = copy.reportedUp(to, day)
    if (nextOpinionState(stateOf(row), 'reportUp') !== null) {
      if (!(await step(context, row, { kind: 'reportUp', unit: to }, sentence, { unitKind: '上级' }))) return
    } else await patchOpinion(authorOf(context), row, { unit: to, unitKind: '上级' }, '上报', sentence)
    const written = { organ: to, reportedOn: day.toString(), byName: speaker.name, at: dateOf(now) }
    await change.create('OpinionEscalation', { stationId: station.id, opinionNo: no, ...written })
    await context.say(copy.wentUp(no, sentence, [...path, to]))
  },
})
