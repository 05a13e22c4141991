import { OPINION_STATES } from '../../station/opinion/states.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { keepReceipt, receivedPart } from '../handling/receive.js'
import { about, saying } from './arguments.js'
import { copy } from './copy.js'
import { masked } from './masked.js'
import { patchOpinion } from './opinion-row.js'
import { step, theOpinion } from './step.js'

const authorOf = ({ change, now, speaker }: CommandContext) => ({ change, now, speakerName: speaker.name })

export const closeCommand = command({
  name: '办结',
  summary: '办结一件意见',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '理由', '群众联系不上')) },
  who: MEMBERS,
  changes: true,
  examples: ['办结 Y17', '办结 Y17 群众联系不上'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const reason = await masked(context, words.replace(/^理由[\s:：]*/, ''))
    const more = { closedAt: dateOf(context.now) }
    const event = row.state === '跟踪中' ? ({ kind: 'promiseKept' } as const) : ({ kind: 'close', reason } as const)
    const taken = await step(context, row, event, reason, more)
    if (taken) await context.say(copy.closed(no, taken.effects.includes('warnNotPassedOn')))
  },
})

export const promiseCommand = command({
  name: '兑现',
  aliases: ['办成', '承诺已兑现'],
  summary: '答复里的承诺已兑现',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  examples: ['兑现 Y17'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    const taken = row && (await step(context, row, { kind: 'promiseKept' }, '', { closedAt: dateOf(context.now) }))
    if (taken) await context.say(copy.closed(no, false))
  },
})

export const trackCommand = command({
  name: '跟踪',
  summary: '按答复的承诺日期跟踪',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '承诺日期', '12月31日')) },
  who: MEMBERS,
  changes: true,
  examples: ['跟踪 Y17 12月31日'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const scan = scanDate(words, context.now)
    const promisedOn = scan.kind === 'point' ? { promisedOn: scan.at.toPlainDate() } : {}
    const taken = await step(context, row, { kind: 'track', ...promisedOn }, words)
    if (taken) await context.say(copy.tracked(taken.row))
  },
})

export const redoCommand = command({
  name: '重办',
  aliases: ['没解决', '未兑现', '未办成'],
  summary: '没有真解决，重新办理',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '理由', '儿科只开了一天')) },
  who: MEMBERS,
  changes: true,
  examples: ['重办 Y17 儿科只开了一天'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const reason = await masked(context, words)
    const event = row.state === '跟踪中' ? ({ kind: 'promiseBroken' } as const) : ({ kind: 'reopen', reason } as const)
    const taken = await step(context, row, event, reason)
    if (taken) await context.say(copy.redo(no))
  },
})

const withdraw = (kind: 'withdraw' | 'markMistaken', name: string) =>
  command({
    name,
    summary: kind === 'withdraw' ? '撤回自己登记的意见' : '标为误记',
    args: { no: about('Y', '意见编号'), words: optional(saying('Y', '理由', '误发')) },
    who: MEMBERS,
    changes: true,
    examples: [`${name} Y17 误发`],
    async run(context: CommandContext, { no, words = '' }) {
      const row = await theOpinion(context, no)
      const taken = row && (await step(context, row, { kind }, await masked(context, words)))
      if (taken) await context.say(copy.withdrawn(no, name))
    },
  })

export const withdrawOpinionCommand = withdraw('withdraw', '撤回')
export const mistakenCommand = withdraw('markMistaken', '误记')

/** Four weeks after its closing whoever recorded it is asked whether the matter is really solved. */
export const SOLVED_AFTER_DAYS = 28
const ANSWERED_WITHIN_DAYS = 30

export const acknowledgeCommand = command({
  name: '签收',
  aliases: ['开始办理'],
  summary: '承办单位已签收',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '哪家单位', '卫健委')) },
  who: MEMBERS,
  changes: true,
  examples: ['签收 Y17', '签收 Y17 医保局'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const received = await receivedPart(context, 'Y', no, words)
    if (received === null) return
    // Of several units the first to sign takes the matter in hand; the others only sign.
    const signed = received && row.state === '办理中'
    const unit = received ? received.part.unit : (row.unit ?? '')
    if (signed) await patchOpinion(authorOf(context), row, {}, '签收', unit)
    else if (!(await step(context, row, { kind: 'acknowledge' }, unit))) return
    await context.say(received ? await keepReceipt(context, `Y${no}`, received) : copy.acknowledged(no))
  },
})

export const solvedCommand = command({
  name: '真解决',
  aliases: ['确实解决了'],
  summary: '回访确认真解决了',
  args: { no: optional(about('Y', '意见编号')) },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['真解决 Y17'],
  async run(context, said) {
    const no = said.no ?? (await askedLately(context))
    const row = await theOpinion(context, no)
    const taken = row && (await step(context, row, { kind: 'confirmSolved' }, ''))
    if (taken) await context.say(copy.solved(row.no))
  },
})

/** The one opinion whose reporter was asked after four weeks and has not said. Only privately: in a group the words are talk. */
async function askedLately({ db, station, speaker, roomId, now }: CommandContext): Promise<number | undefined> {
  if (roomId !== null) return undefined
  // Asked on the morning of the day, whatever the hour of the closing.
  const askedUntil = now.startOfDay().subtract({ days: SOLVED_AFTER_DAYS - 1 })
  const closed = await db.opinion.findMany({
    where: {
      stationId: station.id,
      reporterId: speaker.personId,
      state: OPINION_STATES.closed.label,
      closedAt: { lt: dateOf(askedUntil), gt: dateOf(askedUntil.subtract({ days: ANSWERED_WITHIN_DAYS })) },
    },
    select: { no: true, stamps: true },
  })
  const open = closed.filter(({ stamps }) => !(stamps as Record<string, string>).solvedAt)
  return open.length === 1 ? open[0]!.no : undefined
}
