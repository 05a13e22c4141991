import type { LibraryDocument } from '../../prisma/generated/client.js'
import { clausesOf, findClauses } from '../../station/library/clauses.js'
import { traceOf } from '../../station/library/rule-execution.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { parseNumeral } from '../../station/text/numerals.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { body, lookUp, ordinal } from './arguments.js'
import { copy } from './copy.js'
import { looksLikeClauses } from './document.js'
import { clausesIn, documentsInForce, tracesSince } from './records.js'

const KIND = '制度'
const TITLE = lookUp('制度名', '接待制度', 20)

interface Edition {
  title: string
  version: number
}

async function editionsOf({ db, station }: CommandContext, title: string): Promise<LibraryDocument[]> {
  return db.libraryDocument.findMany({
    where: { stationId: station.id, kind: KIND, title, state: { not: 'struck' } },
    orderBy: { version: 'asc' },
  })
}

/** A new edition supersedes the one in force; the old one stays to be read. */
async function publishRule(context: CommandContext, { title, version }: Edition, words: string): Promise<void> {
  const { change, now } = context
  const editions = await editionsOf(context, title)
  for (const { id, state } of editions)
    if (state === 'current') await change.update('LibraryDocument', id, { state: 'superseded' })
  const draft = editions.find((row) => row.state === 'draft')
  const clauses = clausesOf(words)
  const kept = {
    version,
    text: words,
    clauses: clauses as unknown as object[],
    state: 'current',
    publishedAt: dateOf(now),
  }
  const row = draft
    ? await change.update('LibraryDocument', draft.id, kept as never)
    : await change.create('LibraryDocument', { ...(await fresh(context, title)), ...kept } as never)
  await context.say(copy.rulePublished(row, clauses.length))
}

async function fresh({ station, change, now }: CommandContext, title: string) {
  return {
    stationId: station.id,
    kind: KIND,
    no: await change.nextNumber(station.id, KIND),
    title,
    storedAt: dateOf(now),
  }
}

export const publishRuleCommand = command({
  name: '发布制度',
  summary: '发布一项制度或新的一版',
  args: { words: body('条文'), version: optional(ordinal('版', '版')), title: TITLE },
  who: LEADING,
  changes: true,
  examples: ['发布制度 接待制度 第2版'],
  async run(context, { words, version, title }) {
    const editions = await editionsOf(context, title)
    const published = editions.filter(({ state }) => state !== 'draft')
    const next = Math.max(0, ...published.map((row) => row.version)) + 1
    if (version !== undefined && version < next) return context.say(copy.ruleEditionTaken(title, next))
    const edition = { title, version: version ?? next }
    const handed = words ?? editions.find(({ state }) => state === 'draft')?.text
    if (handed) return publishRule(context, edition, handed)
    await context.ask({ kind: 'rule-text', payload: { ...edition }, text: copy.ruleWanted(title, edition.version) })
  },
  answers: { 'rule-text': ruleText() },
})

function ruleText(): AnswerHandler<'text'> {
  return {
    accepts: (folded) => (looksLikeClauses(folded) ? 'text' : undefined),
    run: (context, payload) => publishRule(context, payload as unknown as Edition, context.message.kept),
  }
}

export const draftRuleCommand = command({
  name: '存制度',
  aliases: ['制度草稿'],
  summary: '存一项还没发布的制度',
  args: { words: body('条文'), title: TITLE },
  who: LEADING,
  changes: true,
  examples: ['存制度 学习制度'],
  async run(context, { words, title }) {
    const { change } = context
    const draft = (await editionsOf(context, title)).find(({ state }) => state === 'draft')
    const clauses = clausesOf(words ?? '') as unknown as object[]
    const kept = { text: words ?? '', clauses }
    const row = draft
      ? await change.update('LibraryDocument', draft.id, kept as never)
      : await change.create('LibraryDocument', { ...(await fresh(context, title)), ...kept, state: 'draft' } as never)
    await context.say(copy.ruleDrafted(row))
  },
})

/** How many rules there are, how many are published, and how many of those the records show to be lived by. */
export const ruleStatisticsCommand = command({
  name: '制度',
  summary: '看制度发布和执行情况',
  args: { what: oneOf('统计', { 统计: true }) },
  who: MEMBERS,
  changes: false,
  examples: ['制度 统计'],
  async run(context) {
    const { db, station } = context
    const rows = await db.libraryDocument.findMany({
      where: { stationId: station.id, kind: KIND, state: { in: ['draft', 'current'] } },
      orderBy: { no: 'asc' },
    })
    const published = rows.filter(({ state }) => state === 'current')
    const idle: string[] = []
    for (const { title, publishedAt, storedAt } of published) {
      const first = await firstPublished(context, title, publishedAt ?? storedAt)
      const trace = traceOf(title)
      if (trace === null || (await tracesSince(context, trace, first)) === 0) idle.push(title)
    }
    const total = new Set(rows.map(({ title }) => title)).size
    await context.say(copy.ruleStatistics(total, published.length, published.length - idle.length, idle))
  },
})

/** A second edition does not wipe out what was done under the first. */
async function firstPublished(context: CommandContext, title: string, otherwise: Date): Promise<Date> {
  const dates = (await editionsOf(context, title)).flatMap(({ publishedAt }) => (publishedAt ? [publishedAt] : []))
  return dates.sort((a, b) => a.getTime() - b.getTime())[0] ?? otherwise
}

/** That edition of every rule, in force or not. */
const editionsNo = ({ db, station }: CommandContext, version: number): Promise<LibraryDocument[]> =>
  db.libraryDocument.findMany({
    where: { stationId: station.id, kind: KIND, version, state: { in: ['current', 'superseded'] } },
    orderBy: { no: 'asc' },
  })

function clauseOf(rule: LibraryDocument | undefined, wanted: string, article: number): string {
  if (!rule) return copy.noRuleNamed(wanted)
  const clauses = clausesIn(rule)
  const clause = clauses.find(({ label }) => parseNumeral(label.replace(/^第|[条项段]$/gu, '')) === article)
  return clause ? copy.ruleClauses(rule, [clause]) : copy.noClause(rule, article, clauses.length)
}

/** 制度 请假: the clause that speaks of it; the name of a rule shows the rule. */
export const findRuleCommand = command({
  name: '制度',
  aliases: ['查制度', '规定'],
  summary: '查制度条文，旧版写第几版',
  args: {
    version: optional(ordinal('版', '版')),
    article: optional(ordinal('条', '条', { last: true })),
    wanted: lookUp('关键词', '请假', 8),
  },
  who: MEMBERS,
  changes: false,
  examples: ['制度 请假', '制度 接待 第2条', '制度 接待 第1版'],
  async run(context, { wanted, version, article }) {
    const rules = version === undefined ? await documentsInForce(context, KIND) : await editionsNo(context, version)
    const named = rules.find(({ title }) => title === wanted || title === `${wanted}制度`)
    if (article !== undefined) return context.say(clauseOf(named, wanted, article))
    const found = rules.flatMap((rule) => {
      const clauses = findClauses(clausesIn(rule), wanted)
      return clauses.length === 0 ? [] : [copy.ruleClauses(rule, clauses)]
    })
    if (named) return context.say(copy.ruleWhole(named, clausesIn(named)))
    const none = version === undefined ? copy.notFound(wanted) : copy.noEdition(wanted, version)
    await context.say(found.length === 0 ? none : found.slice(0, 2).join('\n'))
  },
})

export const wallCommand = command({
  name: '制度上墙',
  summary: '把现行制度排成上墙稿',
  who: LEADING,
  changes: true,
  examples: ['制度上墙'],
  async run(context) {
    if ((await documentsInForce(context, KIND)).length === 0) return context.say(copy.noRules)
    await requestDocument(context, { kind: 'wall', to: 'here' })
  },
})
