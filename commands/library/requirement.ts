import type { DocumentRequirement } from '../../prisma/generated/client.js'
import { requirementStanding } from '../../station/library/requirement-checks.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { oneOf, text } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { bareNumber, ordinal } from './arguments.js'
import { copy, type ToldRequirement } from './copy.js'
import { checkCounts, documentNo, documentsInForce } from './records.js'

/** Each requirement as it stands today, by the records and by people's word. */
async function standings(context: StationContext, documentNos: readonly number[]): Promise<ToldRequirement[]> {
  const { db, station, now } = context
  const counts = await checkCounts(context)
  const rows = await db.documentRequirement.findMany({
    where: { stationId: station.id, documentNo: { in: [...documentNos] }, state: { not: 'struck' } },
    orderBy: [{ documentNo: 'asc' }, { no: 'asc' }],
  })
  const today = now.toPlainDate().toString()
  return rows.map((row: DocumentRequirement) => {
    // what was done in another year does not fulfil this one's
    const confirmed = row.state === 'met' && (row.dueOn === null || row.metOn?.slice(0, 4) === today.slice(0, 4))
    const { state, counted, needed } = requirementStanding({ ...row, confirmed }, counts, today)
    return { no: row.no, clause: row.clause, text: row.text, state, counted, needed }
  })
}

export const checkCommand = command({
  name: '核验',
  aliases: ['核验文件'],
  summary: '逐条核验一份文件的要求',
  args: { no: bareNumber('文件号') },
  who: MEMBERS,
  changes: false,
  examples: ['核验 3'],
  async run(context, { no }) {
    const document = await documentNo(context, no)
    if (!document) return context.say(copy.noDocument(no))
    await context.say(copy.checked(document, await standings(context, [no])))
  },
})

const rate = (name: string, args: Record<string, ReturnType<typeof oneOf<true>>>, example: string) =>
  command({
    name,
    summary: '看指导文件落实了几条',
    args,
    who: MEMBERS,
    changes: false,
    examples: [example],
    async run(context) {
      const documents = await documentsInForce(context, '文件')
      const rows = await standings(
        context,
        documents.map(({ no }) => no),
      )
      await context.say(copy.carriedOut(rows, documents.length))
    },
  })

export const carriedOutCommand = rate('落实率', {}, '落实率')
export const guidanceRateCommand = rate('指导文件', { rate: oneOf('落实率', { 落实率: true }) }, '指导文件 落实率')

export const metCommand = command({
  name: '落实',
  summary: '记下文件的一条要求已落实',
  args: { article: ordinal('要求', '[条项]'), no: bareNumber('文件号'), evidence: text('依据', '见联席会T3纪要') },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['落实 3 第7条 年度总结已报送'],
  async run(context, { no, article, evidence }) {
    const { db, station, change, now } = context
    const row = await db.documentRequirement.findUnique({
      where: { stationId_documentNo_no: { stationId: station.id, documentNo: no, no: article } },
    })
    if (!row || row.state === 'struck') return context.say(copy.noRequirement(no, article))
    await change.update('DocumentRequirement', row.id, { state: 'met', metOn: now.toPlainDate().toString(), evidence })
    await context.say(copy.requirementMet(no, article, row.text))
  },
})
