import { LEADING } from '../../station/roles.js'
import { parseNumeral } from '../../station/text/numerals.js'
import { dateOf } from '../../station/time/civil.js'
import { type Argument, oneOf, optional, reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

const MAX_YUAN = 10_000_000
const SPENT =
  /(?<![\dA-Za-z.])([-−]?\d{1,9}(?:\.\d{1,2})?|[零一二两三四五六七八九十百千万]{1,8}(?=元|块))(?!\.?\d)\s*(?:元|块)?(?:钱)?\s+([^\s,，、。！!？?]{1,20})/u

/** 860 物料: an amount without what it was for is talk about money. */
function spent(): Argument<{ amount: number; about: string }> {
  return {
    label: '金额和用途',
    example: '860 物料',
    take(line) {
      const match = SPENT.exec(line.rest)
      if (!match) return { missing: true }
      const end = match.index + match[0].length
      line.claim(match.index, end)
      const amount = /^[-−\d]/u.test(match[1]!) ? Number(match[1]!.replace('−', '-')) : (parseNumeral(match[1]!) ?? 0)
      return { value: { amount, about: line.raw(end - match[2]!.length, end) } }
    },
  }
}

async function yearLines({ db, station, now }: CommandContext) {
  const year = dateOf(now.with({ month: 1, day: 1 }).startOfDay())
  return db.costLine.findMany({
    where: { stationId: station.id, state: 'kept', at: { gte: year } },
    orderBy: { id: 'asc' },
  })
}

const sum = (rows: readonly { amountCents: number }[]): number =>
  rows.reduce((total, row) => total + row.amountCents, 0)

/** What was spent, as told. Nothing is paid here. */
export const costCommand = command({
  name: '经费',
  aliases: ['支出'],
  summary: '记一笔活动经费',
  args: {
    activity: optional(reference('H', '活动编号')),
    spent: spent(),
  },
  who: LEADING,
  changes: true,
  examples: ['H12 经费 860 物料'],
  async run(context, { activity, spent: { amount, about } }) {
    const { db, station, change, speaker, now } = context
    if (!(amount > 0 && amount <= MAX_YUAN)) return context.say(copy.costInvalid)
    if (activity !== undefined) {
      const known = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no: activity } } })
      if (!known) return context.say(copy.unknownActivity(activity))
    }
    const line = await change.create('CostLine', {
      stationId: station.id,
      activityNo: activity ?? null,
      amountCents: Math.round(amount * 100),
      about,
      byName: speaker.name,
      at: dateOf(now),
    })
    await context.say(copy.cost(line, sum(await yearLines(context))))
  },
})

export const costsCommand = command({
  name: '经费',
  aliases: ['经费统计'],
  summary: '看本年经费累计',
  args: { what: oneOf('统计', { 统计: true, 累计: true }) },
  who: LEADING,
  changes: false,
  examples: ['经费 统计'],
  async run(context) {
    const rows = await yearLines(context)
    const byAbout = new Map<string, number>()
    for (const { about, amountCents } of rows) byAbout.set(about, (byAbout.get(about) ?? 0) + amountCents)
    const top = [...byAbout].sort((a, b) => b[1] - a[1]).slice(0, 6)
    await context.say(copy.costs(context.now.year, sum(rows), top))
  },
})
