import type { Activity, PublicText } from '../../prisma/generated/client.js'
import { mask } from '../../station/privacy/mask.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { reference } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { copy } from './copy.js'
import { eventFacts } from './facts.js'

/** How long a draft waits for the word of whoever asked for it. */
const REVIEW_MINUTES = 7 * 24 * 60

async function theActivity(context: CommandContext, no: number): Promise<Activity | null> {
  const { db, station } = context
  const activity = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!activity) await context.say(copy.unknownActivity(no))
  else if (activity.state === 'cancelled') await context.say(copy.cancelled(activity))
  return activity && activity.state !== 'cancelled' ? activity : null
}

function keep(context: CommandContext, kind: string, about: string, text: string): Promise<PublicText> {
  const { change, station, now } = context
  return change.create('PublicText', { stationId: station.id, kind, about, text, createdAt: dateOf(now) })
}

/** Drafted and kept; the bot itself sends nothing outside. */
export const articleCommand = command({
  name: '公众号稿',
  aliases: ['宣传稿'],
  summary: '起草活动的公众号稿',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['H12 公众号稿'],
  async run(context, { number }) {
    const activity = await theActivity(context, number)
    if (!activity) return
    if (activity.startsAt > dateOf(context.now)) return context.say(copy.notHeld(activity))
    const facts = await eventFacts(context, activity)
    const text = copy.article(facts, context.station.name)
    const { id } = await keep(context, 'article', `H${number}`, text)
    await context.ask({
      kind: 'public-text',
      payload: { id },
      text: copy.articleDraft(text, facts.photos),
      openMinutes: REVIEW_MINUTES,
    })
  },
  answers: { 'public-text': review() },
})

type Verdict = 'approve' | 'change'

function review(): AnswerHandler<Verdict> {
  return {
    accepts: (folded) =>
      /^批准$/u.test(folded.trim()) ? 'approve' : /^改[\s:]+\S/u.test(folded) ? 'change' : undefined,
    async run(context, { id }, verdict) {
      const { change, speaker, now } = context
      if (verdict === 'approve') {
        const row = await change.update('PublicText', id as number, {
          state: 'approved',
          approvedById: speaker.personId,
          approvedAt: dateOf(now),
        })
        return context.say(copy.approved(row.about))
      }
      // what people type for outside is masked like everything else
      const text = mask(context.message.raw.replace(/^\s*改[\s:：]+/u, '').trim()).text
      await change.update('PublicText', id as number, { text })
      await context.ask({ kind: 'public-text', payload: { id }, text: copy.changed(text), openMinutes: REVIEW_MINUTES })
    },
  }
}

export const posterCommand = command({
  name: '海报',
  summary: '生成活动海报和文案',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['H12 海报'],
  async run(context, { number }) {
    const activity = await theActivity(context, number)
    if (!activity) return
    const text = copy.poster(await eventFacts(context, activity), context.station.name)
    await keep(context, 'poster', `H${number}`, text)
    await requestDocument(context, { kind: 'poster', args: { id: activity.id, text }, to: 'here' })
  },
})
