import { LEADING, MEMBERS } from '../../station/roles.js'
import { parseNumeral } from '../../station/text/numerals.js'
import { dateOf, Temporal } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'
import { optional, text, whenAfter } from '../arguments.js'
import { command } from '../command.js'
import { about, saying } from '../opinion/arguments.js'
import { LISTED } from '../opinion/listed.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'

const lastDay = (scan: Scan): Temporal.PlainDate | null =>
  scan.kind === 'point' ? scan.at.toPlainDate() : scan.kind === 'deadline' ? scan.by.toPlainDate() : null

export const consultCommand = command({
  name: '征求意见',
  aliases: ['立法征求意见'],
  summary: '发起法规草案征求意见',
  args: { deadline: optional(whenAfter('截止', '截止日期')), title: text('草案名称', '中医药条例草案') },
  who: LEADING,
  changes: true,
  examples: ['征求意见 中医药条例草案 截止 3月20日'],
  async run({ change, station, now, say }, { deadline, title }) {
    const day = deadline && lastDay(deadline)
    if (!day) return say(copy.deadlineWanted)
    if (Temporal.PlainDate.compare(day, now.toPlainDate()) < 0) return say(copy.deadlinePast(day))
    const no = await change.nextNumber(station.id, 'L')
    await change.create('Consultation', {
      stationId: station.id,
      no,
      title,
      deadlineOn: day.toString(),
      startedAt: dateOf(now),
    })
    await say(copy.started(no, title, day))
  },
})

const ARTICLE = /^第\s*([0-9一二三四五六七八九十百零〇两]+)\s*条[\s:：,，]*/
/** The draft as a whole, or plainly a suggestion without an article. */
const WHOLE = /^(?:整体|总体|全文|整部)(?:意见|建议)?[\s:：,，]+/
const FOLLOWS = new RegExp(`${ARTICLE.source}|${WHOLE.source}|^建议(?=\\S)`)

/** "L1 第12条 建议……": the number, and what is said about it; there is no verb. */
export const commentCommand = command({
  name: '条文意见',
  summary: '对草案条文提意见',
  args: { no: about('L', '征求意见编号'), words: optional(saying('L', '条文和意见', '第12条 建议明确调剂范围')) },
  who: MEMBERS,
  changes: true,
  records: 'words',
  shows: 'L',
  follows: FOLLOWS,
  examples: ['L1 第12条 建议明确调剂范围', 'L1 整体 结构清楚，建议增加罚则'],
  async run(context, { no, words }) {
    const { db, change, station, speaker, now, say } = context
    const row = await db.consultation.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!row) return say(copy.unknown(no))
    const key = { stationId: station.id, consultationNo: no }
    const today = now.toPlainDate().toString()
    if (!words)
      return say(copy.one(row, await db.consultationComment.count({ where: { ...key, state: 'given' } }), today))
    const article = ARTICLE.exec(words)
    if (row.deadlineOn < today) return say(copy.over(row))
    const kept = await masked(context, words.replace(ARTICLE, '').replace(WHOLE, ''))
    if (kept === '') return say(copy.wordsWanted(no))
    const number = article ? parseNumeral(article[1]!) : null
    await change.create('ConsultationComment', {
      ...key,
      article: number,
      personId: speaker.personId,
      text: kept,
      givenAt: dateOf(now),
    })
    await say(copy.commented(no, number, speaker.name))
  },
})

export const consultListCommand = command({
  name: '征求意见列表',
  aliases: ['立法征求意见列表'],
  summary: '看立法征求意见和截止日期',
  who: MEMBERS,
  changes: false,
  examples: ['征求意见列表'],
  async run({ db, station, now, say }) {
    const where = { stationId: station.id, state: { not: 'struck' } }
    const rows = await db.consultation.findMany({ where, orderBy: { no: 'desc' }, take: LISTED })
    if (rows.length === 0) return say(copy.noConsultations)
    const counted = await db.consultationComment.groupBy({
      by: ['consultationNo'],
      where: { stationId: station.id, consultationNo: { in: rows.map(({ no }) => no) }, state: 'given' },
      _count: true,
    })
    const comments = (no: number) => counted.find(({ consultationNo }) => consultationNo === no)?._count ?? 0
    const today = now.toPlainDate().toString()
    await say(
      copy.consultations(
        rows.map((row) => ({ ...row, comments: comments(row.no) })),
        today,
      ),
    )
  },
})

export const feedbackCommand = command({
  name: '反馈',
  summary: '记起草单位对条文意见的反馈',
  args: { no: about('L', '征求意见编号'), words: saying('L', '条文和反馈', '第9条 采纳') },
  who: LEADING,
  changes: true,
  examples: ['L1 反馈 第9条 采纳'],
  async run(context, { no, words }) {
    const { db, change, station, say } = context
    const article = ARTICLE.exec(words)
    const number = article && parseNumeral(article[1]!)
    const feedback = await masked(context, words.replace(ARTICLE, '').trim())
    if (!number || !feedback) return say(copy.feedbackUsage(no))
    const rows = await db.consultationComment.findMany({
      where: { stationId: station.id, consultationNo: no, article: number, state: 'given' },
    })
    if (rows.length === 0) return say(copy.noComment(no, number))
    for (const { id } of rows) await change.update('ConsultationComment', id, { feedback })
    await say(copy.fedBack(no, number, feedback, rows.length))
  },
})

export const regulationCommand = command({
  name: '条例',
  aliases: ['法规'],
  summary: '看本站对一部法规提了什么',
  args: { words: text('法规名和问题', '中医药 我们提了什么', { anything: true }) },
  who: MEMBERS,
  changes: false,
  examples: ['条例 中医药 我们提了什么'],
  async run({ db, station, say, roomId }, { words }) {
    const asked = /^(.+?)[\s,，]*(?:我们|本站)提了(?:什么|哪些|多少)[?？]?$/.exec(words)
    const title = (asked?.[1] ?? words).trim()
    const row = await db.consultation.findFirst({
      where: { stationId: station.id, title: { contains: title }, state: { not: 'struck' } },
      orderBy: { no: 'desc' },
    })
    // A sentence that merely begins with the word is chat.
    if (!row) return asked || roomId === null ? say(copy.noRegulation(title)) : undefined
    const comments = await db.consultationComment.findMany({
      where: { stationId: station.id, consultationNo: row.no, state: 'given' },
      orderBy: { id: 'asc' },
    })
    await say(copy.ours(row, comments))
  },
})
